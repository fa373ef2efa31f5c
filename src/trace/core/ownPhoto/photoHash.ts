import { areaAverage, type Plane } from '../../../core/picture/luminance.ts';

/**
 * A perceptual hash: 64 bits that hardly change when a photo is resized or compressed, so that its original is found
 * among many without looking at their pixels (pHash by the cosine transform; C. Zauner, "Implementation and
 * benchmarking of perceptual image hash functions", 2010). A crop changes it: then registration has to find the photo.
 */
export type PhotoHash = readonly [upper: number, lower: number];

const side = 32;
const kept = 8;

/** Cosines of the kept frequencies 1 to 8. */
const cosines = Float64Array.from({ length: kept * side }, (_, i) =>
  Math.cos((Math.PI * (Math.floor(i / side) + 1) * ((i % side) + 0.5)) / side),
);

/** Of a plane of any size; planes with a side under 32 pixels are stretched by repeating pixels. */
export function photoHash(plane: Plane): PhotoHash {
  const small = square(plane);
  const across = new Float64Array(kept * side);
  for (let v = 0; v < side; v++) {
    for (let u = 0; u < kept; u++) {
      let sum = 0;
      for (let x = 0; x < side; x++)
        sum += (small[v * side + x] as number) * (cosines[u * side + x] as number);
      across[v * kept + u] = sum;
    }
  }
  const transformed = Float64Array.from({ length: kept * kept }, (_, i) => {
    let sum = 0;
    for (let y = 0; y < side; y++) {
      sum += (across[y * kept + (i % kept)] as number) * (cosines[Math.floor(i / kept) * side + y] as number);
    }
    return sum;
  });
  const sorted = Float64Array.from(transformed).sort();
  const median = ((sorted[31] as number) + (sorted[32] as number)) / 2;
  const word = (from: number) => {
    let bits = 0;
    for (let i = 0; i < 32; i++) if ((transformed[from + i] as number) > median) bits |= 1 << i;
    return bits >>> 0;
  };
  return [word(0), word(32)];
}

/** Bits in which two hashes differ, 0 to 64; those of different photos differ in about 32. */
export function hashDistance(a: PhotoHash, b: PhotoHash): number {
  return ones(a[0] ^ b[0]) + ones(a[1] ^ b[1]);
}

function ones(word: number): number {
  let rest = word >>> 0;
  let count = 0;
  for (; rest !== 0; count++) rest = (rest & (rest - 1)) >>> 0;
  return count;
}

function square(plane: Plane): Float32Array {
  const small = areaAverage(plane, Math.min(side, plane.width), Math.min(side, plane.height));
  return Float32Array.from({ length: side * side }, (_, i) => {
    const x = Math.floor(((i % side) * small.width) / side);
    const y = Math.floor((Math.floor(i / side) * small.height) / side);
    return small.values[y * small.width + x] as number;
  });
}
