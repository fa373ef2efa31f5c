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
