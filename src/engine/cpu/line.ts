import type { CastField } from '../../core/cast/castField.ts';
import type { SmallCopy } from './smallCopy.ts';

/** Nodes over the short side between which the waves of a cast bend by less than a fiftieth of a level. */
const leastNodes = 96;

/**
 * Where the numbers of a line lie that is laid over a row of pixels; between them it is interpolated. There is a node at
 * the centre of each of `cells` equal cells over the row, and one more beyond either end, so that a line can go on
 * changing up to the photo's edges.
 *
 * The cells are the small copy's. Where those are too coarse for a cast's waves, each is divided into an odd number of
 * cells: then every centre stays a node, and the veil, which is straight between them, comes out as it was.
 */
export class LineNodes {
  /** Cells over the row. */
  readonly cells: number;
  /** How many times finer they are than the small copy's; odd. */
  readonly fineness: number;
  /** Nodes: cells and two more. */
  readonly count: number;
  readonly #columns: number;
  readonly #width: number;

  /** @param width of the photo, pixels */
  constructor(small: SmallCopy, width: number, height: number, field: CastField | null) {
    const short = Math.min(small.columns, small.rows);
    // A small copy as large as the photo has a node on every pixel.
    const coarse = field !== null && short < leastNodes && short < Math.min(width, height);
    this.fineness = coarse ? 2 * Math.ceil((leastNodes / short - 1) / 2) + 1 : 1;
    this.cells = small.columns * this.fineness;
    this.count = this.cells + 2;
    this.#columns = small.columns;
    this.#width = width;
  }

  /** A field's cosine at each node. */
  cosines(field: CastField): Float64Array {
    return Float64Array.from({ length: this.count }, (_, node) =>
      field.cosineAt(((node - 0.5) * this.#width) / this.cells - 0.5),
    );
  }

  /** From one R, G, B for each column of the small copy to one for each node; beyond the outermost centres they hold. */
  spread(columns: Float64Array | Float32Array, nodes: Float64Array | Float32Array): void {
    for (let node = 0; node < this.count; node++) {
      const place = (node - 0.5) / this.fineness - 0.5;
      const held = Math.min(this.#columns - 1, Math.max(0, place));
      const left = Math.floor(held);
      const right = Math.min(left + 1, this.#columns - 1);
      for (let c = 0; c < 3; c++) {
        const from = columns[left * 3 + c] as number;
        nodes[node * 3 + c] = from + ((columns[right * 3 + c] as number) - from) * (held - left);
      }
    }
  }
}
