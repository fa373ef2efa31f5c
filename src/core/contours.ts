/** Values over a square grid, `side` × `side`, in rows. */
export interface Field {
  readonly side: number;
  readonly values: ArrayLike<number>;
}

/** A piece of a contour; coordinates in grid steps from the first value. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Where a field crosses a level, by marching squares: straight pieces, ends placed by linear interpolation. */
export function contour({ side, values }: Field, level: number): readonly Segment[] {
  const segments: Segment[] = [];
  const at = (x: number, y: number) => values[y * side + x] as number;
  for (let y = 0; y + 1 < side; y++) {
    for (let x = 0; x + 1 < side; x++) {
      const corners = [at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)] as const;
      const ends = crossings(corners, level).map(([dx, dy]) => [x + dx, y + dy] as const);
      // Two ends, or four at a saddle, where neighbours on the way round belong together.
      for (let i = 0; i + 1 < ends.length; i += 2) {
        const [from, to] = [ends[i], ends[i + 1]];
        if (from && to) segments.push([from[0], from[1], to[0], to[1]]);
      }
    }
  }
  return segments;
}

const around = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/** Where the level is crossed on the way round a cell of side 1. */
function crossings(
  corners: readonly [number, number, number, number],
  level: number,
): (readonly [number, number])[] {
  return around.flatMap((corner, i) => {
    const next = (i + 1) % 4;
    const [from, to] = [corners[i] as number, corners[next] as number];
    if (from > level === to > level) return [];
    const share = (level - from) / (to - from);
    const [x2, y2] = around[next] as readonly [number, number];
    return [[corner[0] + share * (x2 - corner[0]), corner[1] + share * (y2 - corner[1])] as const];
  });
}
