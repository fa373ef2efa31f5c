import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipped, grown, tilesOf, wholeOf } from '../../../src/engine/regions.ts';

const length = fc.integer({ min: 1, max: 60 });

describe('tiles', () => {
  it('cover the region exactly once and keep to the limits', () => {
    fc.assert(
      fc.property(length, length, length, length, (width, height, maxWidth, maxHeight) => {
        const region = { x: 3, y: 5, width, height };
        const seen = new Uint8Array(width * height);
        for (const tile of tilesOf(region, maxWidth, maxHeight)) {
          expect(tile.width).toBeGreaterThan(0);
          expect(tile.height).toBeGreaterThan(0);
          expect(tile.width).toBeLessThanOrEqual(maxWidth);
          expect(tile.height).toBeLessThanOrEqual(maxHeight);
          for (let y = tile.y; y < tile.y + tile.height; y++) {
            for (let x = tile.x; x < tile.x + tile.width; x++) {
              const at = (y - region.y) * width + x - region.x;
              seen[at] = (seen[at] ?? 0) + 1;
            }
          }
        }
        expect(seen.every(times => times === 1)).toBe(true);
      }),
    );
  });

  it('leave no sliver', () => {
    const widths = tilesOf({ x: 0, y: 0, width: 101, height: 1 }, 100, 1).map(tile => tile.width);
    expect(widths).toEqual([50, 51]);
  });

  it('are none for an empty region', () => {
    expect(tilesOf({ x: 0, y: 0, width: 0, height: 9 }, 4, 4)).toEqual([]);
  });
});

describe('margins', () => {
  it('stay inside the photo', () => {
    expect(grown({ x: 1, y: 10, width: 5, height: 5 }, 4, 12, 20)).toEqual({
      x: 0,
      y: 6,
      width: 10,
      height: 13,
    });
    expect(clipped({ x: -3, y: 30, width: 9, height: 9 }, 5, 20)).toEqual({
      x: 0,
      y: 20,
      width: 5,
      height: 0,
    });
    expect(wholeOf({ width: 4, height: 3 })).toEqual({ x: 0, y: 0, width: 4, height: 3 });
  });
});
