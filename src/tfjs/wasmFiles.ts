import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { WasmFiles } from './openBackend.ts';

/** The app's own copies, as the bundler serves them. */
export const wasmFiles: WasmFiles = { simd, plain };
