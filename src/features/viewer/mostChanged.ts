/** What was measured of one photo. */
export interface Measured {
  readonly id: string;
  /** dB; the less, the more its pixels changed. Infinity where nothing did. */
  readonly psnr: number;
}

/** The `count` photos that change most, most first; of equals those that stand first. */
export function mostChanged(measured: readonly Measured[], count: number): readonly string[] {
  // Infinity less Infinity is no number, so they are compared and not subtracted.
  const order = (a: Measured, b: Measured) => (a.psnr < b.psnr ? -1 : a.psnr > b.psnr ? 1 : 0);
  return [...measured]
    .sort(order)
    .slice(0, count)
    .map(({ id }) => id);
}
