import { makeZip } from 'client-zip';
import type { Broken } from '../core/faults/failure.ts';
import { isOutOfReach } from '../core/faults/outOfReach.ts';
import type { StoredFile } from '../storage/storage.ts';
import { brokenBy } from '../threads/workerLost.ts';
import { inLargePieces } from './pieces.ts';
import type { ArchiveEntry, Volume } from './volumes.ts';

/** Why something could not be saved. */
export type SaveTrouble = 'storage-full' | 'not-allowed' | 'vanished' | Broken;

/** How the writing of one zip ended. Only after `written` is there a file; everything else leaves none. */
export type WriteOutcome =
  | { readonly kind: 'written'; readonly bytes: number }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'failed';
      readonly reason: SaveTrouble;
      /** The entry that was being written, where one is to blame. */
      readonly path: string | null;
    };

/** Finds a stored photo; null when it is gone. */
export type OpenStored = (stored: StoredFile) => Promise<Blob | null>;

export interface WriteOptions {
  readonly signal?: AbortSignal;
  /** Bytes of photos written so far; after every photo. */
  readonly onProgress?: (bytes: number) => void;
}

class MissingEntry extends Error {}

/**
 * Streams one zip: STORE, UTF-8 names, every time stamp 1980-01-01 00:00, nothing but the photos. The same entries
 * give the same bytes on every machine and in every time zone. The sink is closed only when all is written and
 * aborted otherwise, so a sink that commits on close never holds half an archive. Never rejects.
 */
export async function writeVolume(
  volume: Volume,
  openStored: OpenStored,
  sink: WritableStream<Uint8Array<ArrayBuffer>>,
  { signal, onProgress }: WriteOptions = {},
): Promise<WriteOutcome> {
  let current: string | null = null;
  let bytes = 0;
  // client-zip writes a date's local clock. Made anew for every zip, since people take computers across time zones.
  const lastModified = new Date(1980, 0, 1);

  async function* inputs() {
    let done = 0;
    for (const entry of volume.entries) {
      signal?.throwIfAborted();
      current = entry.path;
      const input = await openEntry(entry, openStored);
      yield { name: entry.path, input, size: entry.bytes, lastModified };
      // The next entry is asked for once this one has been read to its end.
      done += entry.bytes;
      onProgress?.(done);
    }
    current = null;
  }

  const counted = inLargePieces(piece => {
    bytes += piece;
  });
  try {
    await makeZip(inputs())
      .pipeThrough(counted)
      .pipeTo(sink, signal ? { signal } : {});
    return { kind: 'written', bytes };
  } catch (error) {
    if (signal?.aborted) return { kind: 'cancelled' };
    return writeFailure(error, current);
  }
}

/** The bytes of an entry. Rejects, and `writeFailure` says `vanished`, when they are gone or not all there. */
export async function openEntry(entry: ArchiveEntry, openStored: OpenStored): Promise<Blob> {
  const blob = await openStored(entry.stored);
  if (blob === null || blob.size !== entry.bytes) throw new MissingEntry(entry.path);
  return blob;
}

/** What to say of an error on the way to disk. `path` is the entry at hand, if any. */
export function writeFailure(error: unknown, path: string | null): WriteOutcome & { kind: 'failed' } {
  return { kind: 'failed', reason: reasonOf(error, path), path };
}

function reasonOf(error: unknown, path: string | null): SaveTrouble {
  if (error instanceof MissingEntry || isOutOfReach(error)) return 'vanished';
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'storage-full';
  if (name === 'NotAllowedError' || name === 'NoModificationAllowedError') return 'not-allowed';
  return brokenBy(error, 'saving', path === null ? [] : path.split('/'));
}
