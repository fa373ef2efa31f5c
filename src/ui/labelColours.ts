/** How many label colours the tokens hold: `--label-0` to `--label-11`. */
const labelColourCount = 12;

/** The CSS colour of a label, from its `colour` (any whole number from 0). Never the only sign of a label. */
export function labelColour(colour: number): string {
  return `var(--label-${colour % labelColourCount})`;
}
