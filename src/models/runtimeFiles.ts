import script from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { wasmFiles } from '../tfjs/wasmFiles.ts';
import type { RuntimeFiles } from './openModel.ts';

/** The app's own copies, as the bundler serves them; fetched with the first model that needs them. */
export const runtimeFiles: RuntimeFiles = { tfjs: wasmFiles, onnx: { wasm, script } };
