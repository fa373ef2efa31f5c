import { proxy } from 'comlink';
import type { Broken } from '../core/faults/failure.ts';
import { isOutOfReach } from '../core/faults/outOfReach.ts';
import type { Promised } from '../threads/guarded.ts';
import { keptWorker } from '../threads/keptWorker.ts';
import { type OpenPort, workerOpener } from '../threads/openWorker.ts';
import { brokenBy } from '../threads/workerLost.ts';
import script from './archive.worker.ts?worker&url';
import type { Digested, DigestOptions, FileToDigest } from './digestFiles.ts';
import type { Readings } from './names/zipNames.ts';
import type { ArchiveWorkerApi, UnzipHow, WriteReply, WriteTarget } from './protocol.ts';
import type { UnzipOutcome } from './unzip.ts';
import type { ArchiveEntry, Volume } from './volumes.ts';
import type { FolderOutcome } from './writeFolder.ts';
import type { WriteOptions } from './writeVolume.ts';

export interface ArchiveClient {
  /** How a zip's names can be read, where they do not say it themselves; else null. Never rejects. */
  readings(zip: File, languages: readonly string[]): Promise<Readings | null>;
  /**
   * Opens a zip off the main thread.
   *
   * @throws the signal's reason
   */
  unzip(zip: File, how: UnzipHow, options?: UnzipProgress): Promise<UnzipOutcome | Broken>;
  /** Writes one zip off the main thread. Never rejects. */
  write(volume: Volume, target: WriteTarget, options?: WriteOptions): Promise<WriteReply>;
  /** Writes the archive's folders off the main thread; see `writeFolder`. Never rejects. */
  writeFolder(
    chosen: FileSystemDirectoryHandle,
    name: string,
    entries: readonly ArchiveEntry[],
    options?: WriteOptions,
  ): Promise<FolderOutcome>;
  /** SHA-256 of files and of those in zips, off the main thread; see `digestFiles`. Never rejects. */
  digest(files: readonly FileToDigest[], options?: DigestOptions): Promise<DigestOutcome>;
  dispose(): void;
}

export interface UnzipProgress {
  readonly signal?: AbortSignal | undefined;
  /** Entries there are, and looked at so far. */
  readonly onProgress?: ((entries: number, done: number) => void) | undefined;
}

export type DigestOutcome =
  | ({ readonly kind: 'digested' } & Digested)
  | { readonly kind: 'cancelled' }
  /** A file could not be read. */
  | { readonly kind: 'failed' }
  | Broken;

type ArchiveApi = Promised<ArchiveWorkerApi>;

/**
 * Passes progress on until the work is done. The worker tells of it over a channel of its own, so that its last word
 * may arrive after the outcome and would bring back a progress bar that has had its day.
 */
function untilDone<Told extends readonly unknown[]>(onProgress: ((...told: Told) => void) | undefined) {
  let going = true;
  return {
    report: proxy((...told: Told) => {
      if (going) onProgress?.(...told);
    }),
    done: () => {
      going = false;
    },
  };
}

/** The façade of the archive worker, which is started when it is first needed and anew when it died. */
export function createArchiveClient(
  open: OpenPort<ArchiveWorkerApi> = workerOpener(script, 'archive'),
): ArchiveClient {
  const worker = keptWorker(open);
  let jobs = 0;

  async function run<Result>(
    signal: AbortSignal | undefined,
    call: (api: ArchiveApi, job: number) => Promise<Result>,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const job = ++jobs;
    return worker.call(async api => {
      // Where it is lost the work rejects too.
      const cancel = () => void api.cancel(job).catch(() => {});
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        return await call(api, job);
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    });
  }

  async function save<Reply>(
    { signal, onProgress }: WriteOptions,
    call: (api: ArchiveApi, job: number, report: (bytesDone: number) => void) => Promise<Reply>,
  ): Promise<Reply | Exclude<WriteReply, { kind: 'written' }>> {
    const progress = untilDone(onProgress);
    try {
      return await run(signal, (api, job) => call(api, job, progress.report));
    } catch (error) {
      return signal?.aborted
        ? { kind: 'cancelled' }
        : { kind: 'failed', reason: brokenBy(error, 'saving'), path: null };
    } finally {
      progress.done();
    }
  }

  return {
    async readings(zip, languages) {
      try {
        return await run<Readings | null>(undefined, api => api.readings(zip, languages));
      } catch (error) {
        // Opening it will say what is wrong with it.
        if (!isOutOfReach(error)) brokenBy(error, 'reading a zip', [zip.name]);
        return null;
      }
    },
    async unzip(zip, how, { signal, onProgress } = {}) {
      const progress = untilDone(onProgress);
      try {
        return await run<UnzipOutcome>(signal, (api, job) => api.unzip(job, zip, how, progress.report));
      } catch (error) {
        signal?.throwIfAborted();
        if (isOutOfReach(error)) return { kind: 'refused', reason: 'zip-vanished' };
        return brokenBy(error, 'opening a zip', [zip.name]);
      } finally {
        progress.done();
      }
    },
    write: (volume, target, options = {}) =>
      save<WriteReply>(options, (api, job, report) => api.write(job, volume, target, report)),
    writeFolder: (chosen, name, entries, options = {}) =>
      save<FolderOutcome>(options, (api, job, report) => api.writeFolder(job, chosen, name, entries, report)),
    async digest(files, { signal, onProgress } = {}) {
      const progress = untilDone(onProgress);
      try {
        const digested = await run<Digested>(signal, (api, job) => api.digest(job, files, progress.report));
        return { kind: 'digested', ...digested };
      } catch (error) {
        if (signal?.aborted) return { kind: 'cancelled' };
        return isOutOfReach(error) ? { kind: 'failed' } : brokenBy(error, 'reading an archive');
      } finally {
        progress.done();
      }
    },
    dispose: () => worker.end(),
  };
}
