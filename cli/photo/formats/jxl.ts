import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import decode, { init } from '@jsquash/jxl/decode.js';
import type { PhotoDescription } from '../../../src/codec/describe/description.ts';
import { PhotoError } from '../../../src/codec/photoError.ts';
import type { Pixels } from '../../../src/engine/engine.ts';

const decoder = '@jsquash/jxl/codec/dec/jxl_dec.wasm';

let ready: Promise<unknown> | null = null;

/** A JPEG XL by the app's libjxl: upright, in sRGB. @throws PhotoError `unsupported`, for moving ones too */
export async function decodeJxl(
  bytes: Uint8Array<ArrayBuffer>,
  { type, animated }: PhotoDescription,
): Promise<Pixels> {
  // It gives the last picture of a moving one.
  if (animated) throw new PhotoError({ kind: 'unsupported', type });
  ready ??= makeReady();
  await ready;
  try {
    const { width, height, data } = await decode(bytes.slice().buffer);
    return { width, height, data: new Uint8ClampedArray(data) };
  } catch {
    throw new PhotoError({ kind: 'unreadable' });
  }
}

/** Without a browser nothing fetches it by itself. */
async function makeReady(): Promise<void> {
  const path = createRequire(import.meta.url).resolve(decoder);
  await init(await WebAssembly.compile(await readFile(path)));
}
