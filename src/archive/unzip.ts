import { isHidden, isZip, nameOf, typeByName } from '../core/intake.ts';
import type { OtherKind } from '../core/otherFiles.ts';
import type { StoredFile } from '../storage/storage.ts';
import type { Encoding } from './names/encodings.ts';
import { nameReadings, type Readings, zipNames } from './names/zipNames.ts';
import { readZipPath } from './names/zipPath.ts';
import { type PackedContent, packedContent } from './read/content.ts';
import {
  isBrokenZip,
  isSplitZip,
  readDirectory,
  type ZipDirectory,
  type ZipRecord,
} from './read/directory.ts';
import { firstBytes, packingOf, unpack } from './read/unpack.ts';
import { BombWatch, type UnzipLimits, unzipLimits } from './zipBomb.ts';

type ZipLeftOutReason =
  | 'hidden'
  | 'not-an-image'
  | 'zip-nested'
  | 'zip-unsafe-name'
  | 'zip-bomb'
  /** One file of it is damaged, locked with a password, packed in a way that cannot be read, or lies over another. */
  | 'entry-damaged'
  | 'entry-encrypted'
  | 'entry-method'
  | 'entry-overlap'
  | 'storage-full'
  | `other-${OtherKind}`;

interface UnzippedFile {
  /** Path inside the zip, normalised. Two files may have the same. */
  readonly path: string;
  readonly file: File;
  /** Where its bytes were put away. */
  readonly stored: StoredFile;
}

interface LeftOutOfZip {
  readonly path: string;
  readonly reason: ZipLeftOutReason;
}

export type UnzipOutcome =
  | {
      readonly kind: 'opened';
      readonly files: readonly UnzippedFile[];
      /** With `files` and the folders every entry of the zip's list, each once. */
      readonly leftOut: readonly LeftOutOfZip[];
      /** False when the zip's list is damaged, so that there may be more in it. */
      readonly complete: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: 'zip-damaged' | 'zip-split' | 'zip-vanished' };

/** Puts the bytes of one photo away and gives them back as a file of that name. May reject when storage is full. */
export type KeepFile = (
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
) => Promise<Pick<UnzippedFile, 'file' | 'stored'>>;

/** What a file that is not named like a photo is, by its first bytes: what a dropped folder takes, a zip takes. */
type Look = (
  name: string,
  firstBytes: Uint8Array<ArrayBuffer>,
) => Promise<'photo' | 'not-an-image' | `other-${OtherKind}`>;

/** What `Look` is shown, in bytes. */
const looksAt = 64 * 1024;

export interface UnzipOptions {
  readonly limits?: UnzipLimits;
  readonly signal?: AbortSignal;
  /** Without it only what is named like a photo is taken. */
  readonly look?: Look;
  /** Languages of page and browser, for names that do not say how they are written. */
  readonly languages?: readonly string[];
  /** What such names are written in, as a person chose it. */
  readonly encoding?: Encoding;
  /** Entries there are, and looked at so far. */
  readonly onProgress?: (entries: number, done: number) => void;
}

/** How a zip's names can be read; null where they say it themselves, or there is no zip to read. */
export async function readingsOf(zip: Blob, languages: readonly string[]): Promise<Readings | null> {
  try {
    return nameReadings((await readDirectory(zip)).records, languages);
  } catch (error) {
    if (!isBrokenZip(error)) throw error;
    return null;
  }
}

/**
 * Opens a zip of any size and takes the photos out, one after the other, each put away before the next. What is neither
 * named like a photo nor begins like one is never unpacked. Sizes, names and checksums of the zip are checked, not
 * believed, and what is wrong with one entry leaves out that entry and no other.
 *
 * @throws the signal's reason, between two files
 */
export async function unzip(zip: Blob, keep: KeepFile, options: UnzipOptions = {}): Promise<UnzipOutcome> {
  let directory: ZipDirectory;
  try {
    directory = await readDirectory(zip);
  } catch (error) {
    // A file that went away while it was read is for the caller to tell of, and so are mistakes of ours.
    if (!isBrokenZip(error)) throw error;
    return { kind: 'refused', reason: isSplitZip(error) ? 'zip-split' : 'zip-damaged' };
  }
  const { signal, onProgress } = options;
  const opening = new Opening(zip, directory, keep, options);
  const names = zipNames(directory.records, options);
  for (const [index, record] of directory.records.entries()) {
    signal?.throwIfAborted();
    await opening.take(record, names[index] ?? '');
    onProgress?.(directory.records.length, index + 1);
  }
  return { kind: 'opened', ...opening.outcome(), complete: directory.complete };
}

/** One zip being opened: every entry becomes a file, is left out by name, or is a folder. */
class Opening {
  readonly #files: UnzippedFile[] = [];
  readonly #leftOut: LeftOutOfZip[] = [];
  #folders = 0;
  #full = false;
  readonly #content: PackedContent;
  readonly #directory: ZipDirectory;
  readonly #keep: KeepFile;
  readonly #bombs: BombWatch;
  readonly #look: Look;

  constructor(zip: Blob, directory: ZipDirectory, keep: KeepFile, options: UnzipOptions) {
    this.#directory = directory;
    this.#content = packedContent(zip, directory);
    this.#keep = keep;
    this.#bombs = new BombWatch(options.limits ?? unzipLimits);
    this.#look = options.look ?? (async () => 'not-an-image');
  }

  async take(record: ZipRecord, name: string): Promise<void> {
    const place = readZipPath(name, record.bytes);
    if (place.kind === 'folder') {
      this.#folders += 1;
      return;
    }
    const { path } = place;
    const reason = place.kind === 'leaves' ? 'zip-unsafe-name' : await this.#unpack(record, path);
    if (reason !== null) this.#leftOut.push({ path, reason });
  }

  outcome(): { readonly files: readonly UnzippedFile[]; readonly leftOut: readonly LeftOutOfZip[] } {
    const accounted = this.#files.length + this.#leftOut.length + this.#folders;
    const { length } = this.#directory.records;
    if (accounted !== length) throw new Error(`${accounted} of ${length} entries of a zip are accounted for`);
    return { files: this.#files, leftOut: this.#leftOut };
  }

  /** Null when the photo was unpacked and put away. */
  async #unpack(record: ZipRecord, path: string): Promise<ZipLeftOutReason | null> {
    if (isHidden(path)) return 'hidden';
    if (isZip(path)) return 'zip-nested';
    if ((record.flags & 1) !== 0) return 'entry-encrypted';
    const packing = packingOf(record);
    if (packing === null) return 'entry-method';
    const packed = await this.#content(record);
    if (packed === 'missing') return 'entry-damaged';
    if (packed === 'overlap') return 'entry-overlap';
    if (typeByName(path) === null) {
      const begin = await firstBytes(packed, packing, looksAt);
      if (begin === null) return 'entry-damaged';
      const what = await this.#look(nameOf(path), begin);
      if (what !== 'photo') return what;
    }
    if (this.#bombs.isBomb(record)) return 'zip-bomb';
    if (this.#full) return 'storage-full';
    const outcome = await unpack(packed, packing, record);
    if (outcome.kind !== 'unpacked') return outcome.kind === 'bomb' ? 'zip-bomb' : 'entry-damaged';
    try {
      this.#files.push({ path, ...(await this.#keep(nameOf(path), outcome.bytes)) });
    } catch (error) {
      if (!isStorageFull(error)) throw error;
      // Smaller ones might still fit, but half a zip at random helps nobody.
      this.#full = true;
      return 'storage-full';
    }
    return null;
  }
}

function isStorageFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
