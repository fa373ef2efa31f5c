import { expose } from 'comlink';
import { decode } from '../../src/codec/decode.ts';
import type { PhotoDescription } from '../../src/codec/describe/description.ts';
import { encode } from '../../src/codec/encode.ts';
import { protectPlanes } from '../../src/codec/jpeg/planes/protectPlanes.ts';
import { createCpuEngine } from '../../src/engine/cpu/cpuEngine.ts';
import { sha256 } from '../../src/pipeline/digest.ts';
import { keptCredit, marked } from '../../src/pipeline/finish.ts';
import type { ProtectJob } from '../../src/pipeline/job.ts';
import { planesWay } from '../../src/pipeline/protectedPlanes.ts';
import { readPhoto } from '../../src/pipeline/readPhoto.ts';
import { type Folder, openFolder } from '../../src/storage/folder.ts';
import { type Journal, openJournal } from '../../src/storage/journal.ts';

/** Where the time of one photo goes: its stages one after another on an otherwise idle worker, in ms. */
export interface Stages {
  readonly read: number;
  readonly digest: number;
  readonly decode: number;
  readonly filter: number;
  readonly encode: number;
  /** What the file says about itself. */
  readonly mark: number;
  readonly store: number;
  readonly journal: number;
}

type Lap = () => number;

const engine = createCpuEngine();
let place: { readonly folder: Folder; readonly journal: Journal<unknown> } | null = null;

const stageTimer = {
  /** One photo, the way that the app takes with it. `folder` as the page's session names it. */
  async time(job: ProtectJob, folder: string | null): Promise<Stages> {
    place ??= { folder: await openFolder(folder), journal: openJournal(folder) };
    let last = performance.now();
    const lap: Lap = () => {
      const before = last;
      last = performance.now();
      return last - before;
    };
    const { bytes: source, photo } = await readPhoto(job.file);
    const read = lap();
    const sourceSha256 = await sha256(source);
    const digest = lap();
    const made = (await byPlanes(source, photo, job, lap)) ?? (await byPixels(source, photo, job, lap));
    const credit = await keptCredit(source, photo.type, job.output);
    const bytes = marked(made.bytes, job.output.format, job.output, credit);
    const mark = lap();
    const digestOut = await sha256(bytes).then(lap);
    const stored = await place.folder.gather(job.id, bytes, job.output.format);
    const store = lap();
    place.journal.add({ recipe: '', at: Date.now(), photo: { ...job.output, stored, sourceSha256 } });
    await place.journal.written();
    const { decoding, filter, encoding } = made;
    return {
      read,
      digest: digest + digestOut,
      decode: decoding,
      filter,
      encode: encoding,
      mark,
      store,
      journal: lap(),
    };
  },
};

interface Made {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly decoding: number;
  readonly filter: number;
  readonly encoding: number;
}

async function byPlanes(
  source: Uint8Array<ArrayBuffer>,
  photo: PhotoDescription,
  job: ProtectJob,
  lap: Lap,
): Promise<Made | null> {
  const way = await planesWay(source, photo, job);
  if (way === null) return null;
  return way.codec.with(source, photo.orientation, async planes => {
    const decoding = lap();
    if (way.treatment !== null) protectPlanes(planes, way.treatment);
    const filter = lap();
    const bytes = planes.encode(way.quality);
    return { bytes, decoding, filter, encoding: lap() };
  });
}

async function byPixels(
  source: Uint8Array<ArrayBuffer>,
  photo: PhotoDescription,
  { file, treatment, output }: ProtectJob,
  lap: Lap,
): Promise<Made> {
  const { pixels: given, opaque } = await decode(source, photo, file);
  const decoding = lap();
  const pixels = treatment === null ? given : (await engine.protect(given, treatment)).pixels;
  const filter = lap();
  const { bytes } = await encode({ pixels, opaque }, output.format, output.quality);
  return { bytes, decoding, filter, encoding: lap() };
}

export type StageTimer = typeof stageTimer;

expose(stageTimer);
