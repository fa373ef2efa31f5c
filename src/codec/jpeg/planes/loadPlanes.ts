import { PlanesCodec } from './jpegPlanes.ts';
import file from './planes.wasm?url';

let codec: Promise<PlanesCodec | null> | null = null;

/** This thread's codec, fetched with the first JPEG. Null where the browser has no vectors, or may not compile them. */
export function loadPlanes(): Promise<PlanesCodec | null> {
  codec ??= load();
  return codec;
}

async function load(): Promise<PlanesCodec | null> {
  try {
    const response = await fetch(file);
    if (!response.ok) return null;
    return new PlanesCodec(await WebAssembly.compile(await response.arrayBuffer()));
  } catch {
    return null;
  }
}
