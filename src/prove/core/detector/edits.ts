import type { Picture } from '../../../core/picture/resize.ts';

/** What people do to photos without a thought of protection, and what protection must not be mistaken for. */

export const editNames = ['tinted', 'graduated', 'soft-focus'] as const;

export type EditName = (typeof editNames)[number];

/** Root mean square of a tint in levels of 255, from and to: as faint and as strong as casts are. */
const tint = { least: 4, most: 12 } as const;
/** Of soft focus: how much of the soft copy, and its deviation as a part of the short side. */
const soft = { least: 0.2, most: 0.5, narrow: 0.008, wide: 0.03 } as const;

/**
 * A photo after an ordinary edit. `tinted`: another white balance. `graduated`: a tint that grows across the photo, as
 * evening light or a graduated filter gives it. `soft-focus`: some of a Gaussian-blurred copy laid over it.
 *
 * @param random decides hue, direction and strength; numbers in [0, 1)
 */
export function edited(picture: Picture, edit: EditName, random: () => number): Picture {
  switch (edit) {
    case 'tinted':
      return tinted(picture, random, () => 1);
    case 'graduated': {
      const angle = 2 * Math.PI * random();
      const { width, height } = picture;
      // From −√3 to √3 along the slope, so that its mean square over a square is 1 as well.
      const slope = (x: number, y: number) =>
        (Math.cos(angle) * ((x + 0.5) / width - 0.5) + Math.sin(angle) * ((y + 0.5) / height - 0.5)) *
        Math.sqrt(12);
      return tinted(picture, random, slope);
    }
    case 'soft-focus':
      return softened(picture, random);
  }
}

const between = (least: number, most: number, random: () => number) => least + (most - least) * random();

/** Each channel times 1 + its part, three parts that sum to 0 at a hue drawn. At mid grey the change is the level drawn. */
function tinted(picture: Picture, random: () => number, share: (x: number, y: number) => number): Picture {
  const hue = 2 * Math.PI * random();
  const level = between(tint.least, tint.most, random);
  const parts = [0, 1, 2].map(c => (Math.SQRT2 * level * Math.cos(hue + (c * 2 * Math.PI) / 3)) / 127.5);
  const data = picture.data.slice();
  for (let y = 0, at = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++, at += 4) {
      const here = share(x, y);
      // The array rounds and keeps within 0 and 255.
      for (let c = 0; c < 3; c++) data[at + c] = (data[at + c] as number) * (1 + here * (parts[c] as number));
    }
  }
  return { ...picture, data };
}

function softened(picture: Picture, random: () => number): Picture {
  const share = between(soft.least, soft.most, random);
  const { width, height } = picture;
  const deviation = between(soft.narrow, soft.wide, random) * Math.min(width, height);
  const data = picture.data.slice();
  for (let c = 0; c < 3; c++) {
    const channel = new Float64Array(width * height);
    for (let i = 0; i < channel.length; i++) channel[i] = picture.data[i * 4 + c] as number;
    const blurred = blur(
      blur(channel, height, width, 1, width, deviation),
      width,
      height,
      width,
      1,
      deviation,
    );
    for (let i = 0; i < channel.length; i++)
      data[i * 4 + c] = (1 - share) * (channel[i] as number) + share * (blurred[i] as number);
  }
  return { ...picture, data };
}

/** A Gaussian along the rows or columns of a channel, out to three deviations; what lies outside repeats the edge. */
function blur(
  values: Float64Array,
  lines: number,
  length: number,
  step: number,
  nextLine: number,
  deviation: number,
): Float64Array {
  const reach = Math.max(1, Math.ceil(3 * deviation));
  const raw = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-(((i - reach) / deviation) ** 2) / 2),
  );
  const total = raw.reduce((sum, w) => sum + w, 0);
  const weights = Float64Array.from(raw, w => w / total);
  const out = new Float64Array(values.length);
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < length; i++) {
      let sum = 0;
      for (let k = -reach; k <= reach; k++) {
        const from = Math.min(length - 1, Math.max(0, i + k));
        sum += (weights[k + reach] as number) * (values[line * nextLine + from * step] as number);
      }
      out[line * nextLine + i * step] = sum;
    }
  }
  return out;
}
