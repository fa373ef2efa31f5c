import { frequencies, tileSide } from '../spectrum.ts';

/** Width of a ring of frequencies, in cycles per tile, and how many there are out to the corners. */
const ringWidth = 1.5;
const rings = Math.ceil(Math.hypot(tileSide / 2, tileSide / 2) / ringWidth);
/** Directions, each 45° wide; a picture's spectrum is the same there and back. */
const sectors = 4;

/** Of each value of a spectrum: its ring, and its direction. */
const places = frequencies.map(([u, v]) => {
  const across = u > tileSide / 2 ? u - tileSide : u;
  const angle = Math.atan2(v, across) / Math.PI;
  const ring = Math.min(rings - 1, Math.floor(Math.hypot(across, v) / ringWidth));
  return { ring, sector: Math.floor((angle + 1 / (2 * sectors) + 1) * sectors) % sectors };
});

/** Numbers of {@link ringsOf}. */
export const ringsLength = 2 * rings;
/** Numbers of {@link bandsOf}. */
export const bandsLength = ringsLength + rings * sectors;

/**
 * A log power spectrum in few numbers: mean of each ring of frequencies, then the deviation within it, which is where a
 * filter with taps leaves its ripples, whatever taps they are.
 *
 * @param spectrum as `logSpectrum` gives it
 */
export function ringsOf(spectrum: Float32Array): Float32Array<ArrayBuffer> {
  const [count, sum, squares] = [0, 0, 0].map(() => new Float64Array(rings)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const [i, { ring }] of places.entries()) {
    const value = spectrum[i] as number;
    count[ring] = (count[ring] as number) + 1;
    sum[ring] = (sum[ring] as number) + value;
    squares[ring] = (squares[ring] as number) + value * value;
  }
  const out = new Float32Array(ringsLength);
  for (let ring = 0; ring < rings; ring++) {
    const n = Math.max(1, count[ring] as number);
    const mean = (sum[ring] as number) / n;
    out[ring] = mean;
    out[rings + ring] = Math.sqrt(Math.max(0, (squares[ring] as number) / n - mean * mean));
  }
  return out;
}

/** {@link ringsOf}, and the mean of each ring in each of four directions; 0 where there is none. */
export function bandsOf(spectrum: Float32Array): Float32Array<ArrayBuffer> {
  const out = new Float32Array(bandsLength);
  out.set(ringsOf(spectrum));
  const counts = new Float64Array(rings * sectors);
  const sums = new Float64Array(rings * sectors);
  for (const [i, { ring, sector }] of places.entries()) {
    const at = ring * sectors + sector;
    counts[at] = (counts[at] as number) + 1;
    sums[at] = (sums[at] as number) + (spectrum[i] as number);
  }
  for (const [at, sum] of sums.entries()) out[ringsLength + at] = sum / Math.max(1, counts[at] as number);
  return out;
}
