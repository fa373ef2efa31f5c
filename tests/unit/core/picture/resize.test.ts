import { describe, expect, it } from 'vitest';
import { type Picture, resized, sizeWithShortSide } from '../../../../src/core/picture/resize.ts';

function draw(width: number, height: number, value: (x: number, y: number, c: number) => number): Picture {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < data.length; i++) {
    const pixel = i >> 2;
    data[i] = value(pixel % width, Math.floor(pixel / width), i & 3);
  }
  return { width, height, data };
}

/** Mean over [from, to) × [top, bottom), pixels at the edges by their share: the definition, slowly. */
function mean(picture: Picture, from: number, to: number, top: number, bottom: number, c: number): number {
  let sum = 0;
  for (let y = 0; y < picture.height; y++) {
    const down = Math.min(y + 1, bottom) - Math.max(y, top);
    if (down <= 0) continue;
    for (let x = 0; x < picture.width; x++) {
      const across = Math.min(x + 1, to) - Math.max(x, from);
      if (across > 0) sum += down * across * (picture.data[(y * picture.width + x) * 4 + c] ?? 0);
    }
  }
  return sum / ((to - from) * (bottom - top));
}

describe('making smaller', () => {
  it('is the area average, in all four channels', () => {
    const picture = draw(37, 23, (x, y, c) => (x * 31 + y * 57 + x * y * 3 + c * 71) % 256);
    const [columns, rows] = [10, 7];
    const small = resized(picture, { width: columns, height: rows });
    expect([small.width, small.height]).toEqual([columns, rows]);
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++) {
        for (let c = 0; c < 4; c++) {
          const [w, h] = [37 / columns, 23 / rows];
          const wanted = mean(picture, i * w, (i + 1) * w, j * h, (j + 1) * h, c);
          expect(Math.abs((small.data[(j * columns + i) * 4 + c] ?? 0) - wanted)).toBeLessThanOrEqual(
            0.5 + 1e-9,
          );
        }
      }
    }
  });

  it('sums long rows of white without spilling', () => {
    const white = resized(
      draw(3000, 2, () => 255),
      { width: 1, height: 1 },
    );
    expect([...white.data]).toEqual([255, 255, 255, 255]);
  });
});

describe('making larger', () => {
  it('goes straight from one pixel centre to the next', () => {
    const two = draw(2, 1, x => x * 100);
    const four = resized(two, { width: 4, height: 1 });
    expect([0, 1, 2, 3].map(x => four.data[x * 4])).toEqual([0, 25, 75, 100]);
  });

  it('can go with making smaller, side by side', () => {
    const mixed = resized(
      draw(4, 2, (_x, y) => y * 100),
      { width: 2, height: 4 },
    );
    expect([0, 1, 2, 3].map(y => mixed.data[y * 8])).toEqual([0, 25, 75, 100]);
  });
});

describe('sizes', () => {
  it('keep the shape', () => {
    expect(sizeWithShortSide({ width: 8000, height: 6000 }, 224)).toEqual({ width: 299, height: 224 });
    expect(sizeWithShortSide({ width: 20, height: 4000 }, 32)).toEqual({ width: 32, height: 6400 });
  });

  it('give the same picture back where nothing changes', () => {
    const picture = draw(5, 5, x => x);
    expect(resized(picture, { width: 5, height: 5 })).toBe(picture);
  });
});
