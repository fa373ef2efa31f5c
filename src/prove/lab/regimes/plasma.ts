import type { Random } from '../regime.ts';

/**
 * Clouds from 0 to 1, side × side in rows, by the diamond-square algorithm (Fournier, Fussell and Carpenter, "Computer
 * Rendering of Stochastic Models", CACM 25(6), 1982): a grid of corners is halved again and again; each new point is the
 * mean of its neighbours and a shift that shrinks by `roughness` with every halving.
 *
 * @param roughness above 0, below 1: the greater, the more fine detail
 */
export function plasma(side: number, roughness: number, random: Random): Float32Array {
  let step = 1;
  while (step < side - 1) step *= 2;
  const grid = new Grid(step + 1);
  const shift = (scale: number) => scale * (2 * random() - 1);
  for (const y of [0, step]) for (const x of [0, step]) grid.set(x, y, random());
  for (let scale = roughness; step > 1; step /= 2, scale *= roughness) {
    const half = step / 2;
    for (let y = half; y < grid.side; y += step) {
      for (let x = half; x < grid.side; x += step)
        grid.set(x, y, grid.mean(x, y, half, corners) + shift(scale));
    }
    for (let y = 0; y < grid.side; y += half) {
      const from = (y / half) % 2 === 0 ? half : 0;
      for (let x = from; x < grid.side; x += step)
        grid.set(x, y, grid.mean(x, y, half, beside) + shift(scale));
    }
  }
  return stretched(grid.cut(side));
}

type Ways = readonly (readonly [number, number])[];
const corners: Ways = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
];
const beside: Ways = [
  [0, -1],
  [-1, 0],
  [1, 0],
  [0, 1],
];

class Grid {
  readonly side: number;
  readonly #values: Float64Array;

  constructor(side: number) {
    this.side = side;
    this.#values = new Float64Array(side * side);
  }

  set(x: number, y: number, value: number): void {
    this.#values[y * this.side + x] = value;
  }

  /** Of those neighbours that there are, `reach` away. */
  mean(x: number, y: number, reach: number, ways: Ways): number {
    let [sum, count] = [0, 0];
    for (const [right, down] of ways) {
      const [column, row] = [x + right * reach, y + down * reach];
      if (column < 0 || row < 0 || column >= this.side || row >= this.side) continue;
      sum += this.#values[row * this.side + column] as number;
      count++;
    }
    return sum / count;
  }

  cut(side: number): Float32Array {
    return Float32Array.from(
      { length: side * side },
      (_, i) => this.#values[Math.floor(i / side) * this.side + (i % side)] as number,
    );
  }
}

/** From 0 to 1. */
function stretched(values: Float32Array): Float32Array {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const range = most - least;
  return values.map(value => (range > 0 ? (value - least) / range : 0.5));
}
