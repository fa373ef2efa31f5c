import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { createVectorKernels } from '../../../../src/engine/cpu/kernels.ts';
import { kernelBytesText } from '../../../../src/engine/cpu/wasm/build.mjs';

describe('the compiled kernels', () => {
  it('are those of the sources', async () => {
    const file = readFileSync(new URL('../../../../src/engine/cpu/kernelBytes.ts', import.meta.url), 'utf8');
    expect(await kernelBytesText()).toBe(file);
  }, 60_000);

  it('run here, so that the other tests test them', () => {
    expect(createVectorKernels()?.name).toBe('vector');
  });

  it('are done without where WebAssembly is missing', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(createVectorKernels()).toBeNull();
    vi.unstubAllGlobals();
  });
});
