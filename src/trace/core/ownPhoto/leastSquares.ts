import { factorise, solve } from '../../../core/cholesky.ts';

/** Products of columns with each other, n × n in rows. */
export function products(columns: readonly Float64Array[]): Float64Array {
  const n = columns.length;
  const gram = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b <= a; b++) {
      const one = columns[a] as Float64Array;
      const other = columns[b] as Float64Array;
      let sum = 0;
      for (let i = 0; i < one.length; i++) sum += (one[i] as number) * (other[i] as number);
      gram[a * n + b] = sum;
      gram[b * n + a] = sum;
    }
  }
  return gram;
}

/**
 * What is left of the products of the first columns once the last `nuisances` of them are projected out of all: the
 * Schur complement. Columns that the nuisances explain whole leave about 0.
 */
export function withoutNuisances(gram: Float64Array, n: number, nuisances: number): Float64Array {
  const kept = n - nuisances;
  const block = Float64Array.from({ length: nuisances * nuisances }, (_, i) => {
    const [a, b] = [kept + Math.floor(i / nuisances), kept + (i % nuisances)];
    const value = gram[a * n + b] as number;
    // A trace of ridge, for a flat picture whose slopes are all zero.
    return a === b ? value * (1 + 1e-9) + 1e-9 : value;
  });
  if (!factorise(block, nuisances)) throw new RangeError('nuisances that are no numbers');
  const left = new Float64Array(kept * kept);
  for (let b = 0; b < kept; b++) {
    const share = Float64Array.from({ length: nuisances }, (_, i) => gram[(kept + i) * n + b] as number);
    solve(block, nuisances, share);
    for (let a = 0; a < kept; a++) {
      let value = gram[a * n + b] as number;
      for (let i = 0; i < nuisances; i++) {
        value -= (gram[a * n + kept + i] as number) * (share[i] as number);
      }
      left[a * kept + b] = value;
    }
  }
  return left;
}

/** The shares of the other columns that come closest to the first one, with a trace of ridge. */
export function fitToFirst(gram: Float64Array, n: number): Float64Array {
  const m = n - 1;
  const factor = Float64Array.from({ length: m * m }, (_, i) => {
    const [a, b] = [Math.floor(i / m) + 1, (i % m) + 1];
    const value = gram[a * n + b] as number;
    return a === b ? value * (1 + 1e-6) + 1e-9 : value;
  });
  const shares = Float64Array.from({ length: m }, (_, i) => gram[(i + 1) * n] as number);
  if (!factorise(factor, m)) return new Float64Array(m);
  solve(factor, m, shares);
  return shares;
}

/** Of a symmetric positive definite matrix in rows. */
export function inverse(matrix: Float64Array, side: number): Float64Array {
  const factor = matrix.slice();
  if (!factorise(factor, side)) throw new RangeError('a covariance that is not positive definite');
  const out = new Float64Array(side * side);
  for (let column = 0; column < side; column++) {
    const unit = new Float64Array(side);
    unit[column] = 1;
    solve(factor, side, unit);
    for (let row = 0; row < side; row++) out[row * side + column] = unit[row] as number;
  }
  return out;
}
