import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { backend, type Tensor4D, type TensorInfo } from '@tensorflow/tfjs-core';
import { floatsOf, madeOutput } from './heap.ts';
import { winogradBytes } from './winogradBytes.ts';

/** The functions of wasm/winograd.ts; addresses are in the memory of tfjs' backend. */
interface Functions {
  picturesToTiles(x: number, n: number, h: number, w: number, c: number, to: number, scratch: number): void;
  tilesToPictures(
    tiles: number,
    n: number,
    h: number,
    w: number,
    c: number,
    y: number,
    scratch: number,
  ): void;
  gradientsToTiles(dy: number, n: number, h: number, w: number, c: number, to: number, scratch: number): void;
  filterToTiles(filter: number, inputs: number, outputs: number, tiles: number, scratch: number): void;
  tilesToFilter(tiles: number, inputs: number, outputs: number, filter: number, scratch: number): void;
  turnFilter(filter: number, inputs: number, outputs: number, turned: number): void;
  multiplyAll(
    ...given: [
      a: number,
      rowStep: number,
      innerStep: number,
      b: number,
      c: number,
      rows: number,
      inner: number,
      columns: number,
      keep: 0 | 1,
    ]
  ): void;
}

/** What Emscripten's module has, though tfjs' types say less. */
interface Heap {
  readonly asm?: { readonly memory?: WebAssembly.Memory };
  _malloc(bytes: number): number;
  _free(address: number): void;
}

/** Tiles worked on together, so that their 36 matrices stay near the processor. */
const tilesTogether = 64;
/** Wider layers would take more room than they are worth here. */
const mostChannels = 128;
const scratchBytes = 2048;

/**
 * 3 × 3 convolutions of stride 1 and their gradients, several times as fast as the backend's own. Null where the
 * backend's memory cannot be had or there is no SIMD.
 */
export async function openWinograd(): Promise<Winograd | null> {
  const own = backend() as BackendWasm;
  const heap = own.wasm as unknown as Heap;
  const memory = heap.asm?.memory;
  if (memory === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(winogradBytes), letter => letter.charCodeAt(0));
    const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
    return new Winograd(own, heap, instance.exports as unknown as Functions);
  } catch {
    return null;
  }
}

export class Winograd {
  readonly #backend: BackendWasm;
  readonly #heap: Heap;
  readonly #do: Functions;
  /** Room for what is between two steps; grows, and is kept. */
  #room = { address: 0, bytes: 0 };

  constructor(own: BackendWasm, heap: Heap, functions: Functions) {
    this.#backend = own;
    this.#heap = heap;
    this.#do = functions;
  }

  /** Whether a convolution without dilation, with edges of zeros, is of a kind that is done here. */
  takes(shape: readonly number[], filter: readonly number[]): boolean {
    const [, height = 0, width = 0, channels = 0] = shape;
    const [down, across, inputs = 0, outputs = 0] = filter;
    if (down !== 3 || across !== 3 || channels !== inputs) return false;
    if (height % 4 !== 0 || width % 4 !== 0 || (height * width) % 64 !== 0) return false;
    return [inputs, outputs].every(count => count > 0 && count % 8 === 0 && count <= mostChannels);
  }

  /** x n × h × w × c with a filter 3 × 3 × c × k: n × h × w × k. */
  convolve(x: TensorInfo, filter: TensorInfo): TensorInfo {
    return this.#convolve(x, filter, false);
  }

  /** dy n × h × w × k with the forward filter: the gradient of its input, n × h × w × c. */
  inputGradient(dy: TensorInfo, filter: TensorInfo): TensorInfo {
    return this.#convolve(dy, filter, true);
  }

  /** x n × h × w × c and dy n × h × w × k: the filter's gradient 3 × 3 × c × k. */
  filterGradient(x: TensorInfo, dy: TensorInfo): TensorInfo {
    const { n, height, width, perPicture, together } = chunksOf(x);
    const inputs = x.shape[3] ?? 0;
    const outputs = dy.shape[3] ?? 0;
    const gradient = madeOutput(this.#backend, [3, 3, inputs, outputs], 'float32');
    const tiles = together * perPicture;
    const [scratch = 0, read = 0, written = 0, sums = 0] = this.#places(
      scratchBytes,
      ...[inputs, outputs].map(channels => 144 * tiles * channels),
      144 * inputs * outputs,
    );
    const [from, to] = [this.#address(x), this.#address(dy)];
    for (let first = 0; first < n; first += together) {
      const count = Math.min(together, n - first);
      const pixels = 4 * first * height * width;
      this.#do.picturesToTiles(from + pixels * inputs, count, height, width, inputs, read, scratch);
      this.#do.gradientsToTiles(to + pixels * outputs, count, height, width, outputs, written, scratch);
      const inner = count * perPicture;
      // The pictures' matrices, transposed, by those of the gradients.
      this.#do.multiplyAll(read, 4, 4 * inputs, written, sums, inputs, inner, outputs, first === 0 ? 0 : 1);
    }
    this.#do.tilesToFilter(sums, inputs, outputs, this.#address(gradient), scratch);
    return gradient;
  }

  #convolve(x: TensorInfo, filter: TensorInfo, turned: boolean): TensorInfo {
    const { n, height, width, perPicture, together } = chunksOf(x);
    const [, , inputs = 0, outputs = 0] = filter.shape;
    const [read, written] = turned ? [outputs, inputs] : [inputs, outputs];
    const y = madeOutput(this.#backend, [n, height, width, written], 'float32');
    const tiles = together * perPicture;
    const [scratch = 0, back = 0, taps = 0, before = 0, after = 0] = this.#places(
      scratchBytes,
      turned ? 36 * inputs * outputs : 0,
      144 * inputs * outputs,
      144 * tiles * read,
      144 * tiles * written,
    );
    if (turned) this.#do.turnFilter(this.#address(filter), inputs, outputs, back);
    this.#do.filterToTiles(turned ? back : this.#address(filter), read, written, taps, scratch);
    const [from, to] = [this.#address(x), this.#address(y)];
    for (let first = 0; first < n; first += together) {
      const count = Math.min(together, n - first);
      const pixels = 4 * first * height * width;
      this.#do.picturesToTiles(from + pixels * read, count, height, width, read, before, scratch);
      const rows = count * perPicture;
      this.#do.multiplyAll(before, 4 * read, 4, taps, after, rows, read, written, 0);
      this.#do.tilesToPictures(after, count, height, width, written, to + pixels * written, scratch);
    }
    return y;
  }

  #address(tensor: TensorInfo): number {
    return floatsOf(this.#backend, tensor).byteOffset;
  }

  /** Addresses of areas of so many bytes, until the next call. */
  #places(...bytes: readonly number[]): readonly number[] {
    const all = bytes.reduce((sum, count) => sum + count, 0);
    if (all > this.#room.bytes) {
      if (this.#room.bytes > 0) this.#heap._free(this.#room.address);
      this.#room = { address: 0, bytes: 0 };
      this.#room = { address: this.#heap._malloc(all), bytes: all };
    }
    let next = this.#room.address;
    return bytes.map(count => {
      next += count;
      return next - count;
    });
  }
}

/** How pictures are worked on in parts. */
function chunksOf(x: TensorInfo) {
  const [n, height, width] = x.shape as Tensor4D['shape'];
  const perPicture = (height * width) / 16;
  return { n, height, width, perPicture, together: Math.max(1, Math.floor(tilesTogether / perPicture)) };
}
