/** Values over a square grid, `side` × `side`, in rows. */
export interface Field {
  readonly side: number;
  readonly values: ArrayLike<number>;
}

/** A piece of a contour; coordinates in grid steps from the first value. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/**
 * Where a field crosses a level: straight pieces, ends placed by linear interpolation. Every cell is cut into two
 * triangles, from top right to bottom left, so that no cell is ambiguous and a ridge along that diagonal is followed.
 */
export function contour({ side, values }: Field, level: number): readonly Segment[] {
  const segments: Segment[] = [];
  const corner = (x: number, y: number): Corner => [x, y, values[y * side + x] as number];
  for (let y = 0; y + 1 < side; y++) {
    for (let x = 0; x + 1 < side; x++) {
      const [right, below] = [corner(x + 1, y), corner(x, y + 1)];
      for (const third of [corner(x, y), corner(x + 1, y + 1)]) {
        const [from, to] = [
          ...crossing(right, below, level),
          ...crossing(below, third, level),
          ...crossing(third, right, level),
        ];
        if (from && to) segments.push([...from, ...to]);
      }
    }
  }
  return segments;
}

type Corner = readonly [x: number, y: number, value: number];

/** Where the level is crossed between two corners, if it is. */
function crossing(a: Corner, b: Corner, level: number): (readonly [x: number, y: number])[] {
  if (a[2] > level === b[2] > level) return [];
  const share = (level - a[2]) / (b[2] - a[2]);
  return [[a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]];
}
