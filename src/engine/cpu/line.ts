import type { CastField } from '../../core/cast/castField.ts';
import type { SmallCopy } from './smallCopy.ts';

/** Nodes over the short side between which the waves of a cast bend by less than a fiftieth of a level. */
const leastNodes = 96;

/**
 * Where the numbers of a line lie that is laid over a row of pixels; between them it is interpolated. There is a node at
 * the centre of each of `cells` equal cells over the row, and one more beyond either end, so that a line can go on
 * changing up to the photo's edges.
 */
export class LineNodes {
  /** Cells over the row. */
  readonly cells: number;
  /** Nodes: cells and two more. */
  readonly count: number;
  readonly #width: number;

  /** @param width of the photo, pixels */
  constructor(cells: number, width: number) {
    this.cells = cells;
    this.count = cells + 2;
    this.#width = width;
  }

  /** A field's cosine at each node. */
  cosines(field: CastField): Float64Array {
    return Float64Array.from({ length: this.count }, (_, node) =>
      field.cosineAt(((node - 0.5) * this.#width) / this.cells - 0.5),
    );
  }
}

/** Nodes that are near enough to each other for any field; one on each pixel of a small photo. */
export function nodesOfField(width: number, height: number): LineNodes {
  const cells = Math.ceil((width * leastNodes) / Math.min(width, height));
  return new LineNodes(Math.min(width, cells), width);
}

/**
 * The nodes of a veil: its small copy's columns. Where those are too coarse for the waves of a cast that lies over it,
 * each is divided into an odd number of cells: then every centre stays a node, and the veil, which is straight between
 * them, comes out as it was.
 */
export class VeilNodes extends LineNodes {
  readonly #columns: number;
  readonly #fineness: number;

  /** @param width, height of the photo, pixels */
  constructor(small: SmallCopy, width: number, height: number, field: CastField | null) {
    const fineness = field === null ? 1 : finenessFor(small, Math.min(width, height));
    super(small.columns * fineness, width);
    this.#columns = small.columns;
    this.#fineness = fineness;
  }

  /** From one R, G, B for each column of the small copy to one for each node; beyond the outermost centres they hold. */
  spread(columns: Float64Array | Float32Array, nodes: Float64Array | Float32Array): void {
    if (this.#fineness > 1) {
      this.#spreadFiner(columns, nodes);
      return;
    }
    const last = this.cells * 3;
    nodes.set(columns, 3);
    nodes.copyWithin(0, 3, 6);
    nodes.copyWithin(last + 3, last, last + 3);
  }

  #spreadFiner(columns: Float64Array | Float32Array, nodes: Float64Array | Float32Array): void {
    for (let node = 0; node < this.count; node++) {
      const place = (node - 0.5) / this.#fineness - 0.5;
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

/** The least odd number that makes a small copy fine enough. One as large as the photo has a node on every pixel. */
function finenessFor(small: SmallCopy, shortSide: number): number {
  const short = Math.min(small.columns, small.rows);
  if (short >= leastNodes || short >= shortSide) return 1;
  return 2 * Math.ceil((leastNodes / short - 1) / 2) + 1;
}
