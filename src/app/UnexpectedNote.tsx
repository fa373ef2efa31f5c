import { useState, useSyncExternalStore } from 'react';
import { onUnexpected, unexpectedSoFar } from '../core/faults/unexpectedLog.ts';
import { text } from '../locales/text.ts';
import { CopyDetails } from '../ui/CopyDetails.tsx';
import { Note } from '../ui/Note.tsx';

const strays = () => unexpectedSoFar().filter(({ stray }) => stray).length;

/** Says that something went wrong which is said nowhere else, until it is put away. */
export default function UnexpectedNote() {
  const count = useSyncExternalStore(onUnexpected, strays);
  const [seen, setSeen] = useState(0);
  if (count <= seen) return null;
  return (
    <div className="unexpected-note">
      <Note tone="bad" trailing={<CopyDetails />} onDismiss={() => setSeen(count)}>
        {text('broken.unexpected')}
      </Note>
    </div>
  );
}
