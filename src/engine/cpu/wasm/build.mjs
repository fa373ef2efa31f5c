/**
 * Compiles the kernels, and the one that restores photos, and writes them into ../kernelBytes.ts and
 * ../restoreKernelBytes.ts.
 *
 *   node src/engine/cpu/wasm/build.mjs
 */
import { wasmText, writeModules } from '../../../build/wasmText.mjs';

const folder = new URL('.', import.meta.url);

export const kernelBytesText = () => wasmText(folder, { source: 'kernels', name: 'kernelBytes' });

export const restoreKernelBytesText = () =>
  wasmText(folder, { source: 'restore', name: 'restoreKernelBytes' });

await writeModules(import.meta.url, {
  '../kernelBytes.ts': kernelBytesText,
  '../restoreKernelBytes.ts': restoreKernelBytesText,
});
