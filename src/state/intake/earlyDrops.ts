import { filesOfEvent } from './drop.ts';
import type { GivenFile } from './givenFile.ts';

/**
 * What is dropped before the page's scripts are all there. The browser would open the file in place of the page; so it
 * is read at once, while the event still has it, and kept for whoever can make use of it.
 */

let held: Promise<readonly GivenFile[]>[] = [];
let listening: AbortController | null = null;

/** Begins to hold drops back. */
export function holdEarlyDrops(): void {
  const waiting = new AbortController();
  listening = waiting;
  const { signal } = waiting;
  const brings = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', event => brings(event) && event.preventDefault(), { signal });
  window.addEventListener(
    'drop',
    event => {
      if (!brings(event)) return;
      event.preventDefault();
      held.push(filesOfEvent(event));
    },
    { signal },
  );
}

/** Ends it, and hands over what was dropped, in order; nothing the second time. */
export function releaseEarlyDrops(): readonly Promise<readonly GivenFile[]>[] {
  listening?.abort();
  const drops = held;
  held = [];
  return drops;
}
