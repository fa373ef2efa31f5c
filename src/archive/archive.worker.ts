import { describeFile } from '../codec/describe/describePhoto.ts';
import { archiveFileName } from '../storage/archiveFiles.ts';
import { directoryOf, openFolder } from '../storage/folder.ts';
import { openStored } from '../storage/results.ts';
import { serveWorker } from '../threads/serveWorker.ts';
import { digestFiles } from './digestFiles.ts';
import { createFileSink, createMemorySink, createOpener } from './originFiles.ts';
import type { ArchiveWorkerApi, WriteReply, WriteTarget } from './protocol.ts';
import { type KeepFile, readingsOf, type UnzipOptions, unzip } from './unzip.ts';
import type { Volume } from './volumes.ts';
import { writeFolder } from './writeFolder.ts';
import { type WriteOptions, writeFailure, writeVolume } from './writeVolume.ts';

/** How often progress is told, in ms. */
const reportEvery = 100;
/** A zip in the browser's own storage is still being copied to the downloads for a while, in ms. */
const keepDownloadFor = 10 * 60_000;

const jobs = new Map<number, AbortController>();
const downloads: {
  readonly folder: FileSystemDirectoryHandle;
  readonly name: string;
  readonly at: number;
}[] = [];

async function withSignal<Result>(
  job: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  jobs.set(job, controller);
  try {
    return await work(controller.signal);
  } finally {
    jobs.delete(job);
  }
}

/** The folder, or null where the browser has no such storage (some private windows). */
async function directoryOrNull(name: string | null): Promise<FileSystemDirectoryHandle | null> {
  if (name === null) return null;
  try {
    return await directoryOf(name);
  } catch {
    return null;
  }
}

async function keeper(folderName: string | null): Promise<KeepFile> {
  const folder = await openFolder((await directoryOrNull(folderName)) === null ? null : folderName);
  return async (name, bytes) => {
    const stored = await folder.put('unzipped', bytes, '');
    // A File of a File: the bytes stay on disk, only the name is new.
    return { file: new File([await openStored(stored)], name), stored };
  };
}

async function write(volume: Volume, target: WriteTarget, options: WriteOptions): Promise<WriteReply> {
  try {
    return target.kind === 'picked'
      ? await writeToPicked(volume, target.handle, options)
      : await writeToDownload(volume, target.folder, options);
  } catch (error) {
    // The place to write to could not even be opened.
    return writeFailure(error, null);
  }
}

async function writeToPicked(
  volume: Volume,
  handle: FileSystemFileHandle,
  options: WriteOptions,
): Promise<WriteReply> {
  const outcome = await writeVolume(volume, createOpener(), await handle.createWritable(), options);
  if (outcome.kind === 'written') return { ...outcome, blob: null };
  // The picker made an empty file; one that was there before still has its old content.
  if ((await handle.getFile()).size === 0 && 'remove' in handle && typeof handle.remove === 'function') {
    await handle.remove();
  }
  return outcome;
}

async function writeToDownload(
  volume: Volume,
  folderName: string | null,
  options: WriteOptions,
): Promise<WriteReply> {
  const folder = await directoryOrNull(folderName);
  if (folder === null) {
    const sink = createMemorySink();
    const outcome = await writeVolume(volume, createOpener(), sink.stream, options);
    return outcome.kind === 'written' ? { ...outcome, blob: sink.blob() } : outcome;
  }
  await removeOldDownloads();
  const name = archiveFileName();
  const sink = await createFileSink(folder, name);
  const outcome = await writeVolume(volume, createOpener(), sink.stream, options);
  if (outcome.kind !== 'written') return outcome;
  downloads.push({ folder, name, at: performance.now() });
  return { ...outcome, blob: await sink.file() };
}

async function removeOldDownloads(): Promise<void> {
  const oldest = performance.now() - keepDownloadFor;
  for (let first = downloads[0]; first !== undefined && first.at < oldest; first = downloads[0]) {
    downloads.shift();
    // Gone already where the storage was wiped meanwhile.
    await first.folder.removeEntry(first.name).catch(() => undefined);
  }
}

function atIntervals<Told extends readonly unknown[]>(
  report: (...told: Told) => void,
): (...told: Told) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (...told) => {
    const now = performance.now();
    if (now - last < reportEvery) return;
    last = now;
    report(...told);
  };
}

const look: NonNullable<UnzipOptions['look']> = async (name, bytes) => {
  const described = await describeFile(new File([bytes], name));
  if (described === null) return 'not-an-image';
  // What these are, their first bytes alone do not tell: it is looked at again once it is unpacked.
  if (described.kind === 'other' && (described.what === 'raw' || described.what === 'tiff')) return 'photo';
  return described.kind === 'photo' ? 'photo' : `other-${described.what}`;
};

const api: ArchiveWorkerApi = {
  readings: readingsOf,
  unzip: (job, zip, { folder, languages, encoding }, report) =>
    withSignal(job, async signal =>
      unzip(zip, await keeper(folder), {
        signal,
        languages,
        look,
        onProgress: atIntervals(report),
        ...(encoding ? { encoding } : {}),
      }),
    ),
  write: (job, volume, target, report) =>
    withSignal(job, signal => write(volume, target, { signal, onProgress: atIntervals(report) })),
  writeFolder: (job, chosen, name, entries, report) =>
    withSignal(job, signal =>
      writeFolder(chosen, name, entries, createOpener(), { signal, onProgress: atIntervals(report) }),
    ),
  digest: (job, files, report) =>
    withSignal(job, signal => digestFiles(files, { signal, onProgress: atIntervals(report) })),
  cancel: job => jobs.get(job)?.abort(),
};

serveWorker(api);
