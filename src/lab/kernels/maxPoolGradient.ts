import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { getKernel, KernelConfig } from '@tensorflow/tfjs-core';
import { tensor4D } from './convGradients.ts';
import { floatsOf, madeOutput } from './heap.ts';

/**
 * The gradient of 2 × 2 maximum pooling without overlap: dy goes to the first of the largest of each four. Other
 * pooling is left to the backend, whose own general way takes ten times as long.
 */
export function maxPoolGradientOver(general: ReturnType<typeof getKernel>): KernelConfig {
  return {
    ...general,
    kernelFunc: given => {
      const { inputs, attrs } = given;
      const backend = given.backend as BackendWasm;
      const x = tensor4D(inputs, 'input');
      const dy = tensor4D(inputs, 'dy');
      const [n, h, w, c] = x.shape;
      if (!isTwoByTwo(attrs?.filterSize, attrs?.strides) || h % 2 === 1 || w % 2 === 1) {
        return general.kernelFunc(given);
      }
      const dx = madeOutput(backend, x.shape, 'float32');
      toLargest(floatsOf(backend, x), floatsOf(backend, dy), floatsOf(backend, dx), n * h, w, c);
      return dx;
    },
  };
}

function isTwoByTwo(size: unknown, strides: unknown): boolean {
  return [size, strides].every(pair => pair === 2 || (Array.isArray(pair) && pair.every(side => side === 2)));
}

function toLargest(
  x: Float32Array,
  dy: Float32Array,
  dx: Float32Array,
  rows: number,
  width: number,
  channels: number,
): void {
  dx.fill(0);
  const rowLength = width * channels;
  let out = 0;
  for (let row = 0; row < rows; row += 2) {
    for (let column = 0; column < width; column += 2) {
      const first = row * rowLength + column * channels;
      for (let a = first; a < first + channels; a++) {
        const b = a + channels;
        const c = a + rowLength;
        const d = b + rowLength;
        const above = (x[a] as number) >= (x[b] as number) ? a : b;
        const below = (x[c] as number) >= (x[d] as number) ? c : d;
        const largest = (x[above] as number) >= (x[below] as number) ? above : below;
        dx[largest] = dy[out++] as number;
      }
    }
  }
}
