import { areaAverage, type Plane } from '../../../core/picture/luminance.ts';

/** Each is half of the one before, so that soft and fine edges are both met. */
const scales = 4;
const quantiles = [0.5, 0.9, 0.99] as const;
/** Steps are counted in so many bins a level, which is quicker than sorting them. */
const binsOfLevel = 8;

/** Numbers of a picture: at each scale the mean step, three quantiles of it, and the mean bend. */
export const edgesLength = scales * (quantiles.length + 2);

/**
 * How steep the edges of a picture are, whatever they are edges of: ln(1 + x) of the steps from pixel to pixel (mean and
 * {@link quantiles}, across and down together) and of the mean bend (second difference), at {@link scales} sizes. Ghosts
 * and soft focus move steps against bends, and fine edges against coarse ones.
 *
 * @param plane sides of at least 2^(scales − 1) · 3 pixels, values 0 to 255
 */
export function edgesOf(plane: Plane): Float32Array<ArrayBuffer> {
  const out: number[] = [];
  let at = plane;
  for (let scale = 0; scale < scales; scale++) {
    const { mean, counts, steps, bend } = differences(at);
    const chosen = quantiles.map(q => quantileOf(counts, q * steps));
    for (const value of [mean, ...chosen, bend]) out.push(Math.log1p(value));
    at = areaAverage(at, Math.max(3, at.width >> 1), Math.max(3, at.height >> 1));
  }
  return Float32Array.from(out);
}

interface Differences {
  /** Of the absolute first differences, and how many of them there are in each bin. */
  readonly mean: number;
  readonly counts: Uint32Array;
  readonly steps: number;
  /** The mean absolute second difference. */
  readonly bend: number;
}

/** Across and down. */
function differences({ width, height, values }: Plane): Differences {
  const counts = new Uint32Array(256 * binsOfLevel);
  let [sum, steps, bend, bends] = [0, 0, 0, 0];
  const along = (start: number, length: number, stride: number) => {
    for (let i = 1; i < length; i++) {
      const here = values[start + i * stride] as number;
      const before = values[start + (i - 1) * stride] as number;
      const step = Math.abs(here - before);
      const bin = Math.floor(step * binsOfLevel);
      counts[bin] = (counts[bin] as number) + 1;
      sum += step;
      steps += 1;
      if (i + 1 === length) continue;
      bend += Math.abs(before - 2 * here + (values[start + (i + 1) * stride] as number));
      bends += 1;
    }
  };
  for (let y = 0; y < height; y++) along(y * width, width, 1);
  for (let x = 0; x < width; x++) along(x, height, width);
  return { mean: sum / steps, counts, steps, bend: bend / bends };
}

/** The middle of the bin that the value at a rank lies in, 0 to 256. */
function quantileOf(counts: Uint32Array, rank: number): number {
  let [bin, seen] = [0, counts[0] as number];
  while (seen <= rank && bin + 1 < counts.length) {
    bin += 1;
    seen += counts[bin] as number;
  }
  return (bin + 0.5) / binsOfLevel;
}
