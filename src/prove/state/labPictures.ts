import { withVeilSize } from '../../core/settings.ts';
import type { Keyveil } from '../../state/createKeyveil.ts';
import type { PhotoSetServices } from '../../state/photoSetServices.ts';
import type { LabCounts, LabPictures } from '../core/experiment.ts';
import { deal } from '../core/trainingPictures.ts';
import { basisImprints } from './basisImprints.ts';
import { hashesOf } from './labHashes.ts';
import type { LabBasis, MadeOf, RunFailure, Series } from './labModel.ts';
import type { LabServices } from './labServices.ts';

type Progress = (progress: { readonly done: number; readonly total: number }) => void;

export type PicturesMade =
  | { readonly kind: 'made'; readonly pictures: LabPictures; readonly of: MadeOf }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: RunFailure };

interface Job {
  readonly series: Series;
  readonly made: Promise<PicturesMade>;
  readonly abort: AbortController;
  readonly listeners: Set<Progress>;
  last: Parameters<Progress>[0] | null;
  ended: PicturesMade | null;
}

/** Pictures beyond this are not kept for a run that may never come, in bytes. */
const keptBytes = 64 * 1024 * 1024;

/** The pictures that were made last, so that runs on the same ones share them. */
export class PictureStore {
  #job: Job | null = null;
  readonly #tools: PhotoSetServices;
  readonly #services: LabServices;
  readonly #page: Keyveil['store'];

  constructor(page: Keyveil['store'], tools: PhotoSetServices, services: LabServices) {
    this.#page = page;
    this.#tools = tools;
    this.#services = services;
  }

  /** Makes them, waits for those being made, or gives those that are there. Never rejects. */
  async of(series: Series, signal: AbortSignal, onProgress: Progress): Promise<PicturesMade> {
    const job = this.#shared(series) ?? this.#begin(series);
    if (job.last) onProgress(job.last);
    job.listeners.add(onProgress);
    const left = new Promise<PicturesMade>(resolve => {
      const leave = () => {
        job.listeners.delete(onProgress);
        // Nobody waits for them any more.
        if (job.listeners.size === 0) job.abort.abort();
        resolve({ kind: 'cancelled' });
      };
      if (signal.aborted) leave();
      else signal.addEventListener('abort', leave, { once: true });
    });
    return Promise.race([job.made, left]);
  }

  /** Nothing is waiting: large pictures are let go. */
  rest(): void {
    const made = this.#job?.ended;
    if (made?.kind === 'made' && bytesOf(made.pictures) > keptBytes) this.#job = null;
  }

  #shared(series: Series): Job | null {
    const job = this.#job;
    if (!job || job.abort.signal.aborted || !samePictures(job.series, series)) return null;
    return job.ended === null || job.ended.kind === 'made' ? job : null;
  }

  #begin(series: Series): Job {
    const abort = new AbortController();
    const listeners = new Set<Progress>();
    const tell: Progress = progress => {
      job.last = progress;
      for (const listener of listeners) listener(progress);
    };
    const made = this.#make(series, abort.signal, tell).then(ended => {
      job.ended = ended;
      return ended;
    });
    const job: Job = { series, made, abort, listeners, last: null, ended: null };
    this.#job = job;
    return job;
  }

  async #make({ basis, pictures }: Series, signal: AbortSignal, tell: Progress): Promise<PicturesMade> {
    const dealt = deal(
      basis.photos.map(({ label }) => label),
      pictures,
    );
    if (dealt.kind === 'too-few') return failed({ why: 'too-few', photos: 0, labels: dealt.left.labels });
    const imprints = await basisImprints(this.#page, this.#tools, basis, dealt.labels);
    if (signal.aborted) return { kind: 'cancelled' };
    if (imprints.kind === 'no-key') return failed({ why: 'no-key' });
    if (imprints.kind !== 'made') return failed({ why: 'pictures-broken', broken: imprints });
    const files = basis.photos.map(({ file }) => file);
    const task = {
      dealt,
      files,
      imprints: imprints.imprints,
      pictures,
      settings: basis.settings,
      engine: this.#page.getState().preferences.engine,
    };
    const outcome = await this.#services.makePictures(task, signal, tell);
    switch (outcome.kind) {
      case 'made': {
        const of = {
          counts: countsOf(outcome.pictures),
          hashes: await hashesOf(outcome.pictures),
          left: dealt.left.labels,
          beyondMemory: dealt.left.beyondMemory,
          failed: outcome.failed,
        };
        return { kind: 'made', pictures: outcome.pictures, of };
      }
      case 'cancelled':
        return outcome;
      case 'too-few':
        return failed({ why: 'too-few', photos: outcome.failed, labels: outcome.labels });
      default:
        return failed({ why: 'pictures-broken', broken: outcome });
    }
  }
}

const failed = (failure: RunFailure): PicturesMade => ({ kind: 'failed', failure });

function bytesOf({ train, test }: LabPictures): number {
  const all = [train.clean, train.protected, train.common, test.clean, test.own, test.other];
  return all.reduce((sum, { pixels }) => sum + pixels.byteLength, 0);
}

/** How many of which label there are. */
function countsOf({ labels, train, test }: LabPictures): LabCounts {
  const count = (labelOf: readonly number[]) =>
    labels.map((_, label) => labelOf.filter(other => other === label).length);
  return { labels, train: count(train.clean.labelOf), test: count(test.clean.labelOf) };
}

/** Whether two series are trained and tested on the same pictures. */
function samePictures(a: Series, b: Series): boolean {
  return isOfNow(a, b.basis) && JSON.stringify(a.pictures) === JSON.stringify(b.pictures);
}

/** Whether a series would come to the same with what is there now. Without a key nothing can be made, so it stands. */
export function isOfNow({ basis, pictures }: Series, now: LabBasis | null): boolean {
  if (now === null) return true;
  // Pictures that are protected when they are small have a veil of their own size.
  const counting = ({ settings }: LabBasis) =>
    pictures.protectedAt === 'small' ? withVeilSize(settings, pictures.side) : settings;
  return (
    basis.source === now.source &&
    basis.keyCheck === now.keyCheck &&
    JSON.stringify(counting(basis)) === JSON.stringify(counting(now)) &&
    basis.names.join('\n') === now.names.join('\n') &&
    basis.photos.length === now.photos.length &&
    basis.photos.every(({ file, label }, i) => {
      const other = now.photos[i];
      return file === other?.file && label === other.label;
    })
  );
}
