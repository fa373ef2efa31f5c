import { four, fromTile, gradientToTile, toTile } from './transforms';

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

/** Where a tile of 4 × 4 begins, in bytes from the first picture. Tiles are counted along rows, picture by picture. */
function cornerOf(tile: i32, width: i32, pixel: usize): usize {
  const across = width >> 2;
  // Sides are divisible by 4, so the pictures stand below each other like one.
  return pixel * ((tile / across) * 4 * width + (tile % across) * 4);
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
  const count = n * (height >> 2) * (width >> 2);
  const matrix = pixel * count;
  for (let tile = 0; tile < count; tile++) {
    const to = y + cornerOf(tile, width, pixel);
    for (let channel: usize = 0; channel < pixel; channel += four) {
      const from = tiles + pixel * tile + channel;
      for (let j: usize = 0; j < 6; j++)
        fromTile(from + j * matrix, 6 * matrix, scratch + j * four, 6 * four);
      for (let i: usize = 0; i < 4; i++)
        fromTile(scratch + i * 6 * four, four, to + channel + i * row, pixel);
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
  const count = n * (height >> 2) * (width >> 2);
  const matrix = pixel * count;
  for (let tile = 0; tile < count; tile++) {
    const from = dy + cornerOf(tile, width, pixel);
    for (let channel: usize = 0; channel < pixel; channel += four) {
      const to = tiles + pixel * tile + channel;
      for (let j: usize = 0; j < 4; j++) {
        gradientToTile(from + channel + j * pixel, row, scratch + j * four, 4 * four);
      }
      for (let i: usize = 0; i < 6; i++) {
        gradientToTile(scratch + i * 4 * four, four, to + i * 6 * matrix, matrix);
      }
    }
  }
}
