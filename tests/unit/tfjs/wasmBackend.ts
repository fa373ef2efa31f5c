import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { openBackend, type WasmFiles } from '../../../src/tfjs/openBackend.ts';
import { root } from '../../fixtures/places.ts';

const folder = join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist');

/** tfjs' WebAssembly files, as Node finds them. */
export const wasmFiles: WasmFiles = {
  simd: join(folder, 'tfjs-backend-wasm-simd.wasm'),
  plain: join(folder, 'tfjs-backend-wasm.wasm'),
};

export async function openWasm(): Promise<void> {
  if (!(await openBackend('wasm', wasmFiles))) throw new Error('WebAssembly does not work here.');
}

export interface Values {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** What `make` gives on a backend; frees all tensors. */
export async function onBackend(
  name: 'wasm' | 'cpu',
  make: () => readonly tf.Tensor[],
): Promise<readonly Values[]> {
  await tf.setBackend(name);
  try {
    return tf.tidy(() => {
      const result = make().map(tensor => ({
        shape: tensor.shape,
        data: Float32Array.from(tensor.dataSync()),
      }));
      return result as unknown as tf.TensorContainer;
    }) as unknown as readonly Values[];
  } finally {
    await tf.setBackend('wasm');
  }
}
