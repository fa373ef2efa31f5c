import { probeRenderer } from '../../../engine/webgl/renderer.ts';
import type { BackendName } from '../../../tfjs/backendName.ts';

/** As much of WebGPU as we ask. */
interface Gpu {
  requestAdapter(): Promise<{
    readonly isFallbackAdapter?: boolean;
    readonly info?: { readonly isFallbackAdapter?: boolean };
  } | null>;
}

/**
 * The backends that this machine can train on, those on the CPU first. A GPU that is only computed by the CPU is none;
 * tfjs' plain CPU backend, a hundred times slower than WebAssembly, is there only where nothing else is. Never rejects.
 */
export async function availableBackends(): Promise<readonly BackendName[]> {
  const names: BackendName[] = [];
  if (typeof WebAssembly === 'object') names.push('wasm');
  if (probeRenderer().kind === 'hardware') names.push('webgl');
  if (await hasWebGpu()) names.push('webgpu');
  return names.length > 0 ? names : ['cpu'];
}

async function hasWebGpu(): Promise<boolean> {
  try {
    const { gpu } = globalThis.navigator as unknown as { readonly gpu?: Gpu };
    const adapter = (await gpu?.requestAdapter()) ?? null;
    return adapter !== null && adapter.isFallbackAdapter !== true && adapter.info?.isFallbackAdapter !== true;
  } catch {
    return false;
  }
}
