/** tfjs's backends: WebAssembly, plain JavaScript, and the GPU by WebGL or WebGPU. */
export type BackendName = 'wasm' | 'cpu' | 'webgl' | 'webgpu';
