import { isHidden, isZip, nameOf, normalisePath, typeByName } from '../core/intake.ts';
import type { StoredFile } from '../storage/storage.ts';
import { unpack } from './unpack.ts';
import { type PackedFile, readZipDirectory } from './zipDirectory.ts';

export interface UnzipLimits {
  /** Greatest zip that is read, in bytes: JSZip needs all of it in memory. */
  readonly zipBytes: number;
  /** Greatest sum of declared sizes of the photos in it, in bytes. */
  readonly totalBytes: number;
  /** Greatest declared size of one photo, in bytes. */
  readonly fileBytes: number;
  /** Above this many bytes out of one in, a large file is a bomb and no photo. */
  readonly ratio: number;
}

export const unzipLimits: UnzipLimits = {
  zipBytes: 300e6,
  totalBytes: 1.2e9,
  fileBytes: 500e6,
  ratio: 250,
};

/** Pictures of one colour pack very well, so the ratio counts only for files above this size, in bytes. */
const ratioCountsFrom = 32e6;

type UnzipRefusal = 'zip-too-large' | 'zip-damaged' | 'zip-encrypted' | 'zip-bomb' | 'storage-full';

type ZipLeftOutReason =
  | 'hidden'
  | 'not-an-image'
  | 'zip-damaged'
  | 'zip-unsafe-name'
  | 'zip-bomb'
  | 'zip-nested';

interface UnzippedFile {
  /** Path inside the zip, normalised. */
  readonly path: string;
  readonly file: File;
  /** Where its bytes were put away. */
  readonly stored: StoredFile;
}

export type UnzipOutcome =
  | {
      readonly kind: 'opened';
      readonly files: readonly UnzippedFile[];
      readonly leftOut: readonly { readonly path: string; readonly reason: ZipLeftOutReason }[];
    }
  | { readonly kind: 'refused'; readonly reason: UnzipRefusal };

/** Puts the bytes of one photo away and gives them back as a file of that name. May reject when storage is full. */
export type KeepFile = (
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
) => Promise<Pick<UnzippedFile, 'file' | 'stored'>>;

/**
 * Opens a zip and takes the photos out, one after the other, each put away before the next. What is not named like a
 * photo is never unpacked. Sizes, names and checksums of the zip are checked, not believed.
 *
 * @throws the signal's reason, between two files
 */
export async function unzip(
  zip: Blob,
  keep: KeepFile,
  { limits = unzipLimits, signal }: { readonly limits?: UnzipLimits; readonly signal?: AbortSignal } = {},
): Promise<UnzipOutcome> {
  if (zip.size > limits.zipBytes) return { kind: 'refused', reason: 'zip-too-large' };
  let packed: readonly PackedFile[];
  try {
    packed = await readZipDirectory(zip);
  } catch (error) {
    return { kind: 'refused', reason: refusalOf(error) };
  }

  const wanted = packed.filter(file => reasonToLeaveOut(file) === null);
  if (isBomb(wanted, limits)) return { kind: 'refused', reason: 'zip-bomb' };

  const files: UnzippedFile[] = [];
  const leftOut: { path: string; reason: ZipLeftOutReason }[] = [];
  for (const file of packed) {
    signal?.throwIfAborted();
    const reason = reasonToLeaveOut(file);
    if (reason !== null) {
      leftOut.push({ path: file.path, reason });
      continue;
    }
    const outcome = await unpack(file);
    const path = normalisePath(file.path);
    if (outcome.kind !== 'unpacked') {
      leftOut.push({ path, reason: outcome.kind === 'bomb' ? 'zip-bomb' : 'zip-damaged' });
      continue;
    }
    try {
      files.push({ path, ...(await keep(nameOf(path), outcome.bytes)) });
    } catch (error) {
      if (!isStorageFull(error)) throw error;
      return { kind: 'refused', reason: 'storage-full' };
    }
  }
  return { kind: 'opened', files, leftOut };
}

function reasonToLeaveOut(file: PackedFile): ZipLeftOutReason | null {
  if (!file.safe) return 'zip-unsafe-name';
  if (isHidden(normalisePath(file.path))) return 'hidden';
  if (isZip(file.path)) return 'zip-nested';
  return typeByName(file.path) === null ? 'not-an-image' : null;
}

function isBomb(files: readonly PackedFile[], limits: UnzipLimits): boolean {
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const absurd = files.some(
    file =>
      file.bytes > limits.fileBytes ||
      (file.bytes > ratioCountsFrom && file.bytes > limits.ratio * file.packed.length),
  );
  return total > limits.totalBytes || absurd;
}

function refusalOf(error: unknown): UnzipRefusal {
  // JSZip says it in words only; a contract test pins them.
  return error instanceof Error && /encrypted/i.test(error.message) ? 'zip-encrypted' : 'zip-damaged';
}

function isStorageFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
