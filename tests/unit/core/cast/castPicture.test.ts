import { expect, it } from 'vitest';
import { CastChooser } from '../../../../src/core/cast/castChooser.ts';
import { CastField } from '../../../../src/core/cast/castField.ts';
import { castPicture } from '../../../../src/core/cast/castPicture.ts';

const cast = new CastChooser().add('a seed');

it('is what the field adds to a square photo, amplified on mid-grey, opaque', () => {
  const { width, height, data } = castPicture(cast, 5, 24, 4);
  expect([width, height]).toEqual([24, 24]);
  const field = new CastField(cast, 5, 24, 24);
  for (const [x, y] of [
    [0, 0],
    [7, 3],
    [23, 20],
  ] as const) {
    const wanted = field.at(x, y).map(level => Math.min(255, Math.max(0, 128 + 4 * level)));
    const shown = [...data.slice((y * 24 + x) * 4, (y * 24 + x) * 4 + 4)];
    expect(shown[3]).toBe(255);
    for (const [c, level] of wanted.entries())
      expect(Math.abs((shown[c] ?? 0) - level)).toBeLessThanOrEqual(0.5);
  }
});

it('is grey at level 0', () => {
  expect(castPicture(cast, 0, 4, 6).data.every((level, i) => level === (i % 4 === 3 ? 255 : 128))).toBe(true);
});
