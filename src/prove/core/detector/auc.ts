/** An area under a ROC curve: how often a detector scores one of two photos higher that should be; 0.5 is guessing. */
export interface Auc {
  readonly area: number;
  /** Where the true area lies with 95 per cent confidence; from 0 to 1. */
  readonly low: number;
  readonly high: number;
}

/** The normal deviate of 95 per cent confidence, two-sided. */
const deviate = 1.959963984540054;

/**
 * The area under the ROC curve of two lists of scores, by Mann and Whitney's count of pairs (a tie is half), with the
 * score interval of R. G. Newcombe, "Confidence intervals for an effect size measure based on the Mann–Whitney
 * statistic. Part 2", Statistics in Medicine 25 (2006) 559–573, method 5. As Wilson's does for shares, it stays within 0
 * and 1 and is honest with areas of 1. It takes the scores for independent; of pairs made of one photo, as here, it is
 * rather too wide.
 *
 * @param above scores that should be high, at least one
 * @param below scores that should be low, at least one
 */
export function aucOf(above: readonly number[], below: readonly number[]): Auc {
  const area = areaUnder(above, below);
  const reaches = (truth: number) =>
    Math.abs(area - truth) <= deviate * deviationAt(truth, above.length, below.length);
  return { area, low: lastWithin(area, 0, reaches), high: lastWithin(area, 1, reaches) };
}

function areaUnder(above: readonly number[], below: readonly number[]): number {
  const sorted = Float64Array.from(below).sort();
  let wins = 0;
  for (const score of above) wins += (countBelow(sorted, score) + countBelow(sorted, score, true)) / 2;
  return wins / (above.length * below.length);
}

/** How many of a rising list are less than a score, or at most as much. */
function countBelow(sorted: Float64Array, score: number, orEqual = false): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] as number;
    if (value < score || (orEqual && value === score)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The standard deviation of an area that is `truth` in truth, by J. A. Hanley and B. J. McNeil (1982), as Newcombe evens it. */
function deviationAt(truth: number, above: number, below: number): number {
  const more = (above + below) / 2 - 1;
  const spread = 1 + (more * (1 - truth)) / (2 - truth) + (more * truth) / (1 + truth);
  return Math.sqrt((truth * (1 - truth) * spread) / (above * below));
}

/** The end of the stretch from `inside` towards `end` in which `holds`, by halving. */
function lastWithin(inside: number, end: number, holds: (value: number) => boolean): number {
  // At the ends the deviation is 0, so they hold only for themselves.
  if (holds(end)) return end;
  let [yes, no] = [inside, end];
  for (let i = 0; i < 50; i++) {
    const middle = (yes + no) / 2;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
