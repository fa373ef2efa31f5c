import type { Filter } from '../../../core/filter/filter.ts';
import type { Orientation } from '../../describe/description.ts';
import { openInstance, type PlanesExports } from './planesModule.ts';

/** One of a photo's three planes: luma, then the two of chroma, which may be half as wide or high. */
export interface Plane {
  /** Columns and rows that are worked on: those of the picture, and what fills the last blocks. */
  readonly columns: number;
  readonly rows: number;
  /** Pixels of the photo that one of the plane's is wide and high: 1 or 2. */
  readonly across: number;
  readonly down: number;
}

/** What is laid on a plane; see {@link JpegPlanes.protect}. */
export interface PlaneChange {
  /** What the plane's own pixels count. */
  readonly centre: number;
  /** The veil's cells in rows, in the plane's levels; null for none. */
  readonly veil: { readonly cells: Float32Array; readonly columns: number; readonly rows: number } | null;
  /** The field: `still[row] + swing[row] · cosines[column]`. */
  readonly still: Float32Array;
  readonly swing: Float32Array;
  readonly cosines: Float32Array;
}

/** Cells that share a photo evenly. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** Bytes of memory from which on an instance is not kept for the next photo. */
const tooMuch = 160 * 1024 * 1024;

/** Fields of `struct photo` and `struct plane` in `native/planes.c`, in words. */
const layout = { width: 0, height: 1, warnings: 3, planes: 4, planeWords: 7 } as const;
const slack = 32;

/**
 * Opens JPEGs as planes and keeps WebAssembly's memory from one photo to the next. A photo that makes it fail costs the
 * instance, not the caller: it is opened anew for the next.
 */
export class PlanesCodec {
  readonly #module: WebAssembly.Module;
  #instance: PlanesExports | null = null;

  constructor(module: WebAssembly.Module) {
    this.#module = module;
  }

  /**
   * Has `work` done on a photo's planes. Null where the file is not of the kind that is read here (8 bits, luma with or
   * without chroma, in one sequential scan or progressive, whole and undamaged) or cannot be turned by whole pixels: then
   * it is a browser's. Luma alone gets planes of chroma without colour.
   */
  async with<T>(
    file: Uint8Array,
    orientation: Orientation,
    work: (planes: JpegPlanes) => Promise<T>,
  ): Promise<T | null> {
    const exports = this.#instance ?? openInstance(this.#module);
    // Taken out while it is in use: whoever comes meanwhile opens another.
    this.#instance = null;
    const planes = openPlanes(exports, file, orientation);
    if (planes === null) {
      this.#keep(exports);
      return null;
    }
    const result = await work(planes);
    planes.release();
    this.#keep(exports);
    return result;
  }

  /** Bytes of memory that wait for the next photo. */
  get kept(): number {
    return this.#instance?.memory.buffer.byteLength ?? 0;
  }

  #keep(exports: PlanesExports): void {
    if (exports.memory.buffer.byteLength <= tooMuch) this.#instance = exports;
  }
}

function openPlanes(exports: PlanesExports, file: Uint8Array, orientation: Orientation): JpegPlanes | null {
  const at = exports.malloc(file.length);
  if (at === 0) return null;
  new Uint8Array(exports.memory.buffer, at, file.length).set(file);
  let photo: number;
  try {
    photo = exports.decode(at, file.length);
  } catch {
    // What libjpeg-turbo gives up on, a browser may still read, or say what is wrong with it.
    return null;
  }
  exports.free(at);
  if (photo === 0) return null;
  const planes = new JpegPlanes(exports, photo);
  if (planes.warnings === 0 && planes.turn(orientation)) return planes;
  planes.release();
  return null;
}

/** The planes of one photo, upright, in WebAssembly's memory. */
export class JpegPlanes {
  readonly #exports: PlanesExports;
  readonly #photo: number;

  constructor(exports: PlanesExports, photo: number) {
    this.#exports = exports;
    this.#photo = photo;
  }

  get width(): number {
    return this.#word(layout.width);
  }

  get height(): number {
    return this.#word(layout.height);
  }

  /** Of the decoder: data that end too soon, or make no sense. */
  get warnings(): number {
    return this.#word(layout.warnings);
  }

  /** @param index 0 for luma, 1 and 2 for chroma (blue, red) */
  plane(index: number): Plane {
    const first = layout.planes;
    const at = first + index * layout.planeWords;
    return {
      columns: this.#word(at + 3) - slack,
      rows: this.#word(at + 4),
      across: this.#word(first + 5) / this.#word(at + 5),
      down: this.#word(first + 6) / this.#word(at + 6),
    };
  }

  /** A copy of the plane's picture, without what fills its last blocks. For tests. */
  pixels(index: number): { readonly width: number; readonly height: number; readonly data: Uint8Array } {
    const at = layout.planes + index * layout.planeWords;
    const [start, width, height, stride] = [0, 1, 2, 3].map(word => this.#word(at + word)) as [
      number,
      number,
      number,
      number,
    ];
    const data = new Uint8Array(width * height);
    const memory = new Uint8Array(this.#exports.memory.buffer);
    for (let y = 0; y < height; y++) {
      const row = start + y * stride;
      data.set(memory.subarray(row, row + width), y * width);
    }
    return { width, height, data };
  }

  /** False where sides do not hold whole pixels of chroma. */
  turn(orientation: Orientation): boolean {
    return orientation === 1 || this.#exports.turn(this.#photo, orientation) === 1;
  }

  /** The plane's mean over each of columns × rows cells that share the whole photo evenly (docs/method.md). For tests. */
  shrink(index: number, columns: number, rows: number): Float32Array {
    const { malloc, free, shrink, memory } = this.#exports;
    const at = malloc(columns * rows * 4);
    shrink(this.#photo, index, columns, rows, at);
    const cells = new Float32Array(memory.buffer, at, columns * rows).slice();
    free(at);
    return cells;
  }

  /**
   * The veil over a plane, in cells: the side taps' answer to its small copy, two cells apart, edges repeated
   * (docs/method.md).
   *
   * @param smooth the copy is first smoothed by 1, 2, 1 over 4 along rows and columns, as a cast's veil wants it
   */
  veil(index: number, { columns, rows }: Grid, filter: Filter, smooth: boolean): Float32Array {
    const { malloc, free, shrink, answer, memory } = this.#exports;
    const taps = this.#put(Float32Array.from(filter.weights));
    const at = malloc(columns * rows * 4);
    shrink(this.#photo, index, columns, rows, at);
    answer(at, columns, rows, taps, smooth ? 1 : 0);
    const cells = new Float32Array(memory.buffer, at, columns * rows).slice();
    free(at);
    free(taps);
    return cells;
  }

  /** Every pixel becomes centre · pixel + veil + field, rounded and clamped; the veil is enlarged as docs/method.md says. */
  protect(index: number, { centre, veil, still, swing, cosines }: PlaneChange): void {
    const { protect, free } = this.#exports;
    const places = [veil?.cells ?? new Float32Array(0), still, swing, cosines].map(values =>
      this.#put(values),
    );
    const [cells = 0, a = 0, b = 0, c = 0] = places;
    protect(
      this.#photo,
      index,
      centre,
      veil === null ? 0 : cells,
      veil?.columns ?? 0,
      veil?.rows ?? 0,
      a,
      b,
      c,
    );
    for (const place of places) free(place);
  }

  /** A JPEG file with the samplings of the source. `quality` as libjpeg counts it, 1 to 100. */
  encode(quality: number): Uint8Array<ArrayBuffer> {
    const length = this.#exports.encode(this.#photo, quality, 0);
    const at = this.#exports.file();
    const bytes = new Uint8Array(this.#exports.memory.buffer, at, length).slice();
    this.#exports.free(at);
    return bytes;
  }

  release(): void {
    this.#exports.release(this.#photo);
  }

  #word(index: number): number {
    return new Int32Array(this.#exports.memory.buffer, this.#photo, 32)[index] ?? 0;
  }

  /** With room for a vector that runs over the end. */
  #put(values: Float32Array): number {
    const at = this.#exports.malloc((values.length + 8) * 4);
    if (at === 0) throw new RangeError('Out of memory');
    new Float32Array(this.#exports.memory.buffer, at, values.length).set(values);
    return at;
  }
}
