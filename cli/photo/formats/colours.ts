import sharp, { type Sharp } from 'sharp';
import { rawPng } from '../../../src/codec/png/rawPng.ts';
import type { Pixels } from '../../../src/engine/engine.ts';

/** What libvips makes of a picture: RGBA, in sRGB. */
export async function rgbaOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // sharp gives each result memory of its own.
  const levels = new Uint8ClampedArray(data.buffer as ArrayBuffer, data.byteOffset, data.length);
  return { width: info.width, height: info.height, data: levels };
}

/** Pixels in the colours of an ICC profile, brought to sRGB. Alpha stays. */
export function inSrgb({ width, height, data }: Pixels, icc: Uint8Array): Promise<Pixels> {
  return rgbaOf(sharp(rawPng(width, height, data, { kind: 'profile', icc }), { limitInputPixels: false }));
}

/** libvips's own profile of Display P3, for pictures that say by a number alone that they are in it. */
export async function displayP3(): Promise<Uint8Array> {
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: 'black' } });
  const { icc } = await sharp(await dot.withIccProfile('p3').png().toBuffer()).metadata();
  if (icc === undefined) throw new Error('libvips has no profile of Display P3.');
  return icc;
}
