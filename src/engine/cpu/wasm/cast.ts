/**
 * Adds a cast's field to a row of pixels. `numbers`: two vectors of 16-bit numbers with 7 bits after the point
 * for two pixels' R, G, B, A: what every pixel gets (half a level for rounding in it), and what swings; `cosines`: the
 * share of the swing (15 bits after the point) for each pixel's R, G, B, A. Zeros leave alpha as it is.
 */
export function layField(row: usize, width: i32, cosines: usize, numbers: usize, out: usize): void {
  const still = v128.load(numbers);
  const swing = v128.load(numbers, 16);
  const end = row + ((<usize>width) << 2);
  for (; row < end; row += 16, out += 16, cosines += 32) {
    const pixels = v128.load(row);
    const low = i16x8.add(still, i16x8.q15mulr_sat_s(swing, v128.load(cosines)));
    const high = i16x8.add(still, i16x8.q15mulr_sat_s(swing, v128.load(cosines, 16)));
    v128.store(
      out,
      i8x16.narrow_i16x8_u(
        i16x8.add(i16x8.extend_low_i8x16_u(pixels), i16x8.shr_s(low, 7)),
        i16x8.add(i16x8.extend_high_i8x16_u(pixels), i16x8.shr_s(high, 7)),
      ),
    );
  }
}
