/** A label's filter: size² weights in rows, top row first. */
export interface Filter {
  /** Taps a side: 3 for `veil`, odd 3 to 15 for `cuda`. */
  readonly size: number;
  readonly weights: readonly number[];
}
