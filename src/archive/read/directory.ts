import { crc32 } from '../../core/picture/crc32.ts';

/** What is thrown of bytes that are no zip, or whose list of contents makes no sense. */
class BrokenZip extends Error {}

/** Whether an exception is of the zip's bytes: numbers in them may also lead out of it. */
export function isBrokenZip(error: unknown): boolean {
  return error instanceof BrokenZip || error instanceof RangeError;
}

/**
 * The list of contents at the end of a zip (APPNOTE 4.3.12 to 4.3.16), read by slices: a zip of any size costs no more
 * memory than its list. Zip64 is understood. Nothing that the list says is believed further than it can be checked.
 */

/** One line of the list. Names are bytes still: which letters they stand for is decided for the whole zip at once. */
export interface ZipRecord {
  readonly rawName: Uint8Array<ArrayBuffer>;
  /** The name in UTF-8 as well, where the program that wrote it added one (Info-ZIP, extra field 0x7075). */
  readonly unicodeName: string | null;
  /** General purpose bits: 1 encrypted, 0x800 the name is UTF-8. */
  readonly flags: number;
  /** How it is packed: 0 not at all, 8 deflate, 9 Deflate64, 12 bzip2 … */
  readonly method: number;
  /** The system that it was written on: 0 DOS or Windows, 3 Unix … */
  readonly host: number;
  readonly crc32: number;
  readonly bytes: number;
  readonly packedBytes: number;
  /** Where its local header begins in the zip. */
  readonly headerAt: number;
}

export interface ZipDirectory {
  readonly records: readonly ZipRecord[];
  /** False when the list is shorter than it says: there may be more in the zip. */
  readonly complete: boolean;
  /** Where the list begins, which is where the last file ends. */
  readonly at: number;
}

/** Records of a zip (APPNOTE 4.3): what they begin with, and how long their fixed part is. */
const end = { signature: 0x06054b50, bytes: 22 };
const end64 = { signature: 0x06064b50, bytes: 56 };
const locator64 = { signature: 0x07064b50, bytes: 20 };
const central = { signature: 0x02014b50, bytes: 46 };

const longestComment = 0xffff;
/** A list of a million photos with long names; more is no list. */
const largestDirectory = 400e6;
const fourGiB = 2 ** 32;

async function viewOf(zip: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await zip.slice(from, to).arrayBuffer());
}

/** What the end of a zip says of its list, and where the list itself ends. */
interface End {
  readonly at: number;
  readonly bytes: number;
  readonly entries: number;
  readonly endsAt: number;
}

/**
 * Reads the list of contents.
 *
 * @throws Error when it is no zip, or its list cannot be found
 */
export async function readDirectory(zip: Blob): Promise<ZipDirectory> {
  const told = await findEnd(zip);
  const startsAt = await findStart(zip, told);
  const view = await viewOf(zip, startsAt, told.endsAt);
  const records: ZipRecord[] = [];
  let at = 0;
  while (at + central.bytes <= view.byteLength && view.getUint32(at, true) === central.signature) {
    const read = readRecord(view, at);
    if (read === null) break;
    records.push(read.record);
    at = read.next;
  }
  // Programs that do not know Zip64 count on from 0 after 65,535.
  const complete = records.length % 0x10000 === told.entries % 0x10000;
  return { records: placed(records, startsAt, told.at, zip.size), complete, at: startsAt };
}

async function findEnd(zip: Blob): Promise<End> {
  const from = Math.max(0, zip.size - end.bytes - longestComment);
  const tail = await viewOf(zip, from, zip.size);
  for (let at = tail.byteLength - end.bytes; at >= 0; at--) {
    if (tail.getUint32(at, true) !== end.signature) continue;
    // What looks like the end in the middle of a comment has no room for its own.
    if (at + end.bytes + tail.getUint16(at + 20, true) > tail.byteLength) continue;
    const plain = {
      entries: tail.getUint16(at + 10, true),
      bytes: tail.getUint32(at + 12, true),
      at: tail.getUint32(at + 16, true),
      endsAt: from + at,
    };
    return (await findEnd64(zip, from + at)) ?? plain;
  }
  throw new BrokenZip('This is no zip');
}

/** The end as Zip64 tells it, which stands right before the plain one; null where there is none. */
async function findEnd64(zip: Blob, endAt: number): Promise<End | null> {
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

/** Where the list begins: counted back from its end, or else where the zip says. */
async function findStart(zip: Blob, told: End): Promise<number> {
  if (told.entries === 0 && told.bytes === 0) return told.endsAt;
  for (const at of [told.endsAt - told.bytes, told.at]) {
    if (at < 0 || at > told.endsAt || told.endsAt - at > largestDirectory) continue;
    const start = await viewOf(zip, at, Math.min(at + 4, told.endsAt));
    if (start.byteLength === 4 && start.getUint32(0, true) === central.signature) return at;
  }
  throw new BrokenZip('The zip has no sound directory');
}

function readRecord(
  view: DataView<ArrayBuffer>,
  at: number,
): { readonly record: ZipRecord; readonly next: number } | null {
  const nameBytes = view.getUint16(at + 28, true);
  const extraAt = at + central.bytes + nameBytes;
  const extraBytes = view.getUint16(at + 30, true);
  const next = extraAt + extraBytes + view.getUint16(at + 32, true);
  if (next > view.byteLength) return null;
  const rawName = new Uint8Array(view.buffer, at + central.bytes, nameBytes);
  const extra = new DataView(view.buffer, extraAt, extraBytes);
  const [bytes = 0, packedBytes = 0, headerAt = 0] = inFull(
    [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
    extra,
  );
  const record = {
    rawName,
    unicodeName: unicodeName(extra, rawName),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    host: view.getUint8(at + 5),
    crc32: view.getUint32(at + 16, true),
    bytes,
    packedBytes,
    headerAt,
  };
  return { record, next };
}

/** The content of an extra field (APPNOTE 4.5); null where it is not there. */
function extraField(extra: DataView<ArrayBuffer>, id: number): DataView<ArrayBuffer> | null {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    const bytes = Math.min(extra.getUint16(at + 2, true), extra.byteLength - at - 4);
    if (extra.getUint16(at, true) === id) return new DataView(extra.buffer, extra.byteOffset + at + 4, bytes);
  }
  return null;
}

/** Those of the values that did not fit into 32 bits, from the Zip64 extra field, where they stand in the same order. */
function inFull(values: readonly number[], extra: DataView<ArrayBuffer>): readonly number[] {
  const field = extraField(extra, 1);
  let at = 0;
  return values.map(value => {
    if (field === null || value !== fourGiB - 1 || at + 8 > field.byteLength) return value;
    at += 8;
    return Number(field.getBigUint64(at - 8, true));
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** APPNOTE 4.6.9. It counts only as long as the name that it goes with has not been changed since. */
function unicodeName(extra: DataView<ArrayBuffer>, rawName: Uint8Array): string | null {
  const field = extraField(extra, 0x7075);
  if (field === null || field.byteLength < 6 || field.getUint8(0) !== 1) return null;
  if (field.getUint32(1, true) !== crc32(rawName)) return null;
  try {
    return utf8.decode(new Uint8Array(field.buffer, field.byteOffset + 5, field.byteLength - 5));
  } catch {
    return null;
  }
}

/**
 * The records with the places that their headers really have. What a zip is glued behind, such as a program that unpacks
 * it, is not counted in its offsets; and macOS writes zips above 4 GiB without Zip64, whose offsets start from 0 again.
 */
function placed(
  records: readonly ZipRecord[],
  startsAt: number,
  toldAt: number,
  zipBytes: number,
): readonly ZipRecord[] {
  const prefix = startsAt - toldAt;
  const wrapped = zipBytes > fourGiB && prefix >= fourGiB && prefix % fourGiB === 0;
  if (!wrapped) return records.map(record => ({ ...record, headerAt: record.headerAt + prefix }));
  let turns = 0;
  let last = 0;
  return records.map(record => {
    if (record.headerAt < last) turns += 1;
    last = record.headerAt;
    return { ...record, headerAt: record.headerAt + turns * fourGiB };
  });
}
