import { useState } from 'react';
import type { Broken } from '../../core/faults/failure.ts';
import { text } from '../../locales/text.ts';
import { BrokenNote } from '../../ui/BrokenNote.tsx';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { triesToBreakOut } from './breakout.ts';

type Tried = 'not-yet' | 'trying' | 'stopped' | 'open' | Broken;

/** Puts the rule to the test, before one's eyes. */
export function TryPart() {
  const [tried, setTried] = useState<Tried>('not-yet');
  const attempt = async () => {
    if (tried === 'trying') return;
    setTried('trying');
    const out = await triesToBreakOut();
    if (typeof out === 'boolean') setTried(out ? 'open' : 'stopped');
    else setTried(out);
  };
  return (
    <>
      <p className="privacy-try">
        <Button aria-disabled={tried === 'trying' ? true : undefined} onClick={() => void attempt()}>
          {text('privacy.try')}
        </Button>
        <span className="field-help">{text('privacy.tryWhy')}</span>
      </p>
      <div aria-live="polite">
        {tried === 'trying' && <p className="field-help">{text('privacy.trying')}</p>}
        {tried === 'stopped' && <Note tone="good">{text('privacy.tried.stopped')}</Note>}
        {typeof tried === 'object' && <BrokenNote broken={tried} crashed={text('privacy.tried.broken')} />}
        {tried === 'open' && <Note tone="bad">{text('privacy.tried.open')}</Note>}
      </div>
    </>
  );
}
