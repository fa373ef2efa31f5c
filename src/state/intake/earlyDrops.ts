import type { GivenFile } from '../model/givenFile.ts';
import { filesOfEvent } from './drop.ts';

/**
 * Keeps what is dropped before the page's scripts have loaded; without this the browser would open the file in place
 * of the page. It is read at once, while the event still has it, and handed over later.
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

/** Stops holding drops back, and gives those so far, in order; a second call gives none. */
export function releaseEarlyDrops(): readonly Promise<readonly GivenFile[]>[] {
  listening?.abort();
  const drops = held;
  held = [];
  return drops;
}
