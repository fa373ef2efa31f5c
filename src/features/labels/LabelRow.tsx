import { type KeyboardEvent, useRef, useState } from 'react';
import { number, text } from '../../locales/text.ts';
import { filterOfLabel } from '../../state/queries/filters.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Heat } from '../../ui/Heat.tsx';
import { labelColour } from '../../ui/labelColours.ts';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { usePage } from '../commands/context.tsx';
import { assignSelected, sayWithUndo } from '../commands/labelling.ts';
import { RenameLabel } from './RenameLabel.tsx';
import { countText, isShown, type LabelRowData } from './rows.ts';
import { useDropOnLabel } from './useDropOnLabel.ts';

interface Props extends LabelRowData {
  /** The key that labels with it; null from the eleventh on. */
  readonly digit: number | null;
}

/** One label: shows its photos, takes photos dropped on it, can be renamed, merged and removed. */
export function LabelRow({ digit, ...row }: Props) {
  const { label } = row;
  const page = usePage();
  const actions = useActions();
  const on = useKeyveil(s => isShown(s.filtered, label));
  const drop = useDropOnLabel(label.id);
  const [renaming, setRenaming] = useState(false);
  const main = useRef<HTMLButtonElement>(null);

  const remove = () => {
    actions.removeLabel(label.id);
    sayWithUndo(page, text('say.labelRemoved', { label: label.name }));
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'F2') setRenaming(true);
    else if (event.key === 'Delete') remove();
    else return;
    event.preventDefault();
  };

  if (renaming) {
    const done = () => {
      setRenaming(false);
      requestAnimationFrame(() => main.current?.focus());
    };
    return (
      <li className="label label-renaming">
        <RenameLabel label={label} onDone={done} />
      </li>
    );
  }
  return (
    <li className={on ? 'label label-on' : 'label'} {...drop}>
      <button
        ref={main}
        type="button"
        className="label-main"
        aria-pressed={on}
        onClick={() => actions.show(on ? { kind: 'all' } : { kind: 'label', id: label.id })}
        onDoubleClick={() => setRenaming(true)}
        onKeyDown={keyed}
      >
        <Emblem id={label.id} colour={label.colour} />
        <span className="label-words">
          <b>{label.name}</b>
          <small>{countText(row)}</small>
        </span>
      </button>
      <RowMenu
        name={label.name}
        digit={digit}
        onRename={() => setRenaming(true)}
        onRemove={remove}
        onAssign={() => assignSelected(page, label.id)}
      />
    </li>
  );
}

/** The label's colour, and its filter as soon as there is a key. */
function Emblem({ id, colour }: { readonly id: string; readonly colour: number }) {
  const filter = useKeyveil(s => filterOfLabel(s, id));
  return (
    <span className="label-emblem" style={{ borderColor: labelColour(colour) }}>
      {filter ? <Heat filter={filter} size={30} /> : <i style={{ background: labelColour(colour) }} />}
    </span>
  );
}

interface RowMenuProps {
  readonly name: string;
  readonly digit: number | null;
  readonly onRename: () => void;
  readonly onRemove: () => void;
  readonly onAssign: () => void;
}

/** What can be done with a label; its key shows until the pointer or the focus comes. */
function RowMenu({ name, digit, onRename, onRemove, onAssign }: RowMenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const selected = useKeyveil(s => s.selection.ids.size);
  const entries: readonly MenuEntry[] = [
    {
      kind: 'item',
      id: 'assign',
      label: text('labels.assignSelected', { count: selected, n: number(selected) }),
      icon: 'label',
      disabled: selected === 0,
      perform: onAssign,
    },
    {
      kind: 'item',
      id: 'rename',
      label: text('labels.rename'),
      icon: 'edit',
      shortcut: 'F2',
      perform: onRename,
    },
    {
      kind: 'item',
      id: 'remove',
      label: text('labels.remove'),
      icon: 'remove',
      shortcut: 'Del',
      perform: onRemove,
    },
  ];
  return (
    <span className="label-end">
      {digit !== null && <kbd title={text('labels.digit', { digit })}>{digit}</kbd>}
      <IconButton
        ref={button}
        icon="more"
        className="label-more"
        label={text('labels.menu', { label: name })}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Menu
          label={text('labels.menu', { label: name })}
          anchor={button}
          entries={entries}
          align="end"
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  );
}
