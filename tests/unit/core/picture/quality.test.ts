import { describe, expect, it } from 'vitest';
import {
  likeness,
  lumaOf,
  meanLuma,
  type Picture,
  patchesOf,
  psnr,
  psnrOf,
  squaredError,
} from '../../../../src/core/picture/quality.ts';
import reference from '../../../fixtures/quality.json' with { type: 'json' };

type Value = (x: number, y: number, channel: number) => number;

function draw(width: number, height: number, value: Value): Picture {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      for (let c = 0; c < 3; c++) data[at + c] = value(x, y, c);
      data[at + 3] = (x * 5) % 256;
    }
  }
  return { width, height, data };
}

/** The pictures of quality.py: whole-number arithmetic, the same in both languages. */
function pairOf(width: number, height: number, seed: number, amount: number) {
  const value: Value = (x, y, c) => {
    const texture = (x * x * 3 + y * y * 5 + x * y * 7 + seed * 97 + c * 41) % 61;
    const slope = (x * (3 + c) + y * (5 - c) + seed * 11) % 256;
    return Math.floor((slope * 3 + texture) / 4);
  };
  const shift: Value = (x, y, c) =>
    ((x * 17 + y * 29 + x * y * 3 + c * 7 + seed * 13) % (2 * amount + 1)) - amount;
  return {
    before: draw(width, height, value),
    after: draw(width, height, (x, y, c) => value(x, y, c) + shift(x, y, c)),
  };
}

describe('against another program (tests/fixtures/quality.py)', () => {
  for (const { width, height, seed, amount, ...wanted } of reference.cases) {
    it(`${width} × ${height}, changed by up to ${amount}`, () => {
      const { before, after } = pairOf(width, height, seed, amount);
      expect(psnr(before, after)).toBeCloseTo(wanted.psnr, 9);
      expect(likeness(before, after)?.ssim).toBeCloseTo(wanted.ssim, 9);
      expect(meanLuma(before)).toBeCloseTo(wanted.luma, 9);
    });
  }
});

describe('likeness', () => {
  it('is perfect for equal pictures, whatever their alpha', () => {
    const { before } = pairOf(20, 20, 7, 3);
    const clear = { ...before, data: before.data.map((value, i) => (i % 4 === 3 ? 0 : value)) };
    expect(psnr(before, clear)).toBe(Infinity);
    expect(likeness(before, clear)?.ssim).toBe(1);
  });

  it('has no SSIM where the window does not fit', () => {
    const { before, after } = pairOf(10, 40, 7, 3);
    expect(likeness(before, after)).toBeNull();
    expect(psnr(before, after)).toBeGreaterThan(0);
  });

  it('tells structure from brightness: a shift leaves it alone, lost detail does not', () => {
    const { before } = pairOf(40, 40, 3, 0);
    const of = (change: (level: number) => number) => ({
      ...before,
      data: before.data.map((level, i) => (i % 4 === 3 ? level : change(level))),
    });
    const darker = likeness(
      before,
      of(level => level / 2 + 20),
    ) ?? { ssim: 1, structure: 1 };
    const shifted = likeness(
      of(level => level / 2),
      of(level => level / 2 + 30),
    ) ?? { ssim: 1, structure: 0 };
    expect(darker.structure).toBeLessThan(0.95);
    expect(shifted.structure).toBeCloseTo(1, 2);
    expect(shifted.ssim).toBeLessThan(0.98);
  });

  it('comes to the same in parts as in one', () => {
    const { before, after } = pairOf(30, 20, 7, 30);
    const half = ({ data }: Picture, from: number) => ({
      width: 30,
      height: 10,
      data: data.slice(from, from + 1200),
    });
    const top = squaredError(half(before, 0), half(after, 0));
    const bottom = squaredError(half(before, 1200), half(after, 1200));
    const together = { sum: top.sum + bottom.sum, count: top.count + bottom.count };
    expect(psnrOf(together)).toBeCloseTo(psnr(before, after), 12);
  });

  it('refuses pictures of different sizes', () => {
    const { before } = pairOf(12, 12, 1, 1);
    expect(() => psnr(before, { ...before, width: 13 })).toThrow(RangeError);
  });

  it('weighs green most', () => {
    expect(lumaOf(draw(1, 1, (_x, _y, c) => (c === 1 ? 100 : 0)))[0]).toBeCloseTo(58.7, 9);
  });
});

describe('patches', () => {
  it('are the whole of a photo up to 512 × 512', () => {
    expect(patchesOf(512, 512)).toEqual([{ x: 0, y: 0, width: 512, height: 512 }]);
  });

  it('of any larger photo are few, apart from each other and inside', () => {
    for (const [width, height] of [
      [8000, 6000],
      [513, 512],
      [1025, 1024],
      [3000, 4000],
      [60_000, 30],
      [200, 9000],
      [20_000, 700],
    ] as const) {
      const patches = patchesOf(width, height);
      expect(patches.length, `${width} × ${height}`).toBeGreaterThan(0);
      expect(patches.length).toBeLessThanOrEqual(16);
      for (const { x, y, width: w, height: h } of patches) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + w).toBeLessThanOrEqual(width);
        expect(y + h).toBeLessThanOrEqual(height);
      }
      for (const [i, a] of patches.entries()) {
        for (const b of patches.slice(i + 1)) {
          const apart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(apart).toBe(true);
        }
      }
    }
    expect(patchesOf(8000, 6000).length).toBeGreaterThanOrEqual(12);
  });
});
