import seedrandom from 'seedrandom';
import { expect, it } from 'vitest';
import type { Picture } from '../../../../../src/core/picture/resize.ts';
import { edited, editNames } from '../../../../../src/prove/core/detector/edits.ts';

const side = 48;
const painted = (at: (x: number, y: number) => number): Picture => {
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let i = 0; i < side * side; i++) data.fill(at(i % side, Math.floor(i / side)), i * 4, i * 4 + 3);
  return { width: side, height: side, data };
};
const grey = painted(() => 128);

/** Root mean square of what an edit changed, in levels. */
function change(before: Picture, after: Picture): number {
  let squares = 0;
  for (let i = 0; i < before.data.length; i++)
    if (i % 4 < 3) squares += ((after.data[i] ?? 0) - (before.data[i] ?? 0)) ** 2;
  return Math.sqrt(squares / (side * side * 3));
}

it.each(['tinted', 'graduated'] as const)('%s photos are as far from the original as casts are', edit => {
  for (let i = 0; i < 30; i++) {
    const far = change(grey, edited(grey, edit, seedrandom(`${i}`)));
    expect(far).toBeGreaterThan(3.3);
    expect(far).toBeLessThan(12.8);
  }
});

it('a tint is the same all over, and leaves the brightness of grey', () => {
  const { data } = edited(grey, 'tinted', seedrandom('a'));
  const first = [...data.slice(0, 3)];
  expect([...data.slice(-4, -1)]).toEqual(first);
  expect(Math.abs(first.reduce((sum, value) => sum + value, 0) - 3 * 128)).toBeLessThan(3);
});

it('a graduated tint goes from one hue to its opposite', () => {
  const { data } = edited(grey, 'graduated', seedrandom('a'));
  for (let c = 0; c < 3; c++) {
    const corners = [data[c] ?? 0, data[data.length - 4 + c] ?? 0];
    expect((corners[0] ?? 0) + (corners[1] ?? 0)).toBeGreaterThan(254);
    expect((corners[0] ?? 0) + (corners[1] ?? 0)).toBeLessThan(258);
  }
});

it('soft focus keeps even ground, and takes part of an edge', () => {
  expect(change(grey, edited(grey, 'soft-focus', seedrandom('a')))).toBe(0);
  const edge = painted(x => (x < side / 2 ? 50 : 200));
  const { data } = edited(edge, 'soft-focus', seedrandom('a'));
  const row = Array.from({ length: side }, (_, x) => data[(20 * side + x) * 4] ?? 0);
  expect(row[0]).toBe(50);
  expect(row.at(-1)).toBe(200);
  const step = (row[side / 2] ?? 0) - (row[side / 2 - 1] ?? 0);
  // Of the 150 levels what the soft copy has not taken: half of it to four fifths, and a little of the copy's own.
  expect(step).toBeGreaterThan(75);
  expect(step).toBeLessThan(150);
});

it.each(editNames)('%s: the same draws, the same picture; the photo stays as it was', edit => {
  const photo = painted((x, y) => (x * 5 + y * 3) % 256);
  const before = photo.data.slice();
  expect(edited(photo, edit, seedrandom('b'))).toEqual(edited(photo, edit, seedrandom('b')));
  expect(photo.data).toEqual(before);
});
