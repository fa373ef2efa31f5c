import type { KeyveilState } from '../model.ts';

/**
 * A selector that remembers its last answer and works again only when one of its inputs was replaced. State is
 * never mutated, so comparing references is enough; `compute` must look at nothing but the inputs.
 */
export function memoised<Output>(
  inputs: (state: KeyveilState) => readonly unknown[],
  compute: (state: KeyveilState) => Output,
): (state: KeyveilState) => Output {
  let last: { readonly values: readonly unknown[]; readonly output: Output } | null = null;
  return state => {
    const values = inputs(state);
    if (last?.values.every((value, index) => value === values[index])) return last.output;
    last = { values, output: compute(state) };
    return last.output;
  };
}
