import {
  type ComponentProps,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { type Box, placeBeside } from './place.ts';

export interface PopoverProps extends Omit<ComponentProps<'div'>, 'popover' | 'children'> {
  /** What it hangs on; a box for a place that is no element, such as the pointer's. */
  readonly anchor: RefObject<HTMLElement | null> | Box;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
}

/** Those that are open, the latest last: it alone answers to Escape. */
const open: object[] = [];

/** Places are counted from the left; where words run from the right, the start is there. */
const otherEnd = { start: 'end', end: 'start' } as const;

/**
 * Something small over the page beside what opened it; not modal. Shown while it is rendered; Escape, and a press
 * or focus elsewhere, close it. Lies in the top layer, so nothing cuts it off.
 */
export function Popover({ anchor, onClose, children, align = 'start', className, ...rest }: PopoverProps) {
  const ref = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const put = () => {
      const at = 'current' in anchor ? anchor.current?.getBoundingClientRect() : anchor;
      if (!at) return;
      const place = placeBeside(
        at,
        box.getBoundingClientRect(),
        { width: innerWidth, height: innerHeight },
        getComputedStyle(box).direction === 'rtl' ? otherEnd[align] : align,
      );
      box.style.left = `${place.left}px`;
      box.style.top = `${place.top}px`;
    };
    if (!box.matches(':popover-open')) box.showPopover();
    put();
    const watch = new ResizeObserver(put);
    watch.observe(box);
    addEventListener('resize', put);
    addEventListener('scroll', put, true);
    return () => {
      watch.disconnect();
      removeEventListener('resize', put);
      removeEventListener('scroll', put, true);
    };
  }, [anchor, align]);

  useEffect(() => {
    const opener = document.activeElement;
    const own = {};
    open.push(own);
    const outside = (event: Event) => {
      const target = event.target;
      if (!(target instanceof Node) || ref.current?.contains(target)) return;
      // A press on what opened it closes it there.
      if ('current' in anchor && anchor.current?.contains(target)) return;
      close.current();
    };
    // Wherever the focus is: who opened it with the mouse has it on the opener still.
    const onEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || open.at(-1) !== own) return;
      event.preventDefault();
      // What is open under it stays, and so does the dialog that it stands in.
      event.stopImmediatePropagation();
      close.current();
    };
    addEventListener('pointerdown', outside, true);
    addEventListener('focusin', outside);
    addEventListener('keydown', onEscape, true);
    return () => {
      open.splice(open.indexOf(own), 1);
      removeEventListener('keydown', onEscape, true);
      removeEventListener('pointerdown', outside, true);
      removeEventListener('focusin', outside);
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (lost && opener instanceof HTMLElement) opener.focus();
    };
  }, [anchor]);

  return (
    <div
      role="dialog"
      {...rest}
      ref={ref}
      popover="manual"
      className={['popover', className].filter(Boolean).join(' ')}
      onKeyDown={event => {
        rest.onKeyDown?.(event);
        event.stopPropagation();
      }}
    >
      {children}
    </div>
  );
}
