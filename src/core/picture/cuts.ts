/** Where equal cells over a side of pixels begin. */
export interface Cuts {
  /** Pixel that each cell begins in, and one past the last. */
  readonly start: Int32Array;
  /** How much of that pixel belongs to the cell before. */
  readonly share: Float64Array;
}

/** Cuts a side of `side` pixels into `cells` equal cells. */
export function cutsOf(side: number, cells: number): Cuts {
  const start = new Int32Array(cells + 1);
  const share = new Float64Array(cells + 1);
  for (let cell = 0; cell <= cells; cell++) {
    const position = (cell * side) / cells;
    start[cell] = Math.floor(position);
    share[cell] = position - Math.floor(position);
  }
  return { start, share };
}
