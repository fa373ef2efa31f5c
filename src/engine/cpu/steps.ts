/**
 * Long work is written as generators that yield after every half megapixel or so. Whoever drives them decides
 * whether to go on at once or to let the event loop breathe first.
 */
export type Steps<T> = Generator<void, T, void>;

/** About so many pixels lie between two yields: one to three milliseconds of work. */
export const pixelsPerStep = 500_000;

/** Says when a generator of steps is to yield. */
export class Pace {
  #since = 0;

  /** Counts the pixels that were just done; whether it is time to yield. */
  due(pixels: number): boolean {
    this.#since += pixels;
    if (this.#since < pixelsPerStep) return false;
    this.#since = 0;
    return true;
  }
}

/** Milliseconds of work after which messages, such as a cancel, get their turn. */
const patience = 40;

/**
 * Runs the steps to their end and gives their result. Work shorter than 40 ms never waits. Rejects with the
 * signal's reason once it is aborted, and with whatever the steps throw.
 */
export async function drive<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < patience) continue;
    await nextTask();
    signal?.throwIfAborted();
    since = performance.now();
  }
}

/** A macrotask without the 4 ms that nested timers are held back for. */
function nextTask(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
