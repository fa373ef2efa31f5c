/**
 * 3 × 3 convolutions of stride 1 with edges of zeros, by Winograd's minimal filtering F(4×4, 3×3): Lavin and Gray, "Fast
 * Algorithms for Convolutional Neural Networks", CVPR 2016 (arXiv 1509.09308), points 0, ±1, ±2. A quarter of the
 * multiplications. Pictures are n × height × width × channels, float32, sides divisible by 4; channels by 4 (read) and 8
 * (written).
 *
 * In the transformed domain a tensor is 36 matrices one after another: tiles × channels for pictures, in × out for filters.
 */

/** Bytes of four floats. */
const four: usize = 16;

function times(x: v128, factor: f32): v128 {
  return f32x4.mul(x, f32x4.splat(factor));
}

/** Six values to six: Bᵀ. */
function toTile(from: usize, step: usize, to: usize, apart: usize): void {
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
function fromTile(from: usize, step: usize, to: usize, apart: usize): void {
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
function gradientToTile(from: usize, step: usize, to: usize, apart: usize): void {
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
function filterToTile(g0: v128, g1: v128, g2: v128, to: usize, apart: usize): void {
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
function tileToFilter(from: usize, step: usize, to: usize, apart: usize): void {
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

/** Pictures into tiles of 6 × 6 that overlap by two. `scratch`: 72 times four floats. */
export function picturesToTiles(
  x: usize,
  n: i32,
  height: i32,
  width: i32,
  channels: i32,
  tiles: usize,
  scratch: usize,
): void {
  const pixel = (<usize>channels) << 2;
  const row = pixel * width;
  const count = n * (height >> 2) * (width >> 2);
  const matrix = pixel * count;
  const window = scratch + 36 * four;
  for (let picture = 0; picture < n; picture++) {
    const start = x + row * height * picture;
    for (let top = -1; top < height - 1; top += 4) {
      for (let left = -1; left < width - 1; left += 4) {
        const inside = top >= 0 && left >= 0 && top + 6 <= height && left + 6 <= width;
        for (let channel: usize = 0; channel < pixel; channel += four) {
          let from = window;
          let down = 6 * four;
          let across = four;
          if (inside) {
            from = start + row * top + pixel * left + channel;
            down = row;
            across = pixel;
          } else {
            for (let i = 0; i < 6; i++) {
              for (let j = 0; j < 6; j++) {
                const y = top + i;
                const z = left + j;
                const there = y >= 0 && z >= 0 && y < height && z < width;
                const value = there ? v128.load(start + row * y + pixel * z + channel) : f32x4.splat(0);
                v128.store(window + <usize>(i * 6 + j) * four, value);
              }
            }
          }
          for (let j: usize = 0; j < 6; j++) toTile(from + j * across, down, scratch + j * four, 6 * four);
          for (let i: usize = 0; i < 6; i++) {
            toTile(scratch + i * 6 * four, four, tiles + channel + i * 6 * matrix, matrix);
          }
        }
        tiles += pixel;
      }
    }
  }
}

/** Products of tiles back into pictures. */
export function tilesToPictures(
  tiles: usize,
  n: i32,
  height: i32,
  width: i32,
  channels: i32,
  y: usize,
  scratch: usize,
): void {
  const pixel = (<usize>channels) << 2;
  const row = pixel * width;
  const matrix = pixel * n * (height >> 2) * (width >> 2);
  for (let picture = 0; picture < n; picture++) {
    for (let top = 0; top < height; top += 4) {
      for (let left = 0; left < width; left += 4) {
        const to = y + row * (height * picture + top) + pixel * left;
        for (let channel: usize = 0; channel < pixel; channel += four) {
          const from = tiles + channel;
          for (let j: usize = 0; j < 6; j++)
            fromTile(from + j * matrix, 6 * matrix, scratch + j * four, 6 * four);
          for (let i: usize = 0; i < 4; i++)
            fromTile(scratch + i * 6 * four, four, to + channel + i * row, pixel);
        }
        tiles += pixel;
      }
    }
  }
}

/** Gradients of pictures, 4 × 4 at a time, into tiles. */
export function gradientsToTiles(
  dy: usize,
  n: i32,
  height: i32,
  width: i32,
  channels: i32,
  tiles: usize,
  scratch: usize,
): void {
  const pixel = (<usize>channels) << 2;
  const row = pixel * width;
  const matrix = pixel * n * (height >> 2) * (width >> 2);
  for (let picture = 0; picture < n; picture++) {
    for (let top = 0; top < height; top += 4) {
      for (let left = 0; left < width; left += 4) {
        const from = dy + row * (height * picture + top) + pixel * left;
        for (let channel: usize = 0; channel < pixel; channel += four) {
          for (let j: usize = 0; j < 4; j++) {
            gradientToTile(from + channel + j * pixel, row, scratch + j * four, 4 * four);
          }
          for (let i: usize = 0; i < 6; i++) {
            gradientToTile(scratch + i * 4 * four, four, tiles + channel + i * 6 * matrix, matrix);
          }
        }
        tiles += pixel;
      }
    }
  }
}

/** A filter 3 × 3 × inputs × outputs into 36 matrices of inputs × outputs; outputs divisible by 4. */
export function filterToTiles(filter: usize, inputs: i32, outputs: i32, tiles: usize, scratch: usize): void {
  const matrix = (<usize>(inputs * outputs)) << 2;
  for (let at: usize = 0; at < matrix; at += four) {
    for (let j: usize = 0; j < 3; j++) {
      const from = filter + at + j * matrix;
      filterToTile(
        v128.load(from),
        v128.load(from + 3 * matrix),
        v128.load(from + 6 * matrix),
        scratch + j * four,
        3 * four,
      );
    }
    for (let i: usize = 0; i < 6; i++) {
      const from = scratch + i * 3 * four;
      filterToTile(
        v128.load(from),
        v128.load(from, 16),
        v128.load(from, 32),
        tiles + at + i * 6 * matrix,
        matrix,
      );
    }
  }
}

/** The gradient of a filter out of 36 matrices. */
export function tilesToFilter(tiles: usize, inputs: i32, outputs: i32, filter: usize, scratch: usize): void {
  const matrix = (<usize>(inputs * outputs)) << 2;
  for (let at: usize = 0; at < matrix; at += four) {
    for (let j: usize = 0; j < 6; j++) {
      tileToFilter(tiles + at + j * matrix, 6 * matrix, scratch + j * four, 6 * four);
    }
    for (let i: usize = 0; i < 3; i++) {
      tileToFilter(scratch + i * 6 * four, four, filter + at + i * 3 * matrix, matrix);
    }
  }
}

/** A filter turned by half, inputs and outputs exchanged: what the gradient of its input is convolved with. */
export function turnFilter(filter: usize, inputs: i32, outputs: i32, turned: usize): void {
  const matrix = (<usize>(inputs * outputs)) << 2;
  for (let tap: usize = 0; tap < 9; tap++) {
    const from = filter + tap * matrix;
    const to = turned + (8 - tap) * matrix;
    for (let i = 0; i < inputs; i++) {
      for (let o = 0; o < outputs; o++) {
        store<f32>(
          to + ((<usize>(o * inputs + i)) << 2),
          load<f32>(from + ((<usize>(i * outputs + o)) << 2)),
        );
      }
    }
  }
}

/**
 * 36 products of matrices, rows × inner by inner × columns. Rows divisible by 4, columns by 8.
 *
 * @param rowStep bytes from row to row of `a`, @param innerStep along it: exchange them for the transposed matrix
 * @param keep 1: added to what is there
 */
export function multiplyAll(
  a: usize,
  rowStep: usize,
  innerStep: usize,
  b: usize,
  c: usize,
  rows: i32,
  inner: i32,
  columns: i32,
  keep: i32,
): void {
  const line = (<usize>columns) << 2;
  const aMatrix = (<usize>(rows * inner)) << 2;
  for (let matrix = 0; matrix < 36; matrix++) {
    for (let row = 0; row < rows; row += 4) {
      const aRow = a + rowStep * row;
      for (let column: usize = 0; column < line; column += 32) {
        const to = c + line * row + column;
        multiplyBlock(aRow, rowStep, innerStep, b + column, line, to, inner, keep);
      }
    }
    a += aMatrix;
    b += line * inner;
    c += line * rows;
  }
}

/** Four rows by eight columns. */
function multiplyBlock(
  a: usize,
  rowStep: usize,
  innerStep: usize,
  b: usize,
  line: usize,
  c: usize,
  inner: i32,
  keep: i32,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const a1 = rowStep;
  const a2 = 2 * rowStep;
  const a3 = 3 * rowStep;
  for (let k = 0; k < inner; k++) {
    const left = v128.load(b);
    const right = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = f32x4.add(c00, f32x4.mul(x, left));
    c01 = f32x4.add(c01, f32x4.mul(x, right));
    x = v128.load32_splat(a + a1);
    c10 = f32x4.add(c10, f32x4.mul(x, left));
    c11 = f32x4.add(c11, f32x4.mul(x, right));
    x = v128.load32_splat(a + a2);
    c20 = f32x4.add(c20, f32x4.mul(x, left));
    c21 = f32x4.add(c21, f32x4.mul(x, right));
    x = v128.load32_splat(a + a3);
    c30 = f32x4.add(c30, f32x4.mul(x, left));
    c31 = f32x4.add(c31, f32x4.mul(x, right));
    a += innerStep;
    b += line;
  }
  if (keep) {
    c00 = f32x4.add(c00, v128.load(c));
    c01 = f32x4.add(c01, v128.load(c, 16));
    c10 = f32x4.add(c10, v128.load(c + line));
    c11 = f32x4.add(c11, v128.load(c + line, 16));
    c20 = f32x4.add(c20, v128.load(c + 2 * line));
    c21 = f32x4.add(c21, v128.load(c + 2 * line, 16));
    c30 = f32x4.add(c30, v128.load(c + 3 * line));
    c31 = f32x4.add(c31, v128.load(c + 3 * line, 16));
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c + line, c10);
  v128.store(c + line, c11, 16);
  v128.store(c + 2 * line, c20);
  v128.store(c + 2 * line, c21, 16);
  v128.store(c + 3 * line, c30);
  v128.store(c + 3 * line, c31, 16);
}
