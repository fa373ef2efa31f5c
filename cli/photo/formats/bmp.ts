import { decode } from '@cwasm/nsbmp';
import { soundBmp } from '../../../src/codec/bmp/soundBmp.ts';
import { PhotoError } from '../../../src/codec/photoError.ts';
import type { Pixels } from '../../../src/engine/engine.ts';

/** A bitmap of any version, OS/2's included, by NetSurf's reader in WebAssembly: libvips reads none. @throws PhotoError `unreadable` */
export async function decodeBmp(bytes: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  try {
    const { width, height, data } = decode(soundBmp(bytes));
    return { width, height, data: new Uint8ClampedArray(data) };
  } catch {
    throw new PhotoError({ kind: 'unreadable' });
  }
}
