import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ciede2000 } from '../../../../src/core/picture/ciede2000.ts';
import type { Picture } from '../../../../src/core/picture/quality.ts';
import { labOf, seenDifference } from '../../../../src/core/picture/seenDifference.ts';

type Value = (x: number, y: number, channel: number) => number;

function draw(width: number, height: number, value: Value): Picture {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < data.length; i++) {
    const pixel = i >> 2;
    data[i] = (i & 3) === 3 ? 255 : value(pixel % width, Math.floor(pixel / width), i & 3);
  }
  return { width, height, data };
}

describe('CIELAB', () => {
  it('has the published values of the primaries, and no colour in greys', () => {
    const red = labOf(1, 0, 0);
    expect([red.l, red.a, red.b].map(Math.round)).toEqual([53, 80, 67]);
    const blue = labOf(0, 0, 1);
    expect([blue.l, blue.a, blue.b].map(Math.round)).toEqual([32, 79, -108]);
    const grey = labOf(0.2, 0.2, 0.2);
    expect(Math.hypot(grey.a, grey.b)).toBeLessThan(1e-9);
    expect(labOf(1, 1, 1).l).toBeCloseTo(100, 9);
  });
});

describe('the difference that is seen', () => {
  it('of flat pictures is that of their colours', () => {
    const one = draw(30, 20, (_x, _y, c) => [120, 80, 40][c] ?? 0);
    const other = draw(30, 20, (_x, _y, c) => [126, 80, 36][c] ?? 0);
    const linear = (level: number) => ((level / 255 + 0.055) / 1.055) ** 2.4;
    const of = (r: number, g: number, b: number) => labOf(linear(r), linear(g), linear(b));
    expect(seenDifference(one, other)).toBeCloseTo(ciede2000(of(120, 80, 40), of(126, 80, 36)), 9);
  });

  it('is less for what an eye does not resolve: the same change from pixel to pixel, and in one piece', () => {
    const grey = draw(64, 64, () => 128);
    const chequered = draw(64, 64, (x, y) => 128 + ((x + y) % 2 === 0 ? 8 : -8));
    const halves = draw(64, 64, x => 128 + (x < 32 ? 8 : -8));
    expect(seenDifference(grey, chequered)).toBeLessThan(seenDifference(grey, halves) / 4);
  });

  it('is nothing for equal pictures, the same both ways, and grows with the change, at any size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 19 }),
        fc.integer({ min: 1, max: 19 }),
        fc.integer({ min: 1, max: 60 }),
        (width, height, change) => {
          const at: Value = (x, y, c) => 90 + ((x * 7 + y * 11 + c * 5) % 40);
          const before = draw(width, height, at);
          const changed = (by: number) => draw(width, height, (x, y, c) => at(x, y, c) + by);
          expect(seenDifference(before, before)).toBe(0);
          const here = seenDifference(before, changed(change));
          expect(seenDifference(changed(change), before)).toBeCloseTo(here, 9);
          expect(seenDifference(before, changed(change + 1))).toBeGreaterThan(here);
        },
      ),
    );
  });

  it('refuses pictures of different sizes', () => {
    const flat = (width: number) => draw(width, 4, () => 0);
    expect(() => seenDifference(flat(4), flat(5))).toThrow(RangeError);
  });
});
