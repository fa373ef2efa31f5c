/** Exact tails of counts, to about ten digits however small they are. */

/** ln n! for whole n: by addition while n is small, then by Stirling's series (NIST DLMF 5.11.1), good to 1e-15. */
function logFactorial(n: number): number {
  if (n < small.length) return small[n] as number;
  const inverse = 1 / n;
  const series = inverse * (1 / 12 - inverse * inverse * (1 / 360 - inverse * inverse * (1 / 1260)));
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + series;
}

const small: number[] = [0];
for (let n = 1; n < 128; n++) small.push((small[n - 1] as number) + Math.log(n));

/** The chance of each number of hits, 0 to n, in n independent tries that hit with chance p each. */
function binomialChances(n: number, p: number): Float64Array<ArrayBuffer> {
  const chances = new Float64Array(n + 1);
  if (p <= 0) chances[0] = 1;
  else if (p >= 1) chances[n] = 1;
  else {
    const [hit, miss] = [Math.log(p), Math.log1p(-p)];
    const all = logFactorial(n);
    for (let k = 0; k <= n; k++) {
      chances[k] = Math.exp(all - logFactorial(k) - logFactorial(n - k) + k * hit + (n - k) * miss);
    }
  }
  return chances;
}

/** Independent tries that hit with one chance, as a part of many. */
export interface Tries {
  readonly count: number;
  /** 0 to 1 */
  readonly chance: number;
}

/**
 * The chance of `least` hits or more, all groups of tries together (a Poisson-binomial tail). Costs the square of the
 * number of tries at most: a fifth of a second for 20,000.
 */
export function tailOfSum(groups: readonly Tries[], least: number): number {
  let chances = new Float64Array([1]);
  for (const { count, chance } of groups) chances = folded(chances, binomialChances(count, chance));
  if (least <= 0) return 1;
  let tail = 0;
  // The smallest first, so that none is lost beside greater ones.
  for (let hits = chances.length - 1; hits >= least; hits--) tail += chances[hits] as number;
  return Math.min(1, tail);
}

function folded(a: Float64Array, b: Float64Array): Float64Array<ArrayBuffer> {
  const out = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) {
    const chance = a[i] as number;
    if (chance === 0) continue;
    for (let j = 0; j < b.length; j++) out[i + j] = (out[i + j] as number) + chance * (b[j] as number);
  }
  return out;
}

/**
 * The value below which a standard normal variable lies with chance p in (0, 1), to 1e-9: bisection on its
 * distribution.
 */
export function normalQuantile(p: number): number {
  let [low, high] = [-40, 40];
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance that a standard normal variable lies below z: the series of NIST DLMF 7.6.2, its fraction 7.9.3 outside. */
export function normalBelow(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  let above: number;
  if (x < 3) {
    let [term, sum] = [x, x];
    for (let k = 1; Math.abs(term) > 1e-17 * sum; k++) {
      term *= (x * x) / (2 * k + 1);
      sum += term;
    }
    above = 0.5 - density * sum;
  } else {
    let fraction = x;
    for (let k = 80; k >= 1; k--) fraction = x + k / fraction;
    above = density / fraction;
  }
  return z < 0 ? above : 1 - above;
}
