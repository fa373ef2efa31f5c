import { type Correlator, type Part, placeIn, plainCorrelator } from '../../core/restoreFilter.ts';
import { restoreKernelBytes } from './restoreKernelBytes.ts';

/** What `wasm/restore.ts` exports. */
interface RestoreExports {
  readonly memory: WebAssembly.Memory;
  correlate(
    from: number,
    to: number,
    stride: number,
    count: number,
    rows: number,
    weights: number,
    size: number,
  ): void;
}

/** Weights of the largest filter, in bytes, from address 0 on. */
const weightBytes = 1024;

/** Correlates with WebAssembly's vectors or, where they are missing or forbidden, without. */
export function createCorrelator(make: 'fastest' | 'plain' = 'fastest'): Correlator {
  if (make === 'plain') return plainCorrelator;
  try {
    const bytes = Uint8Array.from(atob(restoreKernelBytes), character => character.charCodeAt(0));
    const module = new WebAssembly.Module(bytes);
    return new VectorCorrelator(new WebAssembly.Instance(module).exports as unknown as RestoreExports);
  } catch {
    return plainCorrelator;
  }
}

/** Planes lie in WebAssembly's memory, so that nothing is copied. It holds one set of planes at a time. */
class VectorCorrelator implements Correlator {
  readonly #run: RestoreExports;
  #next = weightBytes;

  constructor(run: RestoreExports) {
    this.#run = run;
  }

  reserve(planes: number, length: number): void {
    const { memory } = this.#run;
    this.#next = weightBytes;
    // Before the first plane is given: memory that grows takes all views of it away.
    const missing = weightBytes + planes * (length * 4 + 16) - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / 65536));
  }

  plane(length: number): Float32Array {
    const { buffer } = this.#run.memory;
    const address = this.#next;
    this.#next = (address + length * 4 + 15) & ~15;
    if (this.#next > buffer.byteLength) throw new RangeError('planes that no room was made for');
    return new Float32Array(buffer, address, length).fill(0);
  }

  correlate(...[from, to, frame, part, { size, weights }]: Parameters<Correlator['correlate']>): void {
    const { memory } = this.#run;
    new Float32Array(memory.buffer, 0, weights.length).set(weights);
    const reach = (size - 1) / 2;
    const at = (plane: Float32Array, place: Pick<Part, 'x' | 'y'>) =>
      plane.byteOffset + placeIn(frame, place.x, place.y) * 4;
    this.#run.correlate(
      at(from, { x: part.x - reach, y: part.y - reach }),
      at(to, part),
      frame.stride * 4,
      part.width,
      part.height,
      0,
      size,
    );
  }
}
