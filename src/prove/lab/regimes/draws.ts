import type { Random } from '../regime.ts';

/** Numbers drawn from other distributions than the even one, and orders. All of chance comes from `random`. */

/** From the normal distribution; Box and Muller's transform, of which one half is used. */
export function normal(mean: number, deviation: number, random: Random): number {
  // 1 − random() is never 0, whose logarithm there is not.
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * random());
}

/** λ ~ Beta(alpha, alpha), alpha > 0: from 0 to 1, a half in the middle. */
export function beta(alpha: number, random: Random): number {
  if (alpha === 1) return random();
  const [first, second] = [gamma(alpha, random), gamma(alpha, random)];
  const sum = first + second;
  // With an alpha near 0 both may vanish; λ is then 0 or 1, either as likely.
  return sum > 0 ? first / sum : Math.round(random());
}

/** Gamma(shape, 1) by Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26(3), 2000. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(0, 1, random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** The numbers 0 to n − 1 in an order that chance decides. */
export function permutation(n: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/** A whole number from 0 to below `bound`. */
export function below(bound: number, random: Random): number {
  return Math.floor(random() * bound);
}
