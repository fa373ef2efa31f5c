/** Where the true share lies, both ends from 0 to 1. */
interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal deviate of 95 per cent confidence, two-sided. */
const deviate = 1.959963984540054;

/**
 * The 95 per cent score interval of a share (E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22 (1927) 209–212). Unlike the textbook's ±, it stays
 * within 0 and 1 and is honest with few photos, and with none or all of them right.
 *
 * @param right photos told right, 0 to `total`
 * @param total photos asked about; of none, nothing is known: 0 to 1
 */
export function wilsonInterval(right: number, total: number): Interval {
  if (total === 0) return { low: 0, high: 1 };
  const share = right / total;
  const squared = deviate * deviate;
  const scale = 1 / (1 + squared / total);
  const centre = scale * (share + squared / (2 * total));
  const reach = scale * deviate * Math.sqrt((share * (1 - share)) / total + squared / (4 * total * total));
  // At either end the formula is exact, rounding is not.
  return {
    low: right === 0 ? 0 : Math.max(0, centre - reach),
    high: right === total ? 1 : Math.min(1, centre + reach),
  };
}
