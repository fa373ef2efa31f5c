import { useState } from 'react';
import { text } from '../../locales/text.ts';
import { useActions } from '../../state/react.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { usePage } from '../commands/context.tsx';
import { sayWithUndo } from '../commands/labelling.ts';
import { refusalText } from './refusal.ts';

/** A field for a label that has no photos yet; stays open for the next one. */
export function NewLabel({ onDone }: { readonly onDone: () => void }) {
  const page = usePage();
  const actions = useActions();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = () => {
    const refused = refusalText(actions.addLabel(name));
    setError(refused);
    if (refused !== null) return;
    sayWithUndo(page, text('say.labelAdded', { label: name.trim() }));
    setName('');
  };
  return (
    <TextField
      label={text('labels.newField')}
      labelHidden
      placeholder={text('labels.newPlaceholder')}
      autoFocus
      value={name}
      error={error}
      onChange={value => {
        setName(value);
        setError(null);
      }}
      onKeyDown={event => {
        event.stopPropagation();
        if (event.key === 'Enter') add();
        if (event.key === 'Escape') onDone();
      }}
      trailing={<IconButton icon="add" className="field-button" label={text('labels.addIt')} onClick={add} />}
    />
  );
}
