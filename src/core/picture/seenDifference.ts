import { ciede2000, type Lab } from './ciede2000.ts';
import type { Picture } from './quality.ts';

/**
 * How far two pictures of one size are apart to an eye that looks at them at 100 %: the mean ΔE00 of the two, both
 * blurred first to what an eye resolves. Pictures are RGBA bytes in rows, sRGB; alpha plays no part.
 *
 * At 100 % a pixel of a screen of 96 dpi, seen from 60 cm, is 0.0253° wide. The eye's finest detail channel is taken
 * from S-CIELAB (Zhang and Wandell, "A spatial extension of CIELAB for digital color-image reproduction", SID Digest
 * 1996): exp(−(x/0.0283°)²), a Gaussian of 0.0200° = 0.79 pixels. The blur is done on linear light.
 *
 * Judged at every fourth pixel across and down, since neighbours look the same after the blur.
 *
 * @throws RangeError when the sizes differ
 */
export function seenDifference(before: Picture, after: Picture): number {
  if (before.width !== after.width || before.height !== after.height) {
    throw new RangeError('pictures of different sizes');
  }
  const one = blurred(before);
  const other = blurred(after);
  let sum = 0;
  for (let i = 0; i < one.length; i += 3) sum += ciede2000(labAt(one, i), labAt(other, i));
  return (3 * sum) / one.length;
}

const step = 4;
const sigma = 0.0283 / Math.SQRT2 / 0.0253;
const reach = 3;
const weights = gaussian();

function gaussian(): readonly number[] {
  const raw = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map(weight => weight / sum);
}

/** Linear light, 0 to 1, of each level of sRGB (IEC 61966-2-1). */
const linear = Float64Array.from({ length: 256 }, (_, level) => {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** Linear R, G, B at every fourth pixel, edges repeated. */
function blurred({ width, height, data }: Picture): Float64Array {
  const columns = Math.ceil(width / step);
  const rows = Math.ceil(height / step);
  const across = new Float64Array(columns * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < columns; x++) {
      const to = (y * columns + x) * 3;
      for (let i = -reach; i <= reach; i++) {
        const from = (y * width + within(x * step + i, width)) * 4;
        const weight = weights[i + reach] as number;
        for (let c = 0; c < 3; c++) {
          across[to + c] = (across[to + c] as number) + weight * (linear[data[from + c] as number] as number);
        }
      }
    }
  }
  const out = new Float64Array(columns * rows * 3);
  const line = columns * 3;
  for (let y = 0; y < rows; y++) {
    for (let i = -reach; i <= reach; i++) {
      const from = within(y * step + i, height) * line;
      const weight = weights[i + reach] as number;
      for (let x = 0; x < line; x++) {
        out[y * line + x] = (out[y * line + x] as number) + weight * (across[from + x] as number);
      }
    }
  }
  return out;
}

function within(at: number, side: number): number {
  return Math.min(side - 1, Math.max(0, at));
}

function labAt(rgb: Float64Array, at: number): Lab {
  return labOf(rgb[at] as number, rgb[at + 1] as number, rgb[at + 2] as number);
}

/** CIELAB under D65 of linear sRGB, 0 to 1. White is what R = G = B = 1 gives, so greys have no colour. */
export function labOf(red: number, green: number, blue: number): Lab {
  const x = lightness((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = lightness(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = lightness((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

function lightness(share: number): number {
  return share > 216 / 24389 ? Math.cbrt(share) : (24389 / 27 / 116) * share + 16 / 116;
}
