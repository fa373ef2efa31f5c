/**
 * One row of the veil's layer: the eight side taps, two cells (24 bytes) apart. `weights`: nine float32, the middle
 * one unused; `count`: numbers in the row.
 */
export function correlateRow(
  up: usize,
  mid: usize,
  low: usize,
  weights: usize,
  count: i32,
  out: usize,
): void {
  const a = v128.load32_splat(weights);
  const b = v128.load32_splat(weights, 4);
  const c = v128.load32_splat(weights, 8);
  const d = v128.load32_splat(weights, 12);
  const f = v128.load32_splat(weights, 20);
  const g = v128.load32_splat(weights, 24);
  const h = v128.load32_splat(weights, 28);
  const i = v128.load32_splat(weights, 32);
  const end = out + ((<usize>count) << 2);
  for (; out < end; out += 16, up += 16, mid += 16, low += 16) {
    const upper = f32x4.add(
      f32x4.add(f32x4.mul(a, v128.load(up)), f32x4.mul(b, v128.load(up, 24))),
      f32x4.mul(c, v128.load(up, 48)),
    );
    const middle = f32x4.add(f32x4.mul(d, v128.load(mid)), f32x4.mul(f, v128.load(mid, 48)));
    const lower = f32x4.add(
      f32x4.add(f32x4.mul(g, v128.load(low)), f32x4.mul(h, v128.load(low, 24))),
      f32x4.mul(i, v128.load(low, 48)),
    );
    v128.store(out, f32x4.add(f32x4.add(upper, middle), lower));
  }
}

/**
 * What is laid over a row of pixels, as 16-bit numbers with 7 bits after the point: for each node its R, G, B and a
 * half for alpha, then what leads to the next node. That is the layer at `share` of the way from one of its rows to the
 * next, and the field: of `row`, two times four float32, the first and the second times the node's cosine (float32).
 */
export function lineBetween(
  upper: usize,
  lower: usize,
  share: f32,
  nodes: i32,
  cosines: usize,
  row: usize,
  out: usize,
): void {
  const shares = f32x4.splat(share);
  const still = v128.load(row);
  const swing = v128.load(row, 16);
  let here = nodeAt(upper, lower, shares, still, swing, cosines);
  for (let node = 1; node < nodes; node++) {
    upper += 12;
    lower += 12;
    cosines += 4;
    const next = nodeAt(upper, lower, shares, still, swing, cosines);
    v128.store(out, i16x8.narrow_i32x4_s(here, i32x4.sub(next, here)));
    here = next;
    out += 16;
  }
  v128.store(out, i16x8.narrow_i32x4_s(here, i32x4.splat(0)));
}

function nodeAt(upper: usize, lower: usize, share: v128, still: v128, swing: v128, cosine: usize): v128 {
  const from = v128.load(upper);
  const value = f32x4.add(from, f32x4.mul(f32x4.sub(v128.load(lower), from), share));
  const field = f32x4.add(still, f32x4.mul(swing, v128.load32_splat(cosine)));
  return i32x4.replace_lane(i32x4.trunc_sat_f32x4_s(f32x4.floor(f32x4.add(value, field))), 3, 64);
}

/**
 * Lays a line over a row of pixels. For each pixel, `places` holds where its node lies in the line (bytes,
 * uint32, never falling), `shares` how far it is on its way to the next (15 bits after the point). `centre` likewise; alpha
 * comes out as it went in.
 */
export function layRow(
  row: usize,
  width: i32,
  places: usize,
  shares: usize,
  line: usize,
  centre: i32,
  out: usize,
): void {
  const c = <i16>centre;
  const weights = i16x8(c, c, c, 32767, c, c, c, 32767);
  const end = row + ((<usize>width) << 2);
  /** The node that all four pixels lay in, for which the vectors below still hold. */
  let known: u32 = -1;
  let left = i16x8.splat(0);
  let leftWay = left;
  let right = left;
  let rightWay = left;
  for (; row < end; row += 16, out += 16, places += 16, shares += 8) {
    const pixels = v128.load(row);
    const share = v128.load64_zero(shares);
    // Two shuffles that machines have an instruction for, instead of one that they have not.
    const shared = v128.shuffle<i16>(share, share, 0, 8, 1, 9, 2, 10, 3, 11);
    const first = load<u32>(places);
    const last = load<u32>(places, 12);
    if (first !== last) {
      // The four pixels lie between different nodes: each looks up its own.
      const a = v128.load(line + first);
      const b = v128.load(line + load<u32>(places, 4));
      const c = v128.load(line + load<u32>(places, 8));
      const d = v128.load(line + last);
      left = v128.shuffle<i64>(a, b, 0, 2);
      leftWay = v128.shuffle<i64>(a, b, 1, 3);
      right = v128.shuffle<i64>(c, d, 0, 2);
      rightWay = v128.shuffle<i64>(c, d, 1, 3);
      known = -1;
    } else if (first !== known) {
      const a = v128.load(line + first);
      left = v128.shuffle<i64>(a, a, 0, 0);
      leftWay = v128.shuffle<i64>(a, a, 1, 1);
      right = left;
      rightWay = leftWay;
      known = first;
    }
    const leftShare = v128.shuffle<i32>(shared, shared, 0, 0, 1, 1);
    const rightShare = v128.shuffle<i32>(shared, shared, 2, 2, 3, 3);
    const veilLow = i16x8.add(left, i16x8.q15mulr_sat_s(leftWay, leftShare));
    const veilHigh = i16x8.add(right, i16x8.q15mulr_sat_s(rightWay, rightShare));
    const low = i16x8.q15mulr_sat_s(i16x8.shl(i16x8.extend_low_i8x16_u(pixels), 7), weights);
    const high = i16x8.q15mulr_sat_s(i16x8.shl(i16x8.extend_high_i8x16_u(pixels), 7), weights);
    v128.store(
      out,
      i8x16.narrow_i16x8_u(
        i16x8.shr_s(i16x8.add_sat_s(low, veilLow), 7),
        i16x8.shr_s(i16x8.add_sat_s(high, veilHigh), 7),
      ),
    );
  }
}
