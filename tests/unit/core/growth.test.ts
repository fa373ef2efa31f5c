import { expect, test } from 'vitest';
import { expectedBytes, toTry, type WeighedPhoto } from '../../../src/core/growth.ts';

const photo = (type: WeighedPhoto['type'], bytes: number, side = 1000): WeighedPhoto => ({
  type,
  bytes,
  width: side,
  height: side,
});

test('a few are tried, spread over the photos, and of each kind; none that is huge or unread', () => {
  const jpegs = Array.from({ length: 100 }, () => photo('image/jpeg', 1000));
  expect(toTry(jpegs)).toEqual([12, 37, 62, 87]);
  expect(toTry([photo('image/jpeg', 10)])).toEqual([0]);
  const mixed = [...jpegs, photo('image/png', 5), photo('image/webp', 1)];
  expect(toTry(mixed)).toEqual([25, 75, 100, 101]);
  expect(toTry([photo('image/jpeg', 1, 9000), photo('image/jpeg', 1, 0)])).toEqual([]);
});

test('kinds grow by what was seen of them, and others by what was seen of all', () => {
  const photos = [photo('image/jpeg', 100), photo('image/png', 1000), photo('image/webp', 10)];
  const tried = [
    { type: 'image/jpeg', before: 100, after: 150 },
    { type: 'image/png', before: 100, after: 250 },
  ] as const;
  expect(expectedBytes(photos, tried)).toBe(150 + 2500 + 20);
  expect(expectedBytes(photos, [])).toBeNull();
});
