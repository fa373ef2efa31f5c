import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { hasFewColours, shareOfFewColours } from '../../../../src/core/picture/fewColours.ts';
import { sharedFolder } from '../../../fixtures/places.ts';

const side = 96;

function draw(value: (x: number, y: number, channel: number) => number) {
  const data = new Uint8ClampedArray(side * side * 4);
  for (let i = 0; i < data.length; i++) {
    const pixel = i >> 2;
    data[i] = (i & 3) === 3 ? 255 : value(pixel % side, Math.floor(pixel / side), i & 3);
  }
  return { width: side, height: side, data };
}

async function small(image: Sharp) {
  const { data, info } = await image
    .resize(256, 256, { fit: 'outside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}

const cartoon = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">
  <rect width="800" height="600" fill="#7ec8e3"/><rect y="420" width="800" height="180" fill="#5b8c3a"/>
  <circle cx="650" cy="120" r="60" fill="#f6d04d"/><path d="M150 300 270 200 390 300z" fill="#c0392b"/>
  <rect x="180" y="300" width="180" height="130" fill="#eadbc0" stroke="#000" stroke-width="4"/></svg>`);

describe('few colours', () => {
  it('are the commonest six: all of a flat picture, a known share of stripes', () => {
    expect(shareOfFewColours(draw(() => 200))).toBe(1);
    // Twelve stripes of one width and colour each.
    expect(shareOfFewColours(draw(x => Math.floor(x / 8) * 20))).toBeCloseTo(0.5, 9);
  });

  it('are what lines on white have, and what a photo’s slopes and grain have not', () => {
    expect(hasFewColours(draw((x, y) => ((x + y) % 24 === 0 ? 0 : 255)))).toBe(true);
    expect(hasFewColours(draw((x, y, c) => x + y + c * 20 + ((x * 37 + y * 91) % 17)))).toBe(false);
  });

  it('stay few in a cartoon that was kept as a JPEG', async () => {
    const jpeg = await sharp(cartoon).jpeg({ quality: 60 }).toBuffer();
    expect(hasFewColours(await small(sharp(jpeg)))).toBe(true);
  });

  const photos = join(sharedFolder, 'data/photos');
  it.skipIf(!existsSync(photos))('are told of almost no photo', async () => {
    const files = readdirSync(photos, { recursive: true })
      .map(String)
      .filter(name => /\.jpe?g$/.test(name));
    const flat: string[] = [];
    for (const file of files) {
      if (hasFewColours(await small(sharp(join(photos, file))))) flat.push(file);
    }
    expect(files.length).toBeGreaterThan(100);
    expect(flat.length, flat.join(', ')).toBeLessThanOrEqual(files.length / 40);
  });
});
