import { expect, test } from 'vitest';
import { soundBmp } from '../../../../src/codec/bmp/soundBmp.ts';
import { bitmap } from '../../../fixtures/bitmaps.ts';

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
