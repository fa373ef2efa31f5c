/**
 * Compiles the convolution and writes it into ../winogradBytes.ts. Its memory is that of tfjs' WebAssembly backend.
 *
 *   node src/tfjs/kernels/wasm/build.mjs
 */
import { wasmText, writeModules } from '../../../build/wasmText.mjs';

const folder = new URL('.', import.meta.url);

export const winogradBytesText = () =>
  wasmText(folder, { source: 'winograd', name: 'winogradBytes', options: ['--importMemory'] });

await writeModules(import.meta.url, { '../winogradBytes.ts': winogradBytesText });
