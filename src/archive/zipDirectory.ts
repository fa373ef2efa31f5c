import JSZip from 'jszip';
import { decodeZipName, readZipPath } from './zipNames.ts';

/** One file in a zip, still packed. Sizes in bytes and the checksum are what the zip says; do not trust them. */
export interface PackedFile {
  /** With forward slashes, otherwise as written. */
  readonly path: string;
  /** False when the name would lead out of the folder that it is unpacked to. */
  readonly safe: boolean;
  readonly bytes: number;
  readonly crc32: number;
  readonly method: 'store' | 'deflate';
  readonly packed: Uint8Array<ArrayBuffer>;
}

/**
 * The files of a zip, folders left out, in the zip's order. Reads the whole zip into memory.
 *
 * @throws Error when the zip is damaged, packed in a way that JSZip does not know, or encrypted
 */
export async function readZipDirectory(zip: Blob): Promise<readonly PackedFile[]> {
  // A Blob of one kind of window is no Blob in another, and JSZip knows Node's not at all: bytes are bytes.
  const bytes = await zip.arrayBuffer();
  const opened = await JSZip.loadAsync(bytes, {
    decodeFileName: name => decodeZipName(name instanceof Uint8Array ? name : Uint8Array.from(name, Number)),
  });
  return Object.values(opened.files)
    .filter(entry => !entry.dir)
    .map(entry => ({ ...readZipPath(entry.unsafeOriginalName ?? entry.name), ...packedContent(entry) }))
    .filter(entry => !entry.path.endsWith('/'));
}

/**
 * JSZip keeps what the zip says about an entry in a private field. We read it there, since its public ways to unpack
 * check neither size nor checksum before all is in memory, and stop dead on an entry that is shorter than declared.
 */
function packedContent(entry: JSZip.JSZipObject): Omit<PackedFile, 'path' | 'safe'> {
  const data: unknown = Reflect.get(entry, '_data');
  // What is declared as empty is replaced by a promise of nothing.
  if (data instanceof Promise) return { bytes: 0, crc32: 0, method: 'store', packed: new Uint8Array() };
  if (!isCompressedObject(data)) throw new TypeError('JSZip keeps its entries in another way than expected');
  return {
    bytes: data.uncompressedSize,
    crc32: data.crc32 >>> 0,
    method: data.compression.magic === '\x00\x00' ? 'store' : 'deflate',
    packed: data.compressedContent,
  };
}

interface CompressedObject {
  readonly uncompressedSize: number;
  readonly crc32: number;
  readonly compression: { readonly magic: string };
  readonly compressedContent: Uint8Array<ArrayBuffer>;
}

function isCompressedObject(value: unknown): value is CompressedObject {
  if (typeof value !== 'object' || value === null) return false;
  const compression: unknown = Reflect.get(value, 'compression');
  return (
    typeof Reflect.get(value, 'uncompressedSize') === 'number' &&
    typeof Reflect.get(value, 'crc32') === 'number' &&
    typeof compression === 'object' &&
    compression !== null &&
    typeof Reflect.get(compression, 'magic') === 'string' &&
    Reflect.get(value, 'compressedContent') instanceof Uint8Array
  );
}
