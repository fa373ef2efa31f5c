import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';

/** A tensor's values where they lie in WebAssembly's memory. Any allocation may move that memory: fetch anew after one. */
export function floatsOf(backend: BackendWasm, tensor: TensorInfo): Float32Array {
  const values = backend.typedArrayFromHeap(tensor);
  if (!(values instanceof Float32Array)) throw new Error(`Not floats but ${tensor.dtype}.`);
  return values;
}

/** The backend's own, of undefined content. */
export function madeOutput(backend: BackendWasm, shape: readonly number[], dtype: DataType): TensorInfo {
  return backend.makeOutput([...shape], dtype);
}
