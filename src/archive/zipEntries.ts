import { decodeZipName, readZipPath } from './zipNames.ts';

/** One file of a zip, as its directory describes it. Sizes in bytes; do not trust them. */
export interface ZipEntry {
  /** With forward slashes, otherwise as written. */
  readonly path: string;
  readonly bytes: number;
  readonly packedBytes: number;
  /** `unreadable`: encrypted, or packed in a way that browsers do not know. */
  readonly method: 'store' | 'deflate' | 'unreadable';
  /** Where its local header begins in the zip. */
  readonly headerAt: number;
}

/** Records of a zip (APPNOTE 4.3): what they begin with, and how long their fixed part is. */
const end = { signature: 0x06054b50, bytes: 22 };
const end64 = { signature: 0x06064b50, bytes: 56 };
const locator64 = { signature: 0x07064b50, bytes: 20 };
const central = { signature: 0x02014b50, bytes: 46 };
const local = { signature: 0x04034b50, bytes: 30 };

const longestComment = 0xffff;
/** Fields with this value stand in the Zip64 extra field instead. */
const elsewhere = 0xffff_ffff;
/** A directory of a million photos with long names; more is no directory. */
const largestDirectory = 400e6;

const utf8 = new TextDecoder();

async function viewOf(zip: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await zip.slice(from, to).arrayBuffer());
}

interface Directory {
  readonly at: number;
  readonly bytes: number;
  readonly entries: number;
  /** Where it ends, as found and not as declared. */
  readonly endsAt: number;
}

/**
 * The files of a zip of any size, folders left out: only its directory is read. Zip64 is understood.
 *
 * @throws Error when it is no zip, or damaged
 */
export async function readZipEntries(zip: Blob): Promise<readonly ZipEntry[]> {
  const directory = await findDirectory(zip);
  const startsAt = directory.endsAt - directory.bytes;
  // What a zip is glued behind, such as a program that unpacks it, is not counted in its offsets.
  const prefix = startsAt - directory.at;
  if (directory.bytes > largestDirectory || prefix < 0) throw new Error('The zip has no sound directory');
  const view = await viewOf(zip, startsAt, directory.endsAt);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < directory.entries; i++) {
    if (at + central.bytes > view.byteLength || view.getUint32(at, true) !== central.signature)
      throw new Error('The directory of the zip is cut off');
    const { entry, next } = readCentral(view, at);
    if (!entry.path.endsWith('/')) entries.push({ ...entry, headerAt: entry.headerAt + prefix });
    at = next;
  }
  return entries;
}

async function findDirectory(zip: Blob): Promise<Directory> {
  const from = Math.max(0, zip.size - end.bytes - longestComment);
  const tail = await viewOf(zip, from, zip.size);
  for (let at = tail.byteLength - end.bytes; at >= 0; at--) {
    if (tail.getUint32(at, true) !== end.signature) continue;
    const plain = {
      entries: tail.getUint16(at + 10, true),
      bytes: tail.getUint32(at + 12, true),
      at: tail.getUint32(at + 16, true),
      endsAt: from + at,
    };
    const large = await findDirectory64(zip, from + at);
    return large ?? plain;
  }
  throw new Error('This is no zip');
}

/** The directory as Zip64 names it, which stands right before the plain end; null where there is none. */
async function findDirectory64(zip: Blob, endAt: number): Promise<Directory | null> {
  const at = endAt - locator64.bytes;
  if (at < 0) return null;
  const locator = await viewOf(zip, at, endAt);
  if (locator.getUint32(0, true) !== locator64.signature) return null;
  // Right before its locator, wherever that says it is.
  const recordAt = at - end64.bytes;
  const record = await viewOf(zip, Math.max(0, recordAt), at);
  if (record.byteLength < end64.bytes || record.getUint32(0, true) !== end64.signature) return null;
  return {
    entries: Number(record.getBigUint64(32, true)),
    bytes: Number(record.getBigUint64(40, true)),
    at: Number(record.getBigUint64(48, true)),
    endsAt: recordAt,
  };
}

function readCentral(view: DataView<ArrayBuffer>, at: number): { entry: ZipEntry; next: number } {
  const flags = view.getUint16(at + 8, true);
  const nameBytes = view.getUint16(at + 28, true);
  const extraBytes = view.getUint16(at + 30, true);
  const extraAt = at + central.bytes + nameBytes;
  const next = extraAt + extraBytes + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw new Error('The directory of the zip is cut off');
  const name = new Uint8Array(view.buffer, at + central.bytes, nameBytes);
  const [bytes = 0, packedBytes = 0, headerAt = 0] = inFull(
    [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
    new DataView(view.buffer, extraAt, extraBytes),
  );
  const { path } = readZipPath((flags & 0x800) !== 0 ? utf8.decode(name) : decodeZipName(name));
  const method = (flags & 1) !== 0 ? 'unreadable' : methodOf(view.getUint16(at + 10, true));
  return { entry: { path, bytes, packedBytes, method, headerAt }, next };
}

function methodOf(number: number): ZipEntry['method'] {
  if (number === 0) return 'store';
  return number === 8 ? 'deflate' : 'unreadable';
}

/** Those of the values that did not fit into 32 bits, from the Zip64 extra field, where they stand in the same order. */
function inFull(values: readonly number[], extra: DataView<ArrayBuffer>): readonly number[] {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    return values.map(value => {
      if (value !== elsewhere || field + 8 > extra.byteLength) return value;
      field += 8;
      return Number(extra.getBigUint64(field - 8, true));
    });
  }
  return values;
}

/** Reads a blob in order by large pieces: ten thousand small photos are not ten thousand questions to the disk. */
export class Reader {
  readonly #blob: Blob;
  #from = 0;
  #piece = new Uint8Array();

  constructor(blob: Blob) {
    this.#blob = blob;
  }

  /** Bytes from `from` on; fewer where the blob ends. Good until the next call. */
  async read(from: number, bytes: number): Promise<Uint8Array<ArrayBuffer>> {
    const start = from - this.#from;
    if (start < 0 || start + bytes > this.#piece.length) {
      this.#from = from;
      const to = from + Math.max(bytes, pieceBytes);
      this.#piece = new Uint8Array(await this.#blob.slice(from, to).arrayBuffer());
      return this.#piece.subarray(0, bytes);
    }
    return this.#piece.subarray(start, start + bytes);
  }
}

/** What a reader reads at a time, in bytes; larger photos are streamed. */
export const pieceBytes = 4 << 20;

/** Where the packed bytes of an entry begin; null where there is no local header. */
export async function contentAt(reader: Reader, entry: ZipEntry): Promise<number | null> {
  const header = await reader.read(entry.headerAt, local.bytes);
  if (header.length < local.bytes) return null;
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (view.getUint32(0, true) !== local.signature) return null;
  return entry.headerAt + local.bytes + view.getUint16(26, true) + view.getUint16(28, true);
}
