import { env, ready, setBackend } from '@tensorflow/tfjs-core';
import type { BackendName } from './backendName.ts';
import { failOnNoMemory } from './failOnNoMemory.ts';
import { registerFastConvolutions, registerWasmKernels } from './kernels/registerKernels.ts';

/**
 * Where tfjs' WebAssembly files lie: with fixed-width SIMD and without. The page is not cross-origin isolated, so that
 * threads are out of the question.
 */
export interface WasmFiles {
  readonly simd: string;
  readonly plain: string;
}

/** Loads a backend's code, the first time, and makes it the one that tfjs uses. False where it does not work. */
export async function openBackend(name: BackendName, files: WasmFiles): Promise<boolean> {
  try {
    await load(name, files);
    const works = await setBackend(name);
    await ready();
    if (works && name === 'wasm') {
      failOnNoMemory();
      await registerFastConvolutions();
    }
    return works;
  } catch {
    return false;
  }
}

async function load(name: BackendName, files: WasmFiles): Promise<void> {
  switch (name) {
    case 'wasm': {
      const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
      env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
      if (!opened.has(name)) {
        setWasmPaths({
          'tfjs-backend-wasm.wasm': files.plain,
          'tfjs-backend-wasm-simd.wasm': files.simd,
          // Never asked for.
          'tfjs-backend-wasm-threaded-simd.wasm': files.simd,
        });
        opened.add(name);
      }
      registerWasmKernels();
      return;
    }
    case 'webgl':
      await import('@tensorflow/tfjs-backend-webgl');
      return;
    case 'webgpu':
      await import('@tensorflow/tfjs-backend-webgpu');
      return;
    case 'cpu':
      await import('@tensorflow/tfjs-backend-cpu');
      return;
  }
}

/** Paths may be set only before a backend is opened. */
const opened = new Set<BackendName>();
