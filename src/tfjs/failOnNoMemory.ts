import { backend } from '@tensorflow/tfjs-core';

/** What Emscripten's module has, though tfjs' types say less. */
interface Allocating {
  _malloc(bytes: number): number;
}

const guarded = new WeakSet<object>();

/**
 * tfjs does not look whether WebAssembly had memory for a tensor: the address is then 0, where its own data lie. From
 * now on it is an error instead.
 */
export function failOnNoMemory(): void {
  const { wasm } = backend() as unknown as { readonly wasm: Allocating };
  if (guarded.has(wasm)) return;
  guarded.add(wasm);
  const allocate = wasm._malloc.bind(wasm);
  wasm._malloc = bytes => {
    const address = allocate(bytes);
    if (address === 0 && bytes > 0) throw new RangeError('Out of memory');
    return address;
  };
}
