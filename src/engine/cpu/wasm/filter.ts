/**
 * Sets two rows of pixels side by side, one channel at a time: each 32-bit number of `red`, `green` and `blue` holds
 * the upper row's value in its low half and the lower row's in its high half, ready to be multiplied in pairs.
 */
export function pairRows(
  upper: usize,
  lower: usize,
  count: i32,
  red: usize,
  green: usize,
  blue: usize,
): void {
  const low = i32x4.splat(0xff);
  const high = i32x4.splat(0xff0000);
  const end = upper + ((<usize>count) << 2);
  for (; upper < end; upper += 16, lower += 16, red += 16, green += 16, blue += 16) {
    const a = v128.load(upper);
    const b = v128.load(lower);
    v128.store(red, v128.or(v128.and(a, low), v128.and(i32x4.shl(b, 16), high)));
    v128.store(green, v128.or(v128.and(i32x4.shr_u(a, 8), low), v128.and(i32x4.shl(b, 8), high)));
    v128.store(blue, v128.or(v128.and(i32x4.shr_u(a, 16), low), v128.and(b, high)));
  }
}

/**
 * Filters one channel of one row. `pairs`: addresses (uint32) of the paired rows that the taps see, every second row
 * from the top; `channel`: what to add to reach the channel; `weights`: for each paired row `size` pairs of 16-bit
 * weights. Gives `count` 32-bit sums.
 */
export function filterRow(
  pairs: usize,
  pairCount: i32,
  channel: usize,
  weights: usize,
  size: i32,
  count: i32,
  sums: usize,
): void {
  const pairsEnd = pairs + ((<usize>pairCount) << 2);
  const rowBytes = (<usize>size) << 2;
  const end = (<usize>count) << 2;
  for (let x: usize = 0; x < end; x += 64) {
    let a = i32x4.splat(0);
    let b = i32x4.splat(0);
    let c = i32x4.splat(0);
    let d = i32x4.splat(0);
    let weight = weights;
    for (let pair = pairs; pair < pairsEnd; pair += 4) {
      let at = <usize>load<u32>(pair) + channel + x;
      for (const stop = at + rowBytes; at < stop; at += 4, weight += 4) {
        const both = v128.load32_splat(weight);
        a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load(at), both));
        b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load(at, 16), both));
        c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load(at, 32), both));
        d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load(at, 48), both));
      }
    }
    v128.store(sums + x, a);
    v128.store(sums + x, b, 16);
    v128.store(sums + x, c, 32);
    v128.store(sums + x, d, 48);
  }
}

/** Scales three channels' sums, rounds half up and puts them together with the alpha of `row`. */
export function finishRow(
  red: usize,
  green: usize,
  blue: usize,
  row: usize,
  scale: f32,
  count: i32,
  out: usize,
): void {
  const scales = f32x4.splat(scale);
  const alpha = i32x4.splat(0xff000000);
  const end = row + ((<usize>count) << 2);
  for (; row < end; row += 16, red += 16, green += 16, blue += 16, out += 16) {
    const r = level(v128.load(red), scales);
    const g = i32x4.shl(level(v128.load(green), scales), 8);
    const b = i32x4.shl(level(v128.load(blue), scales), 16);
    v128.store(out, v128.or(v128.or(r, g), v128.or(b, v128.and(v128.load(row), alpha))));
  }
}

function level(sums: v128, scale: v128): v128 {
  const value = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums), scale), f32x4.splat(0.5));
  return i32x4.min_s(i32x4.trunc_sat_f32x4_s(value), i32x4.splat(255));
}

/** Raises `greatest` (one uint32 for each 16 sums) to the greatest of its sums. Sums past `count` are not looked at. */
export function greatestSums(sums: usize, count: i32, greatest: usize): void {
  memory.fill(sums + ((<usize>count) << 2), 0, 64);
  const end = sums + ((<usize>count) << 2);
  for (; sums < end; sums += 64, greatest += 4) {
    const four = i32x4.max_s(
      i32x4.max_s(v128.load(sums), v128.load(sums, 16)),
      i32x4.max_s(v128.load(sums, 32), v128.load(sums, 48)),
    );
    const two = i32x4.max_s(four, v128.shuffle<i32>(four, four, 2, 3, 0, 1));
    const one = i32x4.max_s(two, v128.shuffle<i32>(two, two, 1, 0, 3, 2));
    const value = i32x4.extract_lane(one, 0);
    if (value > load<i32>(greatest)) store<i32>(greatest, value);
  }
}
