import { useState } from 'react';
import { version } from '../../package.json';
import { textOf, unexpectedSoFar } from '../core/faults/unexpectedLog.ts';
import { text } from '../locales/text.ts';
import { Button } from './Button.tsx';

/** Hands a person what developers need to know of everything that was not expected since the page was opened. */
export function CopyDetails() {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = () =>
    navigator.clipboard.writeText(detailsText(navigator.userAgent)).then(
      () => setState('copied'),
      // Not asked by a press, or not over https.
      () => setState('refused'),
    );
  return (
    <>
      <Button tone="link" onClick={() => void copy()}>
        {text(state === 'copied' ? 'broken.copied' : 'broken.copy')}
      </Button>
      {/* Focusable, so that it can be marked by keyboard. */}
      {state === 'refused' && (
        <textarea readOnly aria-label={text('broken.byHand')} value={detailsText(navigator.userAgent)} />
      )}
    </>
  );
}

/** As it is sent: which Keyveil, which browser, and what was met. */
function detailsText(browser: string): string {
  return [`Keyveil ${version}`, browser, ...unexpectedSoFar().map(textOf)].join('\n\n');
}
