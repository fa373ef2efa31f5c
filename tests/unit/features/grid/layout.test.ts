import { describe, expect, it } from 'vitest';
import { layoutFor, stepFor, tilesInBand } from '../../../../src/features/grid/layout.ts';

describe('layoutFor', () => {
  it.each([200, 360, 479, 480, 720, 1024, 1301, 2560])('fills a width of %i exactly', width => {
    const { columns, tile, gap, padding } = layoutFor(width);
    expect(columns * tile + (columns - 1) * gap + 2 * padding).toBeCloseTo(width, 6);
  });

  it('has the same room on both sides when a scroll bar takes some of it', () => {
    const bar = 10;
    const { columns, tile, gap, padding } = layoutFor(700 - bar, bar);
    expect(padding + columns * tile + (columns - 1) * gap).toBeCloseTo(700 - padding, 6);
  });

  it('keeps three columns on the narrowest phone', () => {
    expect(layoutFor(360).columns).toBe(3);
  });

  it('shows one column in no room at all', () => {
    expect(layoutFor(0)).toMatchObject({ columns: 1, tile: 1 });
  });
});

describe('tilesInBand', () => {
  // Tiles of 100 at 10, 120, 230; rows likewise.
  const layout = { columns: 3, tile: 100, gap: 10, padding: 10 };
  const at = (x1: number, y1: number, x2: number, y2: number, count = 8) =>
    tilesInBand(layout, count, { x1, y1, x2, y2 });

  it('takes what it touches, in whatever direction it is drawn', () => {
    expect(at(5, 5, 125, 125)).toEqual([0, 1, 3, 4]);
    expect(at(125, 125, 5, 5)).toEqual([0, 1, 3, 4]);
  });

  it('takes nothing that lies wholly in a gap or beside the tiles', () => {
    expect(at(112, 20, 118, 90)).toEqual([]);
    expect(at(0, 0, 8, 400)).toEqual([]);
  });

  it('takes no tile that is not there', () => {
    expect(at(225, 225, 900, 900)).toEqual([]);
    expect(at(115, 225, 900, 900)).toEqual([7]);
  });

  it('agrees with looking at every tile', () => {
    for (let i = 0; i < 300; i++) {
      const [x1, y1, x2, y2] = [37, 53, 71, 97].map(step => (i * step) % 360) as [
        number,
        number,
        number,
        number,
      ];
      const inside = Array.from({ length: 8 }, (_, n) => n).filter(n => {
        const left = 10 + (n % 3) * 110;
        const top = 10 + Math.floor(n / 3) * 110;
        const wide = Math.max(x1, x2) >= left && Math.min(x1, x2) <= left + 100;
        return wide && Math.max(y1, y2) >= top && Math.min(y1, y2) <= top + 100;
      });
      expect(at(x1, y1, x2, y2), `${x1} ${y1} ${x2} ${y2}`).toEqual(inside);
    }
  });
});

describe('stepFor', () => {
  // Eleven photos in rows of four, two rows a page.
  const to = (key: string, at: number) => {
    const by = stepFor(key, at, 11, 4, 2);
    return by === null ? null : at + by;
  };

  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowLeft', 4, 3],
    ['ArrowDown', 1, 5],
    ['ArrowUp', 5, 1],
    ['Home', 6, 0],
    ['End', 6, 10],
    ['PageDown', 1, 9],
    ['PageUp', 9, 1],
  ])('%s goes from %i to %i', (key, from, expected) => {
    expect(to(key, from)).toBe(expected);
  });

  it('stays in its column at the upper and lower edge', () => {
    expect(to('ArrowUp', 2)).toBe(2);
    expect(to('ArrowDown', 9)).toBe(9);
    expect(to('PageUp', 6)).toBe(2);
  });

  it('goes to the end of a short last row', () => {
    expect(to('ArrowDown', 7)).toBe(10);
  });

  it('begins at the first photo', () => {
    expect(stepFor('ArrowDown', -1, 11, 4, 2)).toBe(0);
  });

  it('leaves other keys alone', () => {
    expect(to('a', 3)).toBeNull();
  });
});
