import { useEffect } from 'react';

/** What a keyboard takes at least of the screen, in CSS pixels; bars of browsers that come and go take less. */
const leastKeyboard = 140;
/** What stays free above and below the field: the steps stick above it. */
const above = 52;
const below = 12;

/**
 * While the keyboard of a phone lies over the page, the page says so to the style sheet, which then lets nothing stick
 * to the foot and gives the page room to scroll by; and the field that is typed into comes to where it can be seen.
 */
export function useKeyboardRoom(): void {
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return;
    const root = document.documentElement;
    const look = () => {
      // Pinching makes the visible part smaller too.
      const covered = innerHeight - seen.height * seen.scale;
      const open = covered > leastKeyboard;
      root.toggleAttribute('data-keyboard', open);
      root.style.setProperty('--keyboard', open ? `${Math.round(covered)}px` : '0px');
      if (open) showField(seen);
    };
    look();
    seen.addEventListener('resize', look);
    return () => {
      seen.removeEventListener('resize', look);
      root.removeAttribute('data-keyboard');
      root.style.removeProperty('--keyboard');
    };
  }, []);
}

/** Browsers bring a field above the keyboard themselves, but know nothing of what sticks over it. */
function showField({ offsetTop, height }: VisualViewport): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  const { top, bottom } = field.getBoundingClientRect();
  if (top >= offsetTop + above && bottom <= offsetTop + height - below) return;
  scrollBy({ top: (top + bottom) / 2 - (offsetTop + height / 2), behavior: 'instant' });
}
