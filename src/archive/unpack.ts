import { crc32 } from '../core/picture/crc32.ts';
import type { PackedFile } from './zipDirectory.ts';

export type Unpacked =
  | { readonly kind: 'unpacked'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'damaged' }
  /** More bytes come out than were declared: unpacking stopped there. */
  | { readonly kind: 'bomb' };

/** Unpacks one file, never beyond its declared size, and checks size and checksum. */
export async function unpack(file: PackedFile): Promise<Unpacked> {
  const outcome = file.method === 'store' ? copyStored(file) : await inflate(file);
  if (outcome.kind === 'unpacked' && crc32(outcome.bytes) !== file.crc32) return { kind: 'damaged' };
  return outcome;
}

function copyStored(file: PackedFile): Unpacked {
  // A copy, so that the whole zip is not kept alive by one of its photos.
  return file.packed.length === file.bytes
    ? { kind: 'unpacked', bytes: file.packed.slice() }
    : { kind: 'damaged' };
}

async function inflate(file: PackedFile): Promise<Unpacked> {
  const bytes = new Uint8Array(file.bytes);
  let filled = 0;
  const reader = new Blob([file.packed])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (filled + next.value.length > bytes.length) {
        await reader.cancel().catch(() => undefined);
        return { kind: 'bomb' };
      }
      bytes.set(next.value, filled);
      filled += next.value.length;
    }
  } catch {
    return { kind: 'damaged' };
  }
  return filled === bytes.length ? { kind: 'unpacked', bytes } : { kind: 'damaged' };
}
