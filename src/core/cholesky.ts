/**
 * Cholesky's factor of a symmetric positive definite matrix, in place: the lower triangle of `m` (n × n, in rows)
 * becomes L with L·Lᵀ = m; what lies above is left. False when the matrix is not positive definite.
 *
 * Two columns at a time, so that each number that is fetched serves two products.
 */
export function factorise(m: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    let j = 0;
    for (; j + 1 < i; j += 2) {
      const one = j * n;
      const two = one + n;
      let a = m[row + j] as number;
      let b = m[row + j + 1] as number;
      for (let k = 0; k < j; k++) {
        const value = m[row + k] as number;
        a -= value * (m[one + k] as number);
        b -= value * (m[two + k] as number);
      }
      a /= m[one + j] as number;
      m[row + j] = a;
      m[row + j + 1] = (b - a * (m[two + j] as number)) / (m[two + j + 1] as number);
    }
    for (; j <= i; j++) {
      const other = j * n;
      let a = m[row + j] as number;
      for (let k = 0; k < j; k++) a -= (m[row + k] as number) * (m[other + k] as number);
      if (j < i) m[row + j] = a / (m[other + j] as number);
      else if (a > 0) m[row + j] = Math.sqrt(a);
      else return false;
    }
  }
  return true;
}

/** Solves L·Lᵀ·x = b for a factor that {@link factorise} made; x takes the place of b. */
export function solve(factor: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    let a = b[i] as number;
    for (let k = 0; k < i; k++) a -= (factor[row + k] as number) * (b[k] as number);
    b[i] = a / (factor[row + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    const row = i * n;
    const x = (b[i] as number) / (factor[row + i] as number);
    b[i] = x;
    for (let k = 0; k < i; k++) b[k] = (b[k] as number) - (factor[row + k] as number) * x;
  }
}
