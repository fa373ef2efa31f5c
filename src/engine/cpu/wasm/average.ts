/**
 * Adds rows of pixels, channel by channel, into 16-bit sums (8 bytes a pixel). No more than 257 rows may meet in a
 * sum before `takeCells` empties it.
 */
export function addRows(rows: usize, count: i32, width: i32, sums: usize): void {
  const stride = (<usize>width) << 2;
  let y = 0;
  for (; y + 4 <= count; y += 4) {
    addFour(rows, stride, width, sums);
    rows += stride << 2;
  }
  for (; y < count; y++) {
    addOne(rows, width, sums);
    rows += stride;
  }
}

function addFour(row: usize, stride: usize, width: i32, sums: usize): void {
  const end = row + ((<usize>width) << 2);
  for (; row < end; row += 16, sums += 32) {
    const a = v128.load(row);
    const b = v128.load(row + stride);
    const c = v128.load(row + 2 * stride);
    const d = v128.load(row + 3 * stride);
    const low = i16x8.add(
      i16x8.add(i16x8.extend_low_i8x16_u(a), i16x8.extend_low_i8x16_u(b)),
      i16x8.add(i16x8.extend_low_i8x16_u(c), i16x8.extend_low_i8x16_u(d)),
    );
    const high = i16x8.add(
      i16x8.add(i16x8.extend_high_i8x16_u(a), i16x8.extend_high_i8x16_u(b)),
      i16x8.add(i16x8.extend_high_i8x16_u(c), i16x8.extend_high_i8x16_u(d)),
    );
    v128.store(sums, i16x8.add(v128.load(sums), low));
    v128.store(sums, i16x8.add(v128.load(sums, 16), high), 16);
  }
}

function addOne(row: usize, width: i32, sums: usize): void {
  const end = row + ((<usize>width) << 2);
  for (; row < end; row += 16, sums += 32) {
    const a = v128.load(row);
    v128.store(sums, i16x8.add(v128.load(sums), i16x8.extend_low_i8x16_u(a)));
    v128.store(sums, i16x8.add(v128.load(sums, 16), i16x8.extend_high_i8x16_u(a)), 16);
  }
}

/**
 * Adds the sums of each cell's columns to its four float32 totals and empties the sums. `start`: first column of
 * each cell and, at the end, the width (int32); `share`: how much of that column belongs to the cell before
 * (float32). What is cut off at the start is taken away, what is cut off the next cell is added.
 */
export function takeCells(
  sums: usize,
  width: i32,
  start: usize,
  share: usize,
  columns: i32,
  totals: usize,
): void {
  let x = sums;
  let taken = f32x4.splat(0);
  for (let cell = 0; cell < columns; cell++) {
    start += 4;
    share += 4;
    const end = sums + ((<usize>load<i32>(start)) << 3);
    let whole = i32x4.splat(0);
    for (; x < end; x += 8) whole = i32x4.add(whole, v128.load16x4_u(x));
    const total = f32x4.sub(f32x4.add(v128.load(totals), f32x4.convert_i32x4_s(whole)), taken);
    taken = f32x4.mul(f32x4.convert_i32x4_s(v128.load16x4_u(end)), v128.load32_splat(share));
    v128.store(totals, f32x4.add(total, taken));
    totals += 16;
  }
  memory.fill(sums, 0, (<usize>width + 4) << 3);
}

/**
 * One row of the small copy: (band − shareAbove · above + shareBelow · below) · scale for each cell, four numbers a
 * cell in, three out. Empties the totals of the band and of the cut row above, which are used up by then.
 */
export function finishCells(
  band: usize,
  above: usize,
  below: usize,
  shareAbove: f32,
  shareBelow: f32,
  scale: f32,
  columns: i32,
  out: usize,
): void {
  const lessAbove = f32x4.splat(shareAbove);
  const plusBelow = f32x4.splat(shareBelow);
  const scales = f32x4.splat(scale);
  for (let cell = 0; cell < columns; cell++) {
    const moved = f32x4.sub(f32x4.mul(v128.load(below), plusBelow), f32x4.mul(v128.load(above), lessAbove));
    v128.store(out, f32x4.mul(f32x4.add(v128.load(band), moved), scales));
    v128.store(band, f32x4.splat(0));
    v128.store(above, f32x4.splat(0));
    band += 16;
    above += 16;
    below += 16;
    out += 12;
  }
}

/**
 * One row of the small copy smoothed by 1, 2, 1 over 4 along rows and columns. The rows begin a cell (12 bytes) to the
 * left of the first that comes out; `count`: numbers that come out.
 */
export function smoothRow(up: usize, mid: usize, low: usize, count: i32, out: usize): void {
  const sixteenth = f32x4.splat(0.0625);
  const end = out + ((<usize>count) << 2);
  for (; out < end; out += 16, up += 16, mid += 16, low += 16) {
    const left = threeRows(up, mid, low);
    const middle = threeRows(up + 12, mid + 12, low + 12);
    const right = threeRows(up + 24, mid + 24, low + 24);
    const sum = f32x4.add(f32x4.add(left, right), f32x4.add(middle, middle));
    v128.store(out, f32x4.mul(sum, sixteenth));
  }
}

function threeRows(up: usize, mid: usize, low: usize): v128 {
  const middle = v128.load(mid);
  return f32x4.add(f32x4.add(v128.load(up), v128.load(low)), f32x4.add(middle, middle));
}
