import { waves } from '../../../core/cast/cast.ts';
import type { Placement } from './placement.ts';

/** Where the cells of a grid lie in the frame of a cast's waves: 0 and 1 are the edges of the protected photo's central square. */
export interface WaveFrame {
  /** One a column. */
  readonly u: Float64Array;
  /** One a row. */
  readonly v: Float64Array;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The frame of a grid over a found photo, which lies in its original as a placement says. */
export function frameIn(original: Size, { x, y }: Placement, columns: number, rows: number): WaveFrame {
  const short = Math.min(original.width, original.height);
  const along = (side: number, offset: number, scale: number, cells: number) =>
    Float64Array.from({ length: cells }, (_, i) => {
      return ((offset + (scale * (i + 0.5)) / cells - 0.5) * side) / short + 0.5;
    });
  return {
    u: along(original.width, x.offset, x.scale, columns),
    v: along(original.height, y.offset, y.scale, rows),
  };
}

/** The seven waves on a grid, each as a cast of level 1 adds it where its number is 1. In the order of a cast's numbers. */
export function waveColumns({ u, v }: WaveFrame): readonly Float64Array[] {
  return waves.map(([p, q]) => {
    const across = u.map(at => norm(p) * Math.cos(Math.PI * p * at));
    const down = v.map(at => norm(q) * Math.cos(Math.PI * q * at));
    const wave = new Float64Array(u.length * v.length);
    for (let row = 0; row < v.length; row++) {
      for (let column = 0; column < u.length; column++) {
        wave[row * u.length + column] = (down[row] as number) * (across[column] as number);
      }
    }
    return wave;
  });
}

const norm = (halfCycles: number) => (halfCycles === 0 ? 1 : Math.SQRT2);
