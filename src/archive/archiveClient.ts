import { proxy, type Remote, wrap } from 'comlink';
import { startWorker } from '../policy/scripts.ts';
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
   * Opens a zip off the main thread. A worker that dies over it counts as a damaged zip.
   *
   * @throws the signal's reason
   */
  unzip(zip: File, how: UnzipHow, options?: UnzipProgress): Promise<UnzipOutcome>;
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
  /** A file could not be read, or the worker was lost. */
  | { readonly kind: 'failed' };

interface Running {
  readonly worker: Worker;
  readonly api: Remote<ArchiveWorkerApi>;
  /** Rejects when the worker could not be loaded or died. */
  readonly lost: Promise<never>;
}

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
export function createArchiveClient(): ArchiveClient {
  let running: Running | null = null;
  let jobs = 0;

  function stop(): void {
    running?.worker.terminate();
    running = null;
  }

  function start(): Running {
    const worker = startWorker(script);
    const lost = new Promise<never>((_, reject) => {
      worker.addEventListener('error', () => {
        stop();
        reject(new Error('The archive worker is lost'));
      });
    });
    // Whoever waits for an answer hears of it; nobody else has to.
    lost.catch(() => undefined);
    return { worker, api: wrap<ArchiveWorkerApi>(worker), lost };
  }

  async function run<Result>(
    signal: AbortSignal | undefined,
    call: (api: Remote<ArchiveWorkerApi>, job: number) => Promise<Result>,
  ): Promise<Result> {
    signal?.throwIfAborted();
    running ??= start();
    const { api, lost } = running;
    const job = ++jobs;
    const cancel = () => void api.cancel(job);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await Promise.race([call(api, job), lost]);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  return {
    async readings(zip, languages) {
      try {
        return await run<Readings | null>(undefined, api => api.readings(zip, languages));
      } catch {
        // Opening it will say what is wrong with it.
        return null;
      }
    },
    async unzip(zip, how, { signal, onProgress } = {}) {
      const progress = untilDone(onProgress);
      try {
        return await run<UnzipOutcome>(signal, (api, job) => api.unzip(job, zip, how, progress.report));
      } catch {
        signal?.throwIfAborted();
        return { kind: 'refused', reason: 'zip-damaged' };
      } finally {
        progress.done();
      }
    },
    async write(volume, target, { signal, onProgress } = {}) {
      const progress = untilDone(onProgress);
      try {
        return await run<WriteReply>(signal, (api, job) => api.write(job, volume, target, progress.report));
      } catch {
        return signal?.aborted ? { kind: 'cancelled' } : { kind: 'failed', reason: 'unexpected', path: null };
      } finally {
        progress.done();
      }
    },
    async writeFolder(chosen, name, entries, { signal, onProgress } = {}) {
      const progress = untilDone(onProgress);
      try {
        return await run<FolderOutcome>(signal, (api, job) =>
          api.writeFolder(job, chosen, name, entries, progress.report),
        );
      } catch {
        return signal?.aborted ? { kind: 'cancelled' } : { kind: 'failed', reason: 'unexpected', path: null };
      } finally {
        progress.done();
      }
    },
    async digest(files, { signal, onProgress } = {}) {
      const progress = untilDone(onProgress);
      try {
        const digested = await run<Digested>(signal, (api, job) => api.digest(job, files, progress.report));
        return { kind: 'digested', ...digested };
      } catch {
        return { kind: signal?.aborted ? 'cancelled' : 'failed' };
      } finally {
        progress.done();
      }
    },
    dispose: stop,
  };
}
