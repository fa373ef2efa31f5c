import { useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { TermName } from '../locales/terms.ts';
import { text } from '../locales/text.ts';
import { Popover } from './Popover.tsx';
import './term.css';

interface Props {
  readonly name: TermName;
  /** The word as it stands in its sentence. */
  readonly word: string;
}

/**
 * A word of the trade that says what it means: when the mouse rests on it, and when it is pressed, by hand or by key.
 * Escape, and whatever is done elsewhere, closes that.
 */
export function Term({ name, word }: Props) {
  const [open, setOpen] = useState<'no' | 'resting' | 'pressed'>('no');
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const what = text(`term.${name}.what`);
  // Within what lies over the page, because a press outside of that closes it; else beside the page, not in the sentence.
  const place = open === 'no' ? null : (button.current?.closest('dialog, [popover]') ?? document.body);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="term"
        aria-expanded={open !== 'no'}
        aria-describedby={open === 'no' ? undefined : id}
        onClick={() => setOpen(open === 'pressed' ? 'no' : 'pressed')}
        onPointerEnter={event => event.pointerType === 'mouse' && open === 'no' && setOpen('resting')}
        onPointerLeave={() => open === 'resting' && setOpen('no')}
      >
        {word}
      </button>
      {place &&
        createPortal(
          <Popover anchor={button} onClose={() => setOpen('no')} role="note" id={id} className="term-what">
            <p>{what}</p>
          </Popover>,
          place,
        )}
    </>
  );
}
