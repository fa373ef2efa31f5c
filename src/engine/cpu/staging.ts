import type { Photo } from './exact.ts';

/** About what a core's nearest large cache holds without trouble, in pixels. */
const stagedPixels = 2 ** 15;

/** How many rows of so many pixels are copied into a machine at once; at least one. */
export function stagedRows(width: number): number {
  return Math.max(1, Math.floor(stagedPixels / width));
}

/** Copies a piece of the photo to `address`, rows close together. */
export function stageRows(
  memory: Uint32Array,
  address: number,
  { words, width }: Photo,
  x: number,
  y: number,
  columns: number,
  rows: number,
): void {
  if (columns === width) {
    memory.set(words.subarray(y * width, (y + rows) * width), address / 4);
    return;
  }
  for (let row = 0; row < rows; row++) {
    const from = (y + row) * width + x;
    memory.set(words.subarray(from, from + columns), address / 4 + row * columns);
  }
}
