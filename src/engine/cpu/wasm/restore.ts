/**
 * Correlates a plane of 32-bit floats with a filter, for restoring photos; a module of its own, since few people restore.
 * Written in AssemblyScript, built by `buildRestore.mjs` into `../restoreKernelBytes.ts`.
 *
 * `from` is where the top left tap of the first number looks, `to` where that number goes; rows are `stride` bytes apart
 * in both. Works in sixteens and may read and write up to 60 bytes beyond a row's `count` numbers, then clears what it
 * wrote there.
 */
export function correlate(
  from: usize,
  to: usize,
  stride: usize,
  count: i32,
  rows: i32,
  weights: usize,
  size: i32,
): void {
  const bytes = (<usize>count) << 2;
  const past = ((bytes + 63) & ~63) - bytes;
  for (let y = 0; y < rows; y++, from += stride, to += stride) {
    for (let x: usize = 0; x < bytes; x += 64) sixteen(from + x, to + x, stride, weights, size);
    memory.fill(to + bytes, 0, past);
  }
}

function sixteen(from: usize, to: usize, stride: usize, weights: usize, size: i32): void {
  let a = f32x4.splat(0);
  let b = f32x4.splat(0);
  let c = f32x4.splat(0);
  let d = f32x4.splat(0);
  const rowBytes = (<usize>size) << 2;
  let weight = weights;
  for (let m = 0; m < size; m++, from += stride) {
    let at = from;
    for (const stop = at + rowBytes; at < stop; at += 4, weight += 4) {
      const all = v128.load32_splat(weight);
      a = f32x4.add(a, f32x4.mul(v128.load(at), all));
      b = f32x4.add(b, f32x4.mul(v128.load(at, 16), all));
      c = f32x4.add(c, f32x4.mul(v128.load(at, 32), all));
      d = f32x4.add(d, f32x4.mul(v128.load(at, 48), all));
    }
  }
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
}
