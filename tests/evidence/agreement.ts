/** Whether two programs' figures are of one kind: several seeds of each, against the spread among seeds. */

export interface Agreement {
  readonly difference: number;
  /** How far apart two means may lie when both programs do the same, with 99.9 per cent confidence: six such figures are compared, on many machines. */
  readonly reach: number;
}

/** Two-sided, of 99.9 per cent, by degrees of freedom: Student 1908, as tables have it. */
const deviates: Readonly<Record<number, number>> = { 2: 31.599, 4: 8.61, 6: 5.959, 8: 5.041, 10: 4.587 };

/**
 * The joint interval of two means by Student's t with one common variance: t · s · √(2/n), where s² is the mean of both
 * samples' variances and t has 2n − 2 degrees of freedom.
 *
 * @param one and `other`: figures of as many seeds each, 2 to 6
 */
export function agreementOf(one: readonly number[], other: readonly number[]): Agreement {
  const deviate = deviates[2 * one.length - 2];
  if (one.length !== other.length || deviate === undefined) throw new Error('2 to 6 seeds of each.');
  const variance = (varianceOf(one) + varianceOf(other)) / 2;
  return {
    difference: Math.abs(meanOf(one) - meanOf(other)),
    reach: deviate * Math.sqrt((2 * variance) / one.length),
  };
}

export const meanOf = (list: readonly number[]): number =>
  list.reduce((sum, value) => sum + value, 0) / list.length;

function varianceOf(list: readonly number[]): number {
  const mean = meanOf(list);
  return list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (list.length - 1);
}
