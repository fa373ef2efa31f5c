/**
 * Where pixels and cells of one side of a photo meet (docs/method.md). Worked out here in float64 for the whole
 * photo and handed to the GPU as tables, so that a tile sees exactly the positions that the whole would, and no
 * shader multiplies large numbers in float32.
 */

/** Cells or pixels `first` … `first + count − 1`, four floats for each. */
export interface AxisTable {
  readonly first: number;
  readonly count: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** Sides of the small copy: whole numbers ≥ 1. */
export function smallSize(
  width: number,
  height: number,
  veilSize: number,
): { columns: number; rows: number } {
  const short = Math.min(width, height);
  const cells = Math.min(short, veilSize);
  const side = (length: number) => Math.max(1, Math.floor((length * cells) / short + 0.5));
  return { columns: side(width), rows: side(height) };
}

/**
 * How the pixels `from` … `from + length − 1` of a side of `side` pixels share in its `cells` cells. For each cell
 * that they touch: its first and last pixel in there, counted from `from`, and how much of those two lies in the
 * cell, in pixels; pixels between them count whole. A cell within one pixel has 0 for the last.
 */
export function cellTable(side: number, cells: number, from: number, length: number): AxisTable {
  const first = Math.floor((from * cells) / side);
  const last = Math.ceil(((from + length) * cells) / side) - 1;
  const values = new Float32Array((last - first + 1) * 4);
  for (let cell = first; cell <= last; cell++) {
    const start = Math.max((cell * side) / cells, from);
    const end = Math.min(((cell + 1) * side) / cells, from + length);
    const head = Math.floor(start);
    const tail = Math.max(head, Math.ceil(end) - 1);
    values.set(
      [head - from, tail - from, Math.min(head + 1, end) - start, tail > head ? end - tail : 0],
      (cell - first) * 4,
    );
  }
  return { first, count: last - first + 1, values };
}

/**
 * Between which two cells the pixels `from` … `from + length − 1` lie when the cells are enlarged linearly: for each
 * pixel the cell before it and the cell after it, counted from `first`, the way between them (0 to 1), and room for one
 * number more.
 * `first` and `count` name the cells that are needed, not the pixels.
 */
export function positionTable(side: number, cells: number, from: number, length: number): AxisTable {
  const at = (pixel: number) => Math.min(Math.max(((pixel + 0.5) * cells) / side - 0.5, 0), cells - 1);
  const after = (cell: number) => Math.min(cell + 1, cells - 1);
  const first = Math.floor(at(from));
  const last = after(Math.floor(at(from + length - 1)));
  const values = new Float32Array(length * 4);
  for (let index = 0; index < length; index++) {
    const position = at(from + index);
    const before = Math.floor(position);
    values.set([before - first, after(before) - first, position - before, 0], index * 4);
  }
  return { first, count: last - first + 1, values };
}
