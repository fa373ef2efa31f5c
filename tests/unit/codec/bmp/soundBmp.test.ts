import { expect, test } from 'vitest';
import { soundBmp } from '../../../../src/codec/bmp/soundBmp.ts';

const le16 = (n: number) => [n & 255, (n >> 8) & 255];
const le32 = (n: number) => [...le16(n), ...le16(n >>> 16)];

/** 3 × 2 pixels of 32 bits with a header of version 4 and masks. */
function bitmap(alphas: readonly number[], height = 2): Uint8Array<ArrayBuffer> {
  const pixels = alphas.flatMap(alpha => [30, 200, 220, alpha]);
  const header = [
    ...[
      ...le32(108),
      ...le32(3),
      ...le32(height),
      ...le16(1),
      ...le16(32),
      ...le32(3),
      ...le32(pixels.length),
    ],
    ...[...le32(0), ...le32(0), ...le32(0), ...le32(0)],
    ...[...le32(0xff0000), ...le32(0xff00), ...le32(0xff), ...le32(0xff000000)],
    ...new Array<number>(52).fill(0),
  ];
  const start = 14 + header.length;
  return Uint8Array.from([
    0x42,
    0x4d,
    ...le32(start + pixels.length),
    ...le32(0),
    ...le32(start),
    ...header,
    ...pixels,
  ]);
}

test('a bitmap whose alpha is 0 everywhere is given without alpha', () => {
  const bytes = bitmap([0, 0, 0, 0, 0, 0]);
  const sound = soundBmp(bytes);
  expect([...sound.subarray(66, 70)]).toEqual([0, 0, 0, 0]);
  expect(sound.subarray(70)).toEqual(bytes.subarray(70));
  expect([...soundBmp(bitmap([0, 0, 0, 0, 0, 0], -2)).subarray(66, 70)]).toEqual([0, 0, 0, 0]);
});

test.each([[[0, 0, 0, 0, 0, 255]], [[128, 0, 0, 0, 0, 0]], [[255, 255, 255, 255, 255, 255]]])(
  'one that is there in places stays as it is: %j',
  alphas => {
    const bytes = bitmap(alphas);
    expect(soundBmp(bytes)).toBe(bytes);
  },
);

test('one that is cut off anywhere is looked at, and no further than it goes', () => {
  const bytes = bitmap([0, 0, 0, 0, 0, 0]);
  for (let length = 0; length < bytes.length; length++) soundBmp(bytes.slice(0, length));
});
