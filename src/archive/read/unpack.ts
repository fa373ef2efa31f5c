import { crc32 } from '../../core/picture/crc32.ts';
import { expandBzip2 } from './bzip2.ts';
import type { Packed } from './content.ts';
import type { ZipRecord } from './directory.ts';
import { inflate } from './inflate.ts';
import { BrokenData, type Expanded } from './output.ts';

/** Takes one file out of a zip. */

type Bytes = Uint8Array<ArrayBuffer>;

/** How a file is packed, as far as it can be read here. */
export type Packing = 'store' | 'deflate' | 'deflate64' | 'bzip2';

const packings: ReadonlyMap<number, Packing> = new Map([
  [0, 'store'],
  [8, 'deflate'],
  [9, 'deflate64'],
  [12, 'bzip2'],
]);

/** How a file is packed; null for LZMA, Zstandard, PPMd and what else there is. */
export function packingOf({ method }: Pick<ZipRecord, 'method'>): Packing | null {
  return packings.get(method) ?? null;
}

export type Unpacked =
  | { readonly kind: 'unpacked'; readonly bytes: Bytes }
  | { readonly kind: 'damaged' }
  /** More bytes come out than were declared: unpacking stopped there. */
  | { readonly kind: 'bomb' };

/** Unpacks one file, never beyond its declared size, and checks size and checksum. */
export async function unpack(
  packed: Packed,
  packing: Packing,
  { bytes, crc32: declared }: Pick<ZipRecord, 'bytes' | 'crc32'>,
): Promise<Unpacked> {
  const expanded = await expand(packed, packing, bytes);
  if (expanded === null) return { kind: 'damaged' };
  if (!expanded.ended) return { kind: 'bomb' };
  if (expanded.bytes.length !== bytes || crc32(expanded.bytes) !== declared) return { kind: 'damaged' };
  return { kind: 'unpacked', bytes: expanded.bytes };
}

/** What bzip2 must be given to give anything: one whole block of its largest size, packed badly. */
const largestBlock = 1_200_000;

/** The first bytes of a file, at most `limit` of them, from as little of it as will do; null when it is damaged. */
export async function firstBytes(packed: Packed, packing: Packing, limit: number): Promise<Bytes | null> {
  const enough = packing === 'bzip2' ? largestBlock : 4 * limit;
  return (await expand(start(packed, enough), packing, limit, true))?.bytes ?? null;
}

/** A file's bytes in a stream, for those who never hold all of it; null when it is damaged from the start. */
export async function unpackedStream(
  packed: Packed,
  packing: Packing,
  { bytes }: Pick<ZipRecord, 'bytes'>,
): Promise<ReadableStream<Bytes> | null> {
  if (packing === 'store') return streamOf(packed);
  if (packing === 'deflate' && 'DecompressionStream' in globalThis)
    return streamOf(packed).pipeThrough(new DecompressionStream('deflate-raw'));
  const expanded = await expand(packed, packing, bytes);
  return expanded && streamOf(expanded.bytes);
}

/**
 * @param cutOff the packed bytes may end anywhere: what came out until then is good enough
 * @returns null when they are damaged
 */
async function expand(
  packed: Packed,
  packing: Packing,
  limit: number,
  cutOff = false,
): Promise<Expanded | null> {
  if (packing === 'store') {
    return { bytes: (await bytesOf(start(packed, limit))).slice(), ended: lengthOf(packed) <= limit };
  }
  if (packing === 'deflate' && 'DecompressionStream' in globalThis)
    return inflateByBrowser(packed, limit, cutOff);
  const bytes = await bytesOf(packed);
  try {
    return packing === 'bzip2' ? expandBzip2(bytes, limit) : inflate(bytes, limit, packing === 'deflate64');
  } catch (error) {
    if (error instanceof BrokenData) return null;
    throw error;
  }
}

async function inflateByBrowser(packed: Packed, limit: number, cutOff: boolean): Promise<Expanded | null> {
  const pieces: Bytes[] = [];
  let length = 0;
  let ended = true;
  const reader = streamOf(packed).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const piece = next.value.subarray(0, limit - length);
      pieces.push(piece);
      length += piece.length;
      if (piece.length < next.value.length) {
        ended = false;
        await reader.cancel().catch(() => undefined);
        break;
      }
    }
  } catch (error) {
    // A zip that went away while it was read is another matter than broken bytes in it.
    if (error instanceof DOMException) throw error;
    if (!cutOff || length === 0) return null;
  }
  return { bytes: joined(pieces, length), ended };
}

function start(packed: Packed, length: number): Packed {
  return packed instanceof Blob ? packed.slice(0, length) : packed.subarray(0, length);
}

function lengthOf(packed: Packed): number {
  return packed instanceof Blob ? packed.size : packed.length;
}

async function bytesOf(packed: Packed): Promise<Bytes> {
  return packed instanceof Blob ? new Uint8Array(await packed.arrayBuffer()) : packed;
}

function streamOf(packed: Packed): ReadableStream<Bytes> {
  if (packed instanceof Blob) return packed.stream();
  return new ReadableStream({
    start(controller) {
      if (packed.length > 0) controller.enqueue(packed);
      controller.close();
    },
  });
}

function joined(pieces: readonly Bytes[], length: number): Bytes {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
