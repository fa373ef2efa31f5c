import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { Button } from './Button.tsx';

/** What a popover needs to hang on its button. */
interface Hung {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

interface Props {
  readonly words: ReactNode;
  readonly className?: string;
  /** From the beginning. */
  readonly open?: boolean;
  readonly children: (hung: Hung) => ReactNode;
}

/** A button of words alone that opens something over the page beside it, and closes it. */
export function PopoverButton({ words, className, open: first = false, children }: Props) {
  const [open, setOpen] = useState(first);
  const anchor = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        tone="link"
        ref={anchor}
        className={className}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(!open)}
      >
        {words}
      </Button>
      {open && children({ anchor, onClose: () => setOpen(false) })}
    </>
  );
}
