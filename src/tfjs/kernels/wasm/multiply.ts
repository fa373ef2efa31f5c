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
