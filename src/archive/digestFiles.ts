import { createSHA256 } from 'hash-wasm';
import type { DigestedFile } from '../core/archive/archiveCheck.ts';
import { isHidden, isZip } from '../core/intake.ts';
import { zipNames } from './names/zipNames.ts';
import { readZipPath } from './names/zipPath.ts';
import { type PackedContent, packedContent } from './read/content.ts';
import { isBrokenZip, readDirectory, type ZipDirectory, type ZipRecord } from './read/directory.ts';
import { BrokenData } from './read/output.ts';
import { packingOf, unpackedStream } from './read/unpack.ts';

/** A zip, or a loose file with its path. */
export interface FileToDigest {
  readonly path: string;
  readonly file: Blob;
}

export interface DigestOptions {
  readonly signal?: AbortSignal;
  /** Bytes read so far. */
  readonly onProgress?: (bytes: number) => void;
}

export interface Digested {
  /** Loose files and those in zips, by their path in there; system files among them are left out. */
  readonly files: readonly DigestedFile[];
  /** Zips that cannot be read. */
  readonly damaged: readonly string[];
}

/**
 * SHA-256 of every file, zips opened, each read in a stream: memory stays flat whatever their size.
 *
 * @throws the signal's reason, or what the browser says when a file cannot be read
 */
export async function digestFiles(
  given: readonly FileToDigest[],
  { signal, onProgress }: DigestOptions = {},
): Promise<Digested> {
  const sha256 = await sha256Stream();
  const files: DigestedFile[] = [];
  const damaged: string[] = [];
  let before = 0;
  for (const { path, file } of given) {
    signal?.throwIfAborted();
    if (!isHidden(path)) {
      if (!isZip(path)) files.push({ path, sha256: await sha256(file.stream(), file.size, signal) });
      else {
        const start = before;
        const inside = await digestZip(file, sha256, signal, bytes => onProgress?.(start + bytes));
        if (inside) files.push(...inside);
        else damaged.push(path);
      }
    }
    before += file.size;
    onProgress?.(before);
  }
  return { files, damaged };
}

async function digestZip(
  zip: Blob,
  sha256: Sha256Stream,
  signal: AbortSignal | undefined,
  onProgress: (bytes: number) => void,
): Promise<readonly DigestedFile[] | null> {
  let directory: ZipDirectory;
  try {
    directory = await readDirectory(zip);
  } catch (error) {
    if (!isBrokenZip(error)) throw error;
    return null;
  }
  const contentOf = packedContent(zip, directory);
  const names = zipNames(directory.records);
  const files: DigestedFile[] = [];
  for (const [index, record] of directory.records.entries()) {
    signal?.throwIfAborted();
    const place = readZipPath(names[index] ?? '', record.bytes);
    if (place.kind === 'folder' || isHidden(place.path)) continue;
    const content = await open(contentOf, record);
    files.push({ path: place.path, sha256: content && (await sha256(content, record.bytes, signal)) });
    onProgress(record.headerAt + record.packedBytes);
  }
  return files;
}

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

async function open(contentOf: PackedContent, record: ZipRecord): Promise<Bytes | null> {
  const packing = packingOf(record);
  if (packing === null || (record.flags & 1) !== 0) return null;
  const packed = await contentOf(record);
  return typeof packed === 'string' ? null : unpackedStream(packed, packing, record);
}

/** Lower-case hex SHA-256 of a stream of exactly `bytes` bytes; null when it is broken, shorter or longer. */
type Sha256Stream = (stream: Bytes, bytes: number, signal?: AbortSignal) => Promise<string | null>;

/** WebCrypto takes whole files only, and an archive may hold very large ones. */
async function sha256Stream(): Promise<Sha256Stream> {
  const hash = await createSHA256();
  return async (stream, bytes, signal) => {
    hash.init();
    let read = 0;
    const reader = stream.getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        signal?.throwIfAborted();
        read += next.value.length;
        // More than declared: a bomb or damage, and in any case not what was saved.
        if (read > bytes) break;
        hash.update(next.value);
      }
    } catch (error) {
      signal?.throwIfAborted();
      // Broken data is a TypeError of the browser's, or one of ours of its name; all else is for the caller to tell of.
      if (!(error instanceof TypeError || error instanceof BrokenData)) throw error;
      return null;
    } finally {
      await reader.cancel().catch(() => undefined);
    }
    return read === bytes ? hash.digest('hex') : null;
  };
}
