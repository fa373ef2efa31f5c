import { useId } from 'react';
import { DatasetField } from './DatasetField.tsx';
import { KeyNotes } from './KeyNotes.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import './key.css';

/** The private key and the dataset name that goes into it. */
export function KeyField() {
  const notes = useId();
  return (
    <div className="key">
      <div className="key-passphrase">
        <PassphraseField notesId={notes} />
        <KeyNotes id={notes} />
      </div>
      <DatasetField />
    </div>
  );
}
