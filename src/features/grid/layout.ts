/** Where tiles lie, in CSS pixels. Tiles are square; rows are equal; nothing here looks at the page. */
export interface GridLayout {
  readonly columns: number;
  /** Side of a tile. */
  readonly tile: number;
  readonly gap: number;
  /** Free space above, below and before all tiles. */
  readonly padding: number;
}

export interface Band {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/**
 * Tiles as large as fit evenly into `width`, the inner width of the scrolling box. The room after the tiles is as
 * wide as that before them, the scroll bar of `bar` pixels counted in.
 */
export function layoutFor(width: number, bar = 0): GridLayout {
  const narrow = width < 480;
  const gap = narrow ? 6 : 10;
  const padding = narrow ? 12 : 16;
  const smallest = narrow ? 96 : width > 1300 ? 136 : 112;
  const inner = Math.max(0, width - padding - Math.max(0, padding - bar));
  const columns = Math.max(1, Math.floor((inner + gap) / (smallest + gap)));
  return { columns, gap, padding, tile: Math.max(1, (inner - gap * (columns - 1)) / columns) };
}

/** Indices of the tiles that a rectangle touches; its corners in the coordinates of the whole grid, in any order. */
export function tilesInBand(layout: GridLayout, count: number, band: Band): readonly number[] {
  const { columns, tile, gap, padding } = layout;
  const step = tile + gap;
  const span = (a: number, b: number, most: number): readonly [number, number] => {
    const low = Math.min(a, b) - padding;
    const high = Math.max(a, b) - padding;
    // A tile is touched unless the band lies wholly in the gaps around it.
    return [Math.max(0, Math.ceil((low - tile) / step)), Math.min(most - 1, Math.floor(high / step))];
  };
  const [left, right] = span(band.x1, band.x2, columns);
  const [top, bottom] = span(band.y1, band.y2, Math.ceil(count / columns));
  const found: number[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const index = row * columns + column;
      if (index < count) found.push(index);
    }
  }
  return found;
}

/**
 * How many photos a key moves on from `at` (−1: none yet), or null when the key does not move. Up and down stay in
 * their column: at the edge they stay where they are.
 */
export function stepFor(
  key: string,
  at: number,
  count: number,
  columns: number,
  rowsAPage: number,
): number | null {
  const down = (rows: number) => {
    if (at < 0) return 0;
    const wanted = at + rows * columns;
    if (wanted < 0) return rows === -1 ? 0 : (at % columns) - at;
    if (wanted < count) return rows * columns;
    // The last row may be short: go to its end, but not along it.
    const sameRow = Math.floor(at / columns) === Math.floor((count - 1) / columns);
    return sameRow ? 0 : count - 1 - at;
  };
  switch (key) {
    case 'ArrowLeft':
      return -1;
    case 'ArrowRight':
      return 1;
    case 'ArrowUp':
      return down(-1);
    case 'ArrowDown':
      return down(1);
    case 'PageUp':
      return down(-Math.max(1, rowsAPage));
    case 'PageDown':
      return down(Math.max(1, rowsAPage));
    case 'Home':
      return -Math.max(0, at);
    case 'End':
      return count - 1 - Math.max(0, at);
    default:
      return null;
  }
}
