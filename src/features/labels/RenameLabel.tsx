import { useState } from 'react';
import { text } from '../../locales/text.ts';
import type { Label } from '../../state/model/labels.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { usePage } from '../commands/context.tsx';
import { sayWithUndo } from '../commands/labelling.ts';
import { refusalText } from './refusal.ts';

interface Props {
  readonly label: Label;
  readonly onDone: () => void;
}

/** A label's name, being changed in its row. Onto the name of another label it merges the two, and says so before. */
export function RenameLabel({ label, onDone }: Props) {
  const page = usePage();
  const actions = useActions();
  const [name, setName] = useState(label.name);
  const [error, setError] = useState<string | null>(null);
  const wanted = name.trim().normalize('NFC');
  const other = useKeyveil(s => s.arrangement.labels.some(one => one.id !== label.id && one.name === wanted));

  const commit = () => {
    if (wanted === label.name) return onDone();
    const outcome = actions.renameLabel(label.id, name);
    const refused = refusalText(outcome);
    if (refused !== null) return setError(refused);
    const values = { from: label.name, to: wanted };
    sayWithUndo(page, text(outcome.kind === 'merged' ? 'say.merged' : 'say.renamed', values));
    onDone();
  };
  return (
    <TextField
      label={text('labels.renameField', { label: label.name })}
      labelHidden
      autoFocus
      value={name}
      error={error}
      help={other ? text('labels.willMerge', { label: wanted }) : undefined}
      onChange={value => {
        setName(value);
        setError(null);
      }}
      onFocus={event => event.currentTarget.select()}
      onBlur={() => (error === null ? commit() : onDone())}
      onKeyDown={event => {
        event.stopPropagation();
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') {
          event.preventDefault();
          onDone();
        }
      }}
    />
  );
}
