import { joinedBytes } from '../../core/joinedBytes.ts';
import { chunk } from '../metadata/pngChunks.ts';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A PNG of 8 bits, RGB (2) or RGBA (6), from the chunks between its header and its end. */
export function pngFile(
  width: number,
  height: number,
  colours: 2 | 6,
  chunks: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, colours], 8);
  return joinedBytes([signature, chunk('IHDR', header), ...chunks, chunk('IEND', new Uint8Array())]);
}
