/** A label's filter: size² weights in rows, top row first. */
export interface Filter {
  /** Taps a side: 3 for `veil`, odd 3 to 15 for `cuda`. */
  readonly size: number;
  readonly weights: readonly number[];
}

const smallestKernel = 3;
const largestKernel = 15;

/** Whether a kernel size is one that the `cuda` method takes: odd, 3 to 15. */
export function isKernelSize(size: number): boolean {
  return Number.isInteger(size) && size % 2 === 1 && size >= smallestKernel && size <= largestKernel;
}

/** Whether a number can be a strength (the paper's p_b): above 0, at most 1. */
export function isStrength(strength: number): boolean {
  return strength > 0 && strength <= 1;
}

/** Whether a number can be the strength of a cast's veil: as above, or 0 for no veil. */
export function isVeilStrength(strength: number): boolean {
  return strength === 0 || isStrength(strength);
}

/** The weights as rows, as files and heat maps want them. */
export function rowsOf(filter: Filter): number[][] {
  return Array.from({ length: filter.size }, (_, row) =>
    filter.weights.slice(row * filter.size, (row + 1) * filter.size),
  );
}
