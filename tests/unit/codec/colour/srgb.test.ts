import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { isSrgb } from '../../../../src/codec/colour/srgb.ts';
import { profileOfJpeg } from '../../../../src/codec/jpeg/profile.ts';
import { srgbProfile } from '../../../../src/codec/metadata/srgbProfile.ts';
import { adobeRgb, displayP3, profileOf } from '../../../fixtures/colourSpaces.ts';
import { root } from '../../../fixtures/places.ts';

const photo = readFileSync(join(root, 'tests/fixtures/jpeg/even-420.jpg'));

/** Our profile of sRGB with its curves as a table of samples. */
function withTable(samples: number, curve: (x: number) => number): Uint8Array<ArrayBuffer> {
  const icc = srgbProfile();
  const out = new Uint8Array(icc.length + 12 + 2 * samples);
  out.set(icc);
  const view = new DataView(out.buffer);
  out.set(new TextEncoder().encode('curv'), icc.length);
  view.setUint32(icc.length + 8, samples);
  for (let i = 0; i < samples; i++) {
    view.setUint16(icc.length + 12 + 2 * i, Math.round(65_535 * curve(i / (samples - 1))));
  }
  for (let i = 0; i < view.getUint32(128); i++) {
    const entry = 132 + 12 * i;
    if (!String.fromCharCode(...out.subarray(entry, entry + 4)).endsWith('TRC')) continue;
    view.setUint32(entry + 4, icc.length);
    view.setUint32(entry + 8, 12 + 2 * samples);
  }
  return out;
}

const srgbCurve = (x: number) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);

test('the profile that Chromium gives to what a canvas writes is one of sRGB', () => {
  const written = readFileSync(join(root, 'tests/fixtures/jpeg/canvas.jpg'));
  expect(isSrgb(profileOfJpeg(written) ?? new Uint8Array())).toBe(true);
});

test('profiles of sRGB are known by their numbers: curves as a formula or as a table', async () => {
  expect(isSrgb(srgbProfile())).toBe(true);
  expect(isSrgb(withTable(1024, srgbCurve))).toBe(true);
  const written = await sharp(photo).withIccProfile('srgb').jpeg().toBuffer();
  expect(isSrgb(profileOfJpeg(written) ?? new Uint8Array())).toBe(true);
});

test('others are not, whatever they call themselves', async () => {
  expect(isSrgb(profileOf(displayP3, 'sRGB'))).toBe(false);
  expect(isSrgb(profileOf(adobeRgb, 'sRGB'))).toBe(false);
  expect(isSrgb(withTable(1024, x => x ** 2.2))).toBe(false);
  expect(isSrgb(withTable(2, x => x))).toBe(false);
  const written = await sharp(photo).withIccProfile('p3').jpeg().toBuffer();
  expect(isSrgb(profileOfJpeg(written) ?? new Uint8Array())).toBe(false);
  expect(isSrgb(new Uint8Array())).toBe(false);
  for (const length of [131, 140, 200, 300]) expect(isSrgb(srgbProfile().slice(0, length))).toBe(false);
});

test('one with tables of colours is not: those would count in the place of its curves', () => {
  const icc = srgbProfile();
  // The copyright becomes such a table.
  const at = Buffer.from(icc).indexOf('cprt');
  icc.set(new TextEncoder().encode('A2B0'), at);
  expect(isSrgb(icc)).toBe(false);
});

test('a profile over several segments is put together', () => {
  const icc = srgbProfile();
  const segment = (part: Uint8Array, number: number) => {
    const content = [...new TextEncoder().encode('ICC_PROFILE\0'), number, 2, ...part];
    return [0xff, 0xe2, (content.length + 2) >> 8, (content.length + 2) & 255, ...content];
  };
  const parts = [segment(icc.subarray(0, 150), 1), segment(icc.subarray(150), 2)].flat();
  const file = Uint8Array.of(...photo.subarray(0, 2), ...parts, ...photo.subarray(2));
  expect(profileOfJpeg(file)).toEqual(icc);
  expect(profileOfJpeg(photo)).toBeNull();
});
