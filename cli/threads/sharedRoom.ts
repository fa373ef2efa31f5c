import type { Room } from '../photo/protectPhoto.ts';

/** Pixels are counted in thousands, so that they fit in 32 bits. */
const unit = 1000;

/** Memory for a room of so many threads: what all hold together, then what each does. */
export function roomMemory(threads: number): SharedArrayBuffer {
  return new SharedArrayBuffer(4 * (1 + threads));
}

/**
 * Room for decoded pixels, shared by all threads. Whoever finds it full waits, blocking its thread. A photo larger than all
 * of the room enters when nobody else is in it.
 *
 * @param place the thread's, from 0, @param most pixels at a time, all threads together
 */
export function sharedRoom(memory: SharedArrayBuffer, place: number, most: number): Room {
  const used = new Int32Array(memory);
  const amount = (pixels: number) => Math.ceil(pixels / unit);
  return {
    enter(pixels) {
      for (;;) {
        const now = Atomics.load(used, 0);
        const fits = now === 0 || now + amount(pixels) <= most / unit;
        if (!fits) Atomics.wait(used, 0, now);
        else if (Atomics.compareExchange(used, 0, now, now + amount(pixels)) === now) {
          Atomics.store(used, place + 1, amount(pixels));
          return;
        }
      }
    },
    leave: () => freePlace(memory, place),
  };
}

/** Gives back what a thread holds; of one that died as well. */
export function freePlace(memory: SharedArrayBuffer, place: number): void {
  const used = new Int32Array(memory);
  Atomics.sub(used, 0, Atomics.exchange(used, place + 1, 0));
  Atomics.notify(used, 0);
}
