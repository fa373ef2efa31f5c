/** Several p-values at once. */

/**
 * Holm's correction ("A simple sequentially rejective multiple test procedure", Scand. J. Statist. 6, 1979): p-values,
 * in the order given, such that with chance 1 − α none of the hypotheses that hold gets one of α or less, however
 * they depend on each other.
 */
export function holm(ps: readonly number[]): readonly number[] {
  const order = ps.map((_, i) => i).sort((a, b) => (ps[a] as number) - (ps[b] as number));
  const corrected = new Array<number>(ps.length).fill(1);
  let greatest = 0;
  for (const [place, i] of order.entries()) {
    greatest = Math.min(1, Math.max(greatest, (ps.length - place) * (ps[i] as number)));
    corrected[i] = greatest;
  }
  return corrected;
}

/**
 * One p-value of several (R. A. Fisher, "Statistical Methods for Research Workers", 4th edition, 1932, section 21.1): the
 * chance that the product of as many uniform numbers is as small. Holds when each of them is valid given those before
 * it, and errs on the safe side for p-values that come in steps. 1 of none.
 */
export function fisherP(ps: readonly number[]): number {
  // Half of chi-squared, whose 2n degrees of freedom make the tail a finite sum.
  const x = ps.reduce((sum, p) => sum - Math.log(p), 0);
  if (x === Number.POSITIVE_INFINITY) return 0;
  let [term, sum] = [Math.exp(-x), 0];
  for (let i = 0; i < ps.length; i++) {
    sum += term;
    term *= x / (i + 1);
  }
  return ps.length === 0 ? 1 : Math.min(1, sum);
}
