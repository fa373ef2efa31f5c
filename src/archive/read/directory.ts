import { crc32 } from '../../core/picture/crc32.ts';
import { type EndOfZip, possibleEnds } from './endOfZip.ts';

/** What is thrown of bytes that are no zip, or whose list of contents makes no sense. */
class BrokenZip extends Error {}

/** Thrown of one part of a zip that was split, whose files lie in the others. */
class SplitZip extends BrokenZip {}

/** Whether an exception says that the bytes are one part of a zip that was split. */
export function isSplitZip(error: unknown): boolean {
  return error instanceof SplitZip;
}

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

/** Lines of the list and headers of files begin with these (APPNOTE 4.3.7, 4.3.12); how long the fixed part of a line is. */
const central = { signature: 0x02014b50, bytes: 46 };
const localSignature = 0x04034b50;

/** A list of a million photos with long names; more is no list. */
const largestDirectory = 400e6;
const fourGiB = 2 ** 32;

/**
 * Reads the list of contents.
 *
 * @throws Error when it is no zip, or its list cannot be found, or the files lie in other parts of it
 */
export async function readDirectory(zip: Blob): Promise<ZipDirectory> {
  let empty: ZipDirectory | null = null;
  for await (const told of possibleEnds(zip)) {
    if (told.entries === 0 && told.bytes === 0) {
      empty ??= { records: [], complete: true, at: told.endsAt };
      continue;
    }
    const startsAt = await findStart(zip, told);
    if (startsAt !== null) return readList(zip, told, startsAt);
  }
  if (empty === null) throw new BrokenZip('There is no sound list of contents');
  return empty;
}

/** Where the list begins: counted back from its end, or else where the zip says; null where no list begins. */
async function findStart(zip: Blob, told: EndOfZip): Promise<number | null> {
  for (const at of [told.endsAt - told.bytes, told.at]) {
    if (at < 0 || at > told.endsAt || told.endsAt - at > largestDirectory) continue;
    if ((await signatureAt(zip, at)) === central.signature) return at;
  }
  return null;
}

async function signatureAt(zip: Blob, at: number): Promise<number | null> {
  if (at < 0 || at + 4 > zip.size) return null;
  return new DataView(await zip.slice(at, at + 4).arrayBuffer()).getUint32(0, true);
}

async function readList(zip: Blob, told: EndOfZip, startsAt: number): Promise<ZipDirectory> {
  const view = new DataView(await zip.slice(startsAt, told.endsAt).arrayBuffer());
  const listed: ZipRecord[] = [];
  let elsewhere = false;
  let at = 0;
  while (at + central.bytes <= view.byteLength && view.getUint32(at, true) === central.signature) {
    const read = readRecord(view, at);
    if (read === null) break;
    listed.push(read.record);
    elsewhere ||= read.disk !== told.disk;
    at = read.next;
  }
  const records = await placed(zip, listed, startsAt - told.at);
  const first = records.reduce((least, { headerAt }) => Math.min(least, headerAt), zip.size);
  if (elsewhere && told.disk > 0 && (await signatureAt(zip, first)) !== localSignature) throw new SplitZip();
  // Programs that do not know Zip64 count on from 0 after 65,535.
  const counted = records.length % 0x10000 === told.entries % 0x10000;
  return { records, complete: counted && !(await hidesAnother(zip, first)), at: startsAt };
}

/** Whether another zip begins in front of the first file of this one: then this is only what a broken one ended with. */
async function hidesAnother(zip: Blob, first: number): Promise<boolean> {
  return first > 0 && first < zip.size && (await signatureAt(zip, 0)) === localSignature;
}

function readRecord(
  view: DataView<ArrayBuffer>,
  at: number,
): { readonly record: ZipRecord; readonly disk: number; readonly next: number } | null {
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
  return { record, disk: view.getUint16(at + 34, true), next };
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
 *
 * @param prefix how much further behind the list begins than the zip says
 */
async function placed(
  zip: Blob,
  records: readonly ZipRecord[],
  prefix: number,
): Promise<readonly ZipRecord[]> {
  const wrapped = zip.size > fourGiB && prefix >= fourGiB && prefix % fourGiB === 0;
  if (!wrapped) {
    const shift = await shiftOf(zip, records, prefix);
    return records.map(record => ({ ...record, headerAt: record.headerAt + shift }));
  }
  let turns = 0;
  let last = 0;
  return records.map(record => {
    if (record.headerAt < last) turns += 1;
    last = record.headerAt;
    return { ...record, headerAt: record.headerAt + turns * fourGiB };
  });
}

/** The prefix, unless the headers stand where they are said to stand: then only the place of the list was told wrongly. */
async function shiftOf(zip: Blob, records: readonly ZipRecord[], prefix: number): Promise<number> {
  const [record] = records;
  if (prefix === 0 || record === undefined) return 0;
  const here = await signatureAt(zip, record.headerAt + prefix);
  return here !== localSignature && (await signatureAt(zip, record.headerAt)) === localSignature ? 0 : prefix;
}
