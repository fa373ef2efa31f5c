/**
 * The model that the paper proves its case with (CUDA, section 4): two classes y = ±1 of points x ~ N(yμ, I) in d
 * dimensions. The filter [a_y, 1, a_y], 0 ≤ a_y ≤ ½, is the tridiagonal Toeplitz matrix A_y, so that protected points
 * are N(y·A_y·μ, A_y²). The best rule for those is xᵀAx + bᵀx + c > 0 for y = 1, with
 *
 *     A = A₋₁⁻² − A₁⁻²,   b = 2(A₋₁⁻¹ + A₁⁻¹)μ,   c = 2 Σᵢ ln(λᵢ(a₋₁) / λᵢ(a₁)),   λᵢ(a) = 1 + 2a·cos(iπ/(d+1))
 *
 * All A_y have the same eigenvectors, those of the sine transform. In their coordinates u the rule is a sum over
 * coordinates, Σ αᵢuᵢ² + βᵢuᵢ + c, and clean points are N(yν, I) with ν the sine transform of μ.
 */

export interface Mixture {
  /** Outer taps of the filters of y = 1 and of y = −1, each 0 to ½. */
  readonly a1: number;
  readonly aMinus1: number;
  /** ν: the sine transform of μ; d numbers. */
  readonly mean: Float64Array;
}

/** The rule learnt from protected points, in the coordinates of the sine transform. */
export interface Rule {
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly c: number;
}

/** The eigenvalues of A for the filter [a, 1, a], all above 0 as long as a ≤ ½. */
export function eigenvalues(a: number, d: number): Float64Array {
  return Float64Array.from({ length: d }, (_, i) => 1 + 2 * a * Math.cos(((i + 1) * Math.PI) / (d + 1)));
}

/** The orthonormal sine transform (DST-I), which is its own inverse. */
export function sineTransform(x: ArrayLike<number>): Float64Array {
  const d = x.length;
  const scale = Math.sqrt(2 / (d + 1));
  return Float64Array.from({ length: d }, (_, k) => {
    let sum = 0;
    for (let i = 0; i < d; i++) {
      sum += (x[i] as number) * Math.sin(((i + 1) * (k + 1) * Math.PI) / (d + 1));
    }
    return scale * sum;
  });
}

/** A mean of length `norm` that has as much of every eigenvector, as pictures of no special kind would. */
export function evenMean(norm: number, d: number): Float64Array {
  return new Float64Array(d).fill(norm / Math.sqrt(d));
}

/** The best rule there is for telling a mixture's two classes apart: Σ αᵢxᵢ² + Σ βᵢxᵢ + c. */
export function bayesRule({ a1, aMinus1, mean }: Mixture): Rule {
  const d = mean.length;
  const plus = eigenvalues(a1, d);
  const minus = eigenvalues(aMinus1, d);
  const at = (list: Float64Array, i: number) => list[i] as number;
  return {
    alpha: Float64Array.from({ length: d }, (_, i) => at(minus, i) ** -2 - at(plus, i) ** -2),
    beta: Float64Array.from({ length: d }, (_, i) => 2 * (1 / at(minus, i) + 1 / at(plus, i)) * at(mean, i)),
    c: 2 * plus.reduce((sum, value, i) => sum + Math.log(at(minus, i) / value), 0),
  };
}

/** Σ αᵢuᵢ² + βᵢuᵢ + c: above 0 the rule says y = 1. */
export function ruleValue({ alpha, beta, c }: Rule, u: ArrayLike<number>): number {
  let sum = c;
  for (let i = 0; i < alpha.length; i++) {
    const x = u[i] as number;
    sum += ((alpha[i] as number) * x + (beta[i] as number)) * x;
  }
  return sum;
}

/** Numbers of the standard normal distribution (Box and Muller). `random` gives numbers in [0, 1). */
export function normals(count: number, random: () => number): Float64Array {
  const out = new Float64Array(count);
  for (let i = 0; i < count; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    out[i] = radius * Math.cos(angle);
    if (i + 1 < count) out[i + 1] = radius * Math.sin(angle);
  }
  return out;
}

/**
 * How often the rule learnt from protected points is right on clean ones, 0 to 1, by trying it.
 *
 * @param noise standard normals, d a point; every point is tried as one of each class
 */
export function simulatedAccuracy(mixture: Mixture, noise: Float64Array): number {
  const rule = bayesRule(mixture);
  const { mean } = mixture;
  const d = mean.length;
  const points = Math.floor(noise.length / d);
  let right = 0;
  const u = new Float64Array(d);
  for (let point = 0; point < points; point++) {
    for (const y of [1, -1]) {
      for (let i = 0; i < d; i++) u[i] = y * (mean[i] as number) + (noise[point * d + i] as number);
      if (ruleValue(rule, u) * y > 0) right += 1;
    }
  }
  return right / (2 * points);
}

/**
 * ln E exp(s·Q) for Q = Σ αᵢuᵢ² + βᵢuᵢ + c and u ~ N(y·mean, I): the logarithm of the moment generating function.
 * Infinity where there is no such moment.
 */
function logMoment({ alpha, beta, c }: Rule, mean: Float64Array, y: 1 | -1, s: number): number {
  let sum = s * c;
  for (let i = 0; i < alpha.length; i++) {
    const a = alpha[i] as number;
    const b = beta[i] as number;
    const m = y * (mean[i] as number);
    const left = 1 - 2 * a * s;
    if (left <= 0) return Number.POSITIVE_INFINITY;
    sum += (s * (a * m * m + b * m) + (s * s * b * b) / 2) / left - Math.log(left) / 2;
  }
  return sum;
}

/**
 * What that accuracy cannot exceed: P(Q > 0) ≤ E exp(sQ) for every s ≥ 0 (H. Chernoff, 1952), at the s that makes it
 * least; the same for P(Q < 0) of the other class. 0.5 to 1 in practice, 1 where it says nothing.
 */
export function chernoffBound(mixture: Mixture): number {
  const rule = bayesRule(mixture);
  const tail = (y: 1 | -1) => Math.exp(least(s => logMoment(rule, mixture.mean, y, y * s), reach(rule, y)));
  return (tail(1) + tail(-1)) / 2;
}

/** How far s may go in direction y before there is no moment any more. */
function reach({ alpha }: Rule, y: 1 | -1): number {
  const greatest = alpha.reduce((most, a) => Math.max(most, y * a), 0);
  return greatest > 0 ? 1 / (2 * greatest) : 1e3;
}

/** The least value of a convex function that is 0 at 0, on [0, end): by golden sections. */
function least(f: (s: number) => number, end: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, end];
  for (let step = 0; step < 60; step++) {
    const width = ratio * (high - low);
    if (f(high - width) <= f(low + width)) high = low + width;
    else low = high - width;
  }
  return Math.min(0, f((low + high) / 2));
}

/**
 * The accuracy that {@link simulatedAccuracy} comes to with ever more points, to about 1e-4: from the characteristic
 * function of Q (J. Gil-Pelaez, 1951), summed as R. B. Davies does (1973).
 */
export function cleanAccuracy(mixture: Mixture): number {
  const rule = bayesRule(mixture);
  return (chanceAbove(rule, mixture.mean, 1) + 1 - chanceAbove(rule, mixture.mean, -1)) / 2;
}

const mostTerms = 20_000;

/** P(Q > 0) for u ~ N(y·mean, I). */
function chanceAbove({ alpha, beta, c }: Rule, mean: Float64Array, y: 1 | -1): number {
  let expected = c;
  let variance = 0;
  for (let i = 0; i < alpha.length; i++) {
    const [a, b, m] = [alpha[i] as number, beta[i] as number, y * (mean[i] as number)];
    expected += a * (1 + m * m) + b * m;
    variance += 2 * a * a + (b + 2 * a * m) ** 2;
  }
  const spread = Math.sqrt(variance);
  if (spread === 0) return expected > 0 ? 1 : 0;
  const step = Math.PI / (Math.abs(expected) + 16 * spread);
  let sum = 0;
  for (let k = 0; k < mostTerms; k++) {
    const t = (k + 0.5) * step;
    let size = 0;
    let angle = t * c;
    for (let i = 0; i < alpha.length; i++) {
      const [a, b, m] = [alpha[i] as number, beta[i] as number, y * (mean[i] as number)];
      // ln of (1 − 2iat)^(−½)·exp((it(am² + bm) − t²b²/2) / (1 − 2iat)).
      const w = 2 * a * t;
      const norm = 1 + w * w;
      const [re, im] = [(-t * t * b * b) / 2, t * (a * m * m + b * m)];
      size += (re - im * w) / norm - Math.log(norm) / 4;
      angle += (im + re * w) / norm + Math.atan(w) / 2;
    }
    const height = Math.exp(size) / (k + 0.5);
    sum += height * Math.sin(angle);
    if (height < 1e-7) break;
  }
  return Math.min(1, Math.max(0, 0.5 + sum / Math.PI));
}

/** Φ: the standard normal distribution, to 1e-7 (M. Abramowitz and I. Stegun, 26.2.17). */
export function normalBelow(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = (series * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
  return x > 0 ? 1 - above : above;
}
