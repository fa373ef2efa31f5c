import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../fixtures/places.ts';
import { wasmFiles } from '../tfjs/wasmBackend.ts';

const onnxDist = join(root, 'node_modules/onnxruntime-web/dist');
/** What models run on, as Node finds it. */
export const runtime = {
  tfjs: wasmFiles,
  onnx: {
    wasm: pathToFileURL(join(onnxDist, 'ort-wasm-simd-threaded.wasm')).href,
    script: pathToFileURL(join(onnxDist, 'ort-wasm-simd-threaded.mjs')).href,
  },
};
