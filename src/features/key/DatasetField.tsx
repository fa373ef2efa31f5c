import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { notForPasswordManagers } from './fieldPrivacy.ts';

/** The public half of the key. */
export function DatasetField() {
  const dataset = useKeyveil(s => s.dataset);
  const fixed = useKeyveil(s => s.reopened !== null);
  const actions = useActions();
  return (
    <TextField
      label={text('key.dataset')}
      help={text(fixed ? 'receipt.fixed.dataset' : 'key.dataset.note')}
      readOnly={fixed}
      value={dataset}
      onChange={actions.setDataset}
      {...notForPasswordManagers}
    />
  );
}
