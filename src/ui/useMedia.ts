import { useSyncExternalStore } from 'react';

/** Widths at which the page changes shape; the style sheets use the same numbers. */
export const breakpoints = {
  /** One column. */
  phone: '(max-width: 719px)',
  /** Held in one hand: what is done comes step after step. */
  hand: '(max-width: 480px)',
  /** The inspector has a column of its own. */
  wide: '(min-width: 1180px)',
  /** Fingers. */
  touch: '(pointer: coarse)',
} as const;

/** Whether a media query holds now; the component renders anew when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    changed => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
    // When the first page is drawn, there is no window to ask.
    () => false,
  );
}
