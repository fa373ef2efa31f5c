import type { Picture } from './quality.ts';

/** Colours that are counted, 6 bits a channel; and how many of the commonest have to cover how much of a picture. */
const bits = 6;
const few = 6;
const leastCovered = 0.6;

/**
 * The share of a picture, 0 to 1, that its six commonest colours cover, when near ones count as one. On a small copy of
 * short side 256: drawn line art, cartoons and screenshots 0.64 to 0.98, scans of text and drawings 0.61 to 0.96; of 120
 * photos two came to 0.6, things on a white ground, and the middle one to 0.07 (docs/evidence.md).
 */
export function shareOfFewColours({ data }: Picture): number {
  const counts = new Uint32Array(1 << (3 * bits));
  for (let i = 0; i < data.length; i += 4) {
    const colour =
      (((data[i] as number) >> (8 - bits)) << (2 * bits)) |
      (((data[i + 1] as number) >> (8 - bits)) << bits) |
      ((data[i + 2] as number) >> (8 - bits));
    counts[colour] = (counts[colour] as number) + 1;
  }
  return (sumOfGreatest(counts, few) * 4) / data.length;
}

/** Whether a picture is flat or line art, as far as its few colours tell. */
export function hasFewColours(picture: Picture): boolean {
  return shareOfFewColours(picture) >= leastCovered;
}

function sumOfGreatest(counts: Uint32Array, howMany: number): number {
  const greatest = new Uint32Array(howMany);
  for (const count of counts) {
    let held = count;
    for (let i = 0; i < howMany && held > 0; i++) {
      const other = greatest[i] as number;
      if (held <= other) continue;
      greatest[i] = held;
      held = other;
    }
  }
  return greatest.reduce((sum, count) => sum + count, 0);
}
