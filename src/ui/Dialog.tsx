import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { text } from '../locales/text.ts';
import { SpokenHere } from './announce.tsx';
import { IconButton } from './Button.tsx';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons below the text; the last is the main one. */
  readonly footer?: ReactNode;
  readonly size?: 'plain' | 'wide' | 'full';
}

/**
 * A modal dialog: shown while it is rendered. The browser's own `<dialog>` keeps the focus inside, makes the rest
 * inert, closes on Escape and gives the focus back.
 */
export function Dialog({ title, onClose, children, footer, size = 'plain' }: Props) {
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  // Closed while it is still there: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open) return;
    dialog.showModal();
    return () => dialog.close();
  }, []);
  const body = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const box = body.current;
    if (!box) return;
    // Words alone that do not fit: arrow keys scroll them once the focus can go there.
    const look = () =>
      setScrolls(
        box.scrollHeight > box.clientHeight && !box.querySelector('button, input, select, a, summary'),
      );
    const watch = new ResizeObserver(look);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  return (
    <dialog
      ref={ref}
      className={`dialog dialog-${size}`}
      aria-labelledby={id}
      onCancel={event => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClick={event => {
        if (event.target === event.currentTarget) onClose();
      }}
      // The page's shortcuts are not for what lies over the page.
      onKeyDown={event => event.stopPropagation()}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={text('app.close')} onClick={onClose} />
      </div>
      <div
        ref={body}
        className="dialog-body"
        {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-labelledby': id } : {})}
      >
        {children}
      </div>
      {footer && <div className="dialog-foot">{footer}</div>}
      <SpokenHere />
    </dialog>
  );
}
