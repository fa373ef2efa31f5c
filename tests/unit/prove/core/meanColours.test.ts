import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CastField } from '../../../../src/core/cast/castField.ts';
import { meanColours, meanColoursLength } from '../../../../src/prove/core/meanColours.ts';
import { numbers } from '../../../fixtures/pictures.ts';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

function picture(width: number, height: number, colourAt: (x: number, y: number) => Colour) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(colourAt(x, y), (y * width + x) * 4);
  return { width, height, data };
}

/** R, G and B of a cell. */
const cell = (colours: Float32Array, column: number, row: number) => [
  ...colours.subarray((row * 6 + column) * 3, (row * 6 + column) * 3 + 3),
];

describe('mean colours', () => {
  it('are those of the central square, in rows', () => {
    // 16 × 12: the square is columns 2 to 13, and a cell is 2 × 2 pixels.
    const seen = meanColours(picture(16, 12, (x, y) => [10 * x, 20 * y, x < 2 || x > 13 ? 255 : 7, 255]));
    expect(seen).toHaveLength(meanColoursLength);
    expect(cell(seen, 0, 0)).toEqual([25, 10, 7]);
    expect(cell(seen, 5, 0)).toEqual([125, 10, 7]);
    expect(cell(seen, 2, 5)).toEqual([65, 210, 7]);
  });

  it('take pixels on a border by their share', () => {
    // Nine pixels in six cells of one and a half: (10·0 + ½·10) / 1.5, then (½·10 + 20) / 1.5.
    const seen = meanColours(picture(9, 9, x => [10 * x, 0, 0, 255]));
    expect(cell(seen, 0, 3)[0]).toBeCloseTo(5 / 1.5, 4);
    expect(cell(seen, 1, 3)[0]).toBeCloseTo(25 / 1.5, 4);
    // A photo of one pixel is of one colour.
    expect(cell(meanColours(picture(1, 1, () => [3, 4, 5, 255])), 4, 2)).toEqual([3, 4, 5].map(Math.fround));
  });

  it('lay what is see-through on white', () => {
    const seen = meanColours(picture(6, 6, () => [0, 100, 200, 51]));
    for (const [i, value] of [204, 224, 244].entries()) expect(seen[i]).toBeCloseTo(value, 4);
  });

  it('are moved by a cast alike, whatever the photo and its size', () => {
    const cast = Array.from({ length: 21 }, numbers(5)).map(draw => 2 * draw - 1);
    fc.assert(
      fc.property(fc.integer({ min: 48, max: 90 }), fc.integer({ min: 48, max: 90 }), (width, height) => {
        const next = numbers(width * height);
        const plain = picture(width, height, () => [
          80 + 90 * next(),
          80 + 90 * next(),
          80 + 90 * next(),
          255,
        ]);
        const field = new CastField(cast, 8, width, height);
        const carrying = picture(width, height, (x, y) => {
          const added = field.at(x, y);
          const at = (y * width + x) * 4;
          const value = (c: 0 | 1 | 2) => (plain.data[at + c] as number) + added[c];
          return [value(0), value(1), value(2), 255];
        });
        const [before, after] = [meanColours(plain), meanColours(carrying)];
        const square = new CastField(cast, 8, 600, 600);
        for (let row = 0; row < 6; row++)
          for (let column = 0; column < 6; column++) {
            const moved = cell(after, column, row).map(
              (value, c) => value - (cell(before, column, row)[c] as number),
            );
            const expected = meanOfCell(square, column, row);
            for (const [c, value] of moved.entries())
              expect(Math.abs(value - (expected[c] as number))).toBeLessThan(0.6);
          }
      }),
      { numRuns: 12 },
    );
  });
});

/** Mean of a field of 600 × 600 pixels over a cell, from every tenth pixel both ways. */
function meanOfCell(field: CastField, column: number, row: number): readonly number[] {
  const sums = [0, 0, 0];
  for (let y = 4.5; y < 100; y += 10)
    for (let x = 4.5; x < 100; x += 10)
      for (const [c, value] of field.at(column * 100 + x, row * 100 + y).entries())
        sums[c] = (sums[c] as number) + value / 100;
  return sums;
}
