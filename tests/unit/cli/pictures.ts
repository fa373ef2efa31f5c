import sharp from 'sharp';

/** Levels without a pattern, the same for the same seed. */
export function noise(length: number, seed: number): Uint8ClampedArray<ArrayBuffer> {
  const data = new Uint8ClampedArray(length);
  let state = seed * 2654435761 + 12345;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[at] = state >>> 24;
  }
  return data;
}

/** A picture file with noise in it. */
export function picture(
  format: 'png' | 'jpeg' | 'webp',
  width: number,
  height: number,
  seed: number,
  channels: 3 | 4 = 3,
): Promise<Buffer> {
  return sharp(noise(width * height * channels, seed), { raw: { width, height, channels } })
    .toFormat(format)
    .toBuffer();
}
