/** The greatest value of each channel in each block of 16 columns and `count` rows; one word a block. */
export function blockRow(rows: usize, count: i32, width: i32, out: usize): void {
  const stride = (<usize>width) << 2;
  const wholeEnd = rows + ((<usize>(width & ~15)) << 2);
  const end = rows + stride;
  let at = rows;
  for (; at < wholeEnd; at += 64, out += 4) {
    let a = i32x4.splat(0);
    let b = a;
    let row = at;
    for (let y = 0; y < count; y++, row += stride) {
      a = i8x16.max_u(i8x16.max_u(a, v128.load(row)), v128.load(row, 16));
      b = i8x16.max_u(i8x16.max_u(b, v128.load(row, 32)), v128.load(row, 48));
    }
    storeGreatest(out, i8x16.max_u(a, b));
  }
  if (at === end) return;
  let rest = i32x4.splat(0);
  for (; at < end; at += 4) {
    let row = at;
    for (let y = 0; y < count; y++, row += stride) rest = i8x16.max_u(rest, v128.load32_zero(row));
  }
  storeGreatest(out, rest);
}

/** Stores the greatest of four words, byte by byte. */
function storeGreatest(out: usize, words: v128): void {
  const two = i8x16.max_u(words, v128.shuffle<i32>(words, words, 2, 3, 0, 1));
  const one = i8x16.max_u(two, v128.shuffle<i32>(two, two, 1, 0, 3, 2));
  store<i32>(out, i32x4.extract_lane(one, 0));
}
