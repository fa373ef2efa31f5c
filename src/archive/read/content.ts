import type { ZipDirectory, ZipRecord } from './directory.ts';

/** The local header in front of a file (APPNOTE 4.3.7). */
const local = { signature: 0x04034b50, bytes: 30 };

/** What a reader reads at a time, in bytes. */
const pieceBytes = 4 << 20;

/** Reads a blob in order by large pieces: ten thousand small photos are not ten thousand questions to the disk. */
class Reader {
  readonly #blob: Blob;
  #from = 0;
  #piece: Uint8Array<ArrayBuffer> = new Uint8Array();

  constructor(blob: Blob) {
    this.#blob = blob;
  }

  /** Bytes from `from` on; fewer where the blob ends. Good until the next call. */
  async read(from: number, bytes: number): Promise<Uint8Array<ArrayBuffer>> {
    const start = from - this.#from;
    if (start < 0 || start + bytes > this.#piece.length) {
      this.#from = from;
      this.#piece = new Uint8Array(await this.#blob.slice(from, from + pieceBytes).arrayBuffer());
      return this.#piece.subarray(0, bytes);
    }
    return this.#piece.subarray(start, start + bytes);
  }
}

/** Packed bytes of a file: where they lie, or of a small one themselves, good until the next file is asked for. */
export type Packed = Blob | Uint8Array<ArrayBuffer>;

/** The packed bytes of a file. `missing`: there is no header; `overlap`: it reaches into what belongs to another. */
export type PackedContent = (record: ZipRecord) => Promise<Packed | 'missing' | 'overlap'>;

/**
 * Finds files by their local headers. Each may reach up to where the next header begins, and no further: files that lie
 * over each other are how a small zip unpacks to terabytes (Fifield, *A better zip bomb*, WOOT 2019).
 */
export function packedContent(zip: Blob, directory: ZipDirectory): PackedContent {
  const ends = endsOf(directory);
  const taken = new Set<number>();
  const reader = new Reader(zip);
  return async record => {
    const { headerAt, packedBytes } = record;
    if (taken.has(headerAt)) return 'overlap';
    taken.add(headerAt);
    // Large files are read where they lie, and their headers alone; small ones a piece of the zip at a time.
    const large = packedBytes > pieceBytes / 4;
    const from = contentAt(
      headerAt,
      large ? await bytesOf(zip, headerAt, local.bytes) : await reader.read(headerAt, local.bytes),
    );
    if (from === null) return 'missing';
    if (from + packedBytes > (ends.get(headerAt) ?? 0)) return 'overlap';
    return large ? zip.slice(from, from + packedBytes) : reader.read(from, packedBytes);
  };
}

async function bytesOf(zip: Blob, from: number, bytes: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await zip.slice(from, from + bytes).arrayBuffer());
}

/** Where the content behind a local header begins; null where that is none. */
function contentAt(headerAt: number, header: Uint8Array<ArrayBuffer>): number | null {
  if (headerAt < 0 || header.length < local.bytes) return null;
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (view.getUint32(0, true) !== local.signature) return null;
  return headerAt + local.bytes + view.getUint16(26, true) + view.getUint16(28, true);
}

/** Where each header's file must have ended: at the next header, or at the list. */
function endsOf({ records, at }: ZipDirectory): ReadonlyMap<number, number> {
  const starts = [...new Set(records.map(({ headerAt }) => headerAt))].sort((a, b) => a - b);
  return new Map(starts.map((start, i) => [start, starts[i + 1] ?? at]));
}
