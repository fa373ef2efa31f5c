import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { text } from '../../locales/text.ts';
import { useActions } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { KeySheet } from './KeySheet.tsx';

/** Prints the key sheet. It is in the page only while it is printed, since a page may be saved to disk with all that is in it. */
export function PrintSheet() {
  const { keyWrittenDown } = useActions();
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    const done = () => setPrinting(false);
    addEventListener('afterprint', done);
    print();
    return () => removeEventListener('afterprint', done);
  }, [printing]);
  return (
    <>
      <Button
        onClick={() => {
          setPrinting(true);
          keyWrittenDown();
        }}
      >
        {text('keepKey.sheet.print')}
      </Button>
      {printing && createPortal(<KeySheet />, document.body)}
    </>
  );
}
