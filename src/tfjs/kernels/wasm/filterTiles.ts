import { filterToTile, four, tileToFilter } from './transforms';

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
