import { type ReactNode, useEffect, useRef } from 'react';

const focusable =
  'button:not(:disabled), input:not([type=file], :disabled), [tabindex="0"], section[tabindex="-1"]';

/**
 * Where a press makes the pressed button go and another come (Start, Cancel), the keyboard goes on from the one that
 * came, or from the result that took its place (a section with `tabIndex={-1}`), and not from the top of the page.
 */
export function HoldFocus({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  /** The element that had the focus last, while it was in here. */
  const held = useRef<EventTarget | null>(null);
  useEffect(() => {
    const follow = (event: Event) => {
      const inside = event.target instanceof Node && box.current?.contains(event.target);
      if (!inside) held.current = null;
      else if (event.type === 'focusin') held.current = event.target;
    };
    addEventListener('pointerdown', follow, true);
    addEventListener('focusin', follow);
    return () => {
      removeEventListener('pointerdown', follow, true);
      removeEventListener('focusin', follow);
    };
  }, []);
  // Whatever was drawn anew, the element may be gone.
  useEffect(() => {
    const gone = box.current;
    if (!gone) return;
    const watch = new MutationObserver(() => {
      const { activeElement } = document;
      const lost = activeElement === null || activeElement === document.body;
      if (held.current instanceof HTMLElement && !held.current.isConnected && lost) {
        held.current = null;
        gone.querySelector<HTMLElement>(focusable)?.focus();
      }
    });
    watch.observe(gone, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={box} className="hold-focus">
      {children}
    </div>
  );
}
