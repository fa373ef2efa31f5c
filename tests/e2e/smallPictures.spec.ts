import { expect } from '@playwright/test';
import { encode } from 'fast-png';
import { drawPicture } from '../fixtures/pictures.ts';
import { test } from '../harness/page.ts';

const [width, height] = [33, 21];

/** Every fifth pixel, as fractions that fall into its middle. */
const places = Array.from({ length: Math.floor((width * height) / 5) }, (_, i) => {
  const at = i * 5;
  return [((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / height] as const;
});

for (const [title, channels] of [
  ['grey', 1],
  ['RGB', 3],
  ['RGBA without a clear pixel', 4],
  ['RGBA with clear pixels', 4],
] as const) {
  test(`a small PNG, ${title}, is read to the level`, async ({ engines: { page } }) => {
    const clear = title.endsWith('with clear pixels');
    const drawn = drawPicture(width, height, 4, 4);
    const data = new Uint8Array(width * height * channels);
    for (let i = 0; i < data.length; i++) {
      const from = Math.floor(i / channels) * 4 + (i % channels);
      data[i] = i % channels === 3 && !clear ? 255 : (drawn.data[from] ?? 0);
    }
    const base64 = Buffer.from(encode({ width, height, channels, depth: 8, data })).toString('base64');
    const seen = await page.evaluate(async ([base64, places]) => window.openCodec().seen(base64, places), [
      base64,
      places,
    ] as const);
    if ('kind' in seen) throw new Error(`refused: ${seen.kind}`);
    expect(seen).toMatchObject({ width, height, opaque: !clear });
    places.forEach((_, i) => {
      const at = i * 5 * channels;
      const levels = [...data.subarray(at, at + channels)];
      const colour = channels === 1 ? [levels[0], levels[0], levels[0], 255] : [...levels, 255].slice(0, 4);
      expect(seen.colours[i], `pixel ${i * 5}`).toEqual(colour);
    });
  });
}
