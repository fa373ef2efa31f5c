/**
 * The CPU engine's inner loops in WebAssembly with 128-bit vectors, written in AssemblyScript. They know addresses
 * and counts only; `../vectorKernels.ts` lays out the memory and calls them. Built by `build.mjs`.
 *
 * Loops run in whole vectors and may read and write up to 64 bytes beyond the end of a row: every buffer has so much
 * slack. Pixels are words as in `../words.ts`.
 */
export { addRows, finishCells, smoothRow, takeCells } from './average';
export { blockRow } from './blocks';
export { layField } from './cast';
export { filterRow, finishRow, greatestSums, pairRows } from './filter';
export { correlateRow, layRow, lineBetween } from './veil';
