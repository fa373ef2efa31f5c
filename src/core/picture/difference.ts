import type { Picture } from './resize.ts';

/** How many times a difference is amplified, so that it can be seen. */
const differenceGain = 4;

/**
 * What changed from one picture to another, as a picture: 128 + gain · (after − before) a channel, cut to 0…255. Mid-grey
 * is unchanged, lighter became lighter. Opaque. Throws a RangeError when the sizes differ.
 */
export function signedDifference(before: Picture, after: Picture, gain = differenceGain): Picture {
  const { width, height } = before;
  if (after.width !== width || after.height !== height) throw new RangeError('pictures of different sizes');
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < data.length; i++) {
    data[i] = (i & 3) === 3 ? 255 : 128 + gain * ((after.data[i] as number) - (before.data[i] as number));
  }
  return { width, height, data };
}
