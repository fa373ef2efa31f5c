/** The matrices of F(4×4, 3×3), each for four channels at once. `step` and `apart`: bytes from value to value. */

/** Bytes of four floats. */
export const four: usize = 16;

function times(x: v128, factor: f32): v128 {
  return f32x4.mul(x, f32x4.splat(factor));
}

/** Six values to six: Bᵀ. */
export function toTile(from: usize, step: usize, to: usize, apart: usize): void {
  const d0 = v128.load(from);
  const d1 = v128.load(from + step);
  const d2 = v128.load(from + 2 * step);
  const d3 = v128.load(from + 3 * step);
  const d4 = v128.load(from + 4 * step);
  const d5 = v128.load(from + 5 * step);
  const a = f32x4.sub(d4, times(d2, 4));
  const b = f32x4.sub(d3, times(d1, 4));
  const c = f32x4.sub(d4, d2);
  const e = times(f32x4.sub(d3, d1), 2);
  v128.store(to, f32x4.add(f32x4.sub(times(d0, 4), times(d2, 5)), d4));
  v128.store(to + apart, f32x4.add(a, b));
  v128.store(to + 2 * apart, f32x4.sub(a, b));
  v128.store(to + 3 * apart, f32x4.add(c, e));
  v128.store(to + 4 * apart, f32x4.sub(c, e));
  v128.store(to + 5 * apart, f32x4.add(f32x4.sub(times(d1, 4), times(d3, 5)), d5));
}

/** Six values to four: Aᵀ. */
export function fromTile(from: usize, step: usize, to: usize, apart: usize): void {
  const m1 = v128.load(from + step);
  const m2 = v128.load(from + 2 * step);
  const m3 = v128.load(from + 3 * step);
  const m4 = v128.load(from + 4 * step);
  const even = f32x4.add(m1, m2);
  const odd = f32x4.sub(m1, m2);
  const farEven = f32x4.add(m3, m4);
  const farOdd = f32x4.sub(m3, m4);
  v128.store(to, f32x4.add(v128.load(from), f32x4.add(even, farEven)));
  v128.store(to + apart, f32x4.add(odd, times(farOdd, 2)));
  v128.store(to + 2 * apart, f32x4.add(even, times(farEven, 4)));
  v128.store(to + 3 * apart, f32x4.add(f32x4.add(odd, times(farOdd, 8)), v128.load(from + 5 * step)));
}

/** Four values to six: A. */
export function gradientToTile(from: usize, step: usize, to: usize, apart: usize): void {
  const d0 = v128.load(from);
  const d1 = v128.load(from + step);
  const d2 = v128.load(from + 2 * step);
  const d3 = v128.load(from + 3 * step);
  const s = f32x4.add(d0, d2);
  const t = f32x4.add(d1, d3);
  const u = f32x4.add(d0, times(d2, 4));
  const v = f32x4.add(times(d1, 2), times(d3, 8));
  v128.store(to, d0);
  v128.store(to + apart, f32x4.add(s, t));
  v128.store(to + 2 * apart, f32x4.sub(s, t));
  v128.store(to + 3 * apart, f32x4.add(u, v));
  v128.store(to + 4 * apart, f32x4.sub(u, v));
  v128.store(to + 5 * apart, d3);
}

/** Three taps to six: G. */
export function filterToTile(g0: v128, g1: v128, g2: v128, to: usize, apart: usize): void {
  const sum = times(f32x4.add(g0, g2), -1.0 / 6.0);
  const middle = times(g1, 1.0 / 6.0);
  const ends = f32x4.add(times(g0, 1.0 / 24.0), times(g2, 1.0 / 6.0));
  const half = times(g1, 1.0 / 12.0);
  v128.store(to, times(g0, 0.25));
  v128.store(to + apart, f32x4.sub(sum, middle));
  v128.store(to + 2 * apart, f32x4.add(sum, middle));
  v128.store(to + 3 * apart, f32x4.add(ends, half));
  v128.store(to + 4 * apart, f32x4.sub(ends, half));
  v128.store(to + 5 * apart, g2);
}

/** Six values to three taps: Gᵀ. */
export function tileToFilter(from: usize, step: usize, to: usize, apart: usize): void {
  const u1 = v128.load(from + step);
  const u2 = v128.load(from + 2 * step);
  const u3 = v128.load(from + 3 * step);
  const u4 = v128.load(from + 4 * step);
  const near = times(f32x4.add(u1, u2), -1.0 / 6.0);
  const far = f32x4.add(u3, u4);
  v128.store(to, f32x4.add(f32x4.add(times(v128.load(from), 0.25), near), times(far, 1.0 / 24.0)));
  v128.store(
    to + apart,
    f32x4.add(times(f32x4.sub(u2, u1), 1.0 / 6.0), times(f32x4.sub(u3, u4), 1.0 / 12.0)),
  );
  v128.store(to + 2 * apart, f32x4.add(f32x4.add(near, times(far, 1.0 / 6.0)), v128.load(from + 5 * step)));
}
