import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { getKernel, KernelConfig } from '@tensorflow/tfjs-core';
import { tensor4D } from './convGradients.ts';
import { floatsOf, madeOutput } from './heap.ts';

/**
 * The gradient of 2 × 2 maximum pooling, one picture of four to one value: dy goes to the first of the largest of each
 * four; a last odd row or column has none. Other pooling is left to the backend, whose own general way takes far longer
 * and, at odd sides, is wrong (tfjs 4.22).
 */
export function maxPoolGradientOver(general: ReturnType<typeof getKernel>): KernelConfig {
  return {
    ...general,
    kernelFunc: given => {
      const { inputs, attrs } = given;
      const backend = given.backend as BackendWasm;
      const x = tensor4D(inputs, 'input');
      const dy = tensor4D(inputs, 'dy');
      if (!isTwo(attrs?.filterSize) || !isTwo(attrs?.strides) || attrs?.pad !== 'valid') {
        return general.kernelFunc(given);
      }
      const dx = madeOutput(backend, x.shape, 'float32');
      toLargest(floatsOf(backend, x), floatsOf(backend, dy), floatsOf(backend, dx), x.shape);
      return dx;
    },
  };
}

function isTwo(sides: unknown): boolean {
  return sides === 2 || (Array.isArray(sides) && sides.every(side => side === 2));
}

function toLargest(
  x: Float32Array,
  dy: Float32Array,
  dx: Float32Array,
  [photos, height, width, channels]: readonly [number, number, number, number],
): void {
  dx.fill(0);
  const rowLength = width * channels;
  let out = 0;
  for (let photo = 0; photo < photos; photo++) {
    for (let row = 0; row + 1 < height; row += 2) {
      for (let column = 0; column + 1 < width; column += 2) {
        const first = (photo * height + row) * rowLength + column * channels;
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
}
