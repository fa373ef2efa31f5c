import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { text } from '../../locales/text.ts';
import type { LabelOutcome } from '../../state/model/labels.ts';
import { orderedLabels } from '../../state/queries/labels.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { type Suggestion, suggest } from './completion.ts';
import { LabelDot } from './LabelDot.tsx';
import { refusalText } from './refusal.ts';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly submit: string;
  /** What the field starts with. */
  readonly typed?: string;
  readonly autoFocus?: boolean;
  readonly onSubmit: (name: string) => LabelOutcome;
  readonly onEscape?: () => void;
}

/** A label's name with completion from those that there are: a combobox with a list below. */
export function NameField({
  label,
  placeholder,
  submit,
  typed = '',
  autoFocus = false,
  onSubmit,
  onEscape,
}: Props) {
  const labels = useKeyveil(orderedLabels);
  const [name, setName] = useState(typed);
  const [open, setOpen] = useState(autoFocus);
  const [active, setActive] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const suggestions = suggest(labels, name);
  const shown = open && suggestions.length > 0;
  // With nothing typed no label is chosen at first, or Enter would take one by accident.
  const before = name.trim() === '' ? 1 : 0;
  const rows = suggestions.length + before;
  const at = active - before;
  const chosen = suggestions[at];

  useEffect(() => {
    if (!autoFocus) return;
    input.current?.focus();
    const end = input.current?.value.length ?? 0;
    input.current?.setSelectionRange(end, end);
  }, [autoFocus]);

  const give = (value: string) => {
    const refused = refusalText(onSubmit(value));
    setError(refused);
    if (refused !== null) return;
    setName('');
    setOpen(false);
  };
  const keyed = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive((active + (event.key === 'ArrowDown' ? 1 : rows - 1)) % Math.max(1, rows));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      give(shown && chosen ? chosen.name : name);
    } else if (event.key === 'Escape') {
      if (onEscape) onEscape();
      else setOpen(false);
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus went elsewhere
    <div
      className="name-field"
      onBlur={event => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <div className="name-row">
        <div className={error === null ? 'field-frame' : 'field-frame field-frame-bad'}>
          <Icon name="label" />
          <input
            ref={input}
            type="text"
            role="combobox"
            aria-label={label}
            aria-expanded={shown}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={shown && chosen ? `${id}-${at}` : undefined}
            aria-invalid={error === null ? undefined : true}
            aria-describedby={error === null ? undefined : `${id}-error`}
            placeholder={placeholder}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="done"
            value={name}
            onFocus={() => setOpen(true)}
            onClick={({ currentTarget }) => {
              setOpen(true);
              // What was proposed gives way to what is typed.
              if (name === typed) currentTarget.select();
            }}
            onChange={event => {
              setName(event.currentTarget.value);
              setActive(0);
              setError(null);
              setOpen(true);
            }}
            onKeyDown={keyed}
          />
        </div>
        <Button tone="primary" disabled={name.trim() === ''} onClick={() => give(name)}>
          {submit}
        </Button>
      </div>
      {error !== null && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
      {shown && <SuggestionList id={id} suggestions={suggestions} at={at} onChoose={give} />}
    </div>
  );
}

interface ListProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  /** Which one the arrow keys are on; −1 for none. */
  readonly at: number;
  readonly onChoose: (name: string) => void;
}

function SuggestionList({ id, suggestions, at, onChoose }: ListProps) {
  return (
    <div id={`${id}-list`} role="listbox" aria-label={text('labels.suggestions')} className="suggestions">
      {suggestions.map((one, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus, and Enter there chooses
        <div
          key={`${one.kind} ${one.name}`}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === at}
          className="suggestion"
          // Keeps the focus in the field.
          onPointerDown={event => event.preventDefault()}
          onClick={() => onChoose(one.name)}
        >
          <SuggestionWords one={one} />
        </div>
      ))}
    </div>
  );
}

function SuggestionWords({ one }: { readonly one: Suggestion }) {
  if (one.kind === 'new') {
    return (
      <>
        <Icon name="add" size={14} />
        {text('labels.new', { name: one.name })}
      </>
    );
  }
  return (
    <>
      <LabelDot colour={one.colour} />
      {one.name}
    </>
  );
}
