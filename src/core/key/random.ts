/** Fills an array with random bytes and gives it back. `crypto.getRandomValues` but in tests. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

export const secureRandom: RandomBytes = bytes => crypto.getRandomValues(bytes);

/** A whole number below `bound` (1 to 65,536), each as likely as the others. */
export function randomBelow(bound: number, random: RandomBytes): number {
  // Numbers at or above the last full multiple of the bound would make small results likelier: draw anew.
  const limit = 65_536 - (65_536 % bound);
  for (;;) {
    const [high = 0, low = 0] = random(new Uint8Array(2));
    const drawn = high * 256 + low;
    if (drawn < limit) return drawn % bound;
  }
}
