import { LabelFilters } from '../../../src/core/filter/labelFilters.ts';
import type { LabelImprint } from '../../../src/core/imprint.ts';
import { deriveMasterKey, keyCheck } from '../../../src/core/key/key.ts';
import { commitment, type Receipt } from '../../../src/core/receipt.ts';
import {
  castPresets,
  cudaPresets,
  defaultOutput,
  type MethodSettings,
  type OutputType,
  qualityFor,
  veilPresets,
} from '../../../src/core/settings.ts';
import { type Treatment, treatmentFor } from '../../../src/core/treatment.ts';
import type { ProtectedPhoto } from '../../../src/pipeline/job.ts';
import { openStored } from '../../../src/storage/results.ts';
import { type RestoreTask, restorePhoto } from '../../../src/trace/worker/restoreClient.ts';
import { createPhotoPool } from '../../../src/workers/photo/photoPool.ts';
import { drawPhoto } from '../photos.ts';

/** What the runner (restore.mjs) calls in this page: photos protected and restored through the app's own façades. */
export interface RestoreBench {
  readonly presets: readonly string[];
  /** Draws a photo. Photos are numbered from 0. */
  draw(width: number, height: number): Promise<void>;
  /** Takes a photo from a file. */
  give(base64: string): void;
  /**
   * PSNR of one photo before and after, in dB, and with the filter and cast of another label in their place; seconds from the file
   * to the restored PNG.
   */
  restore(photo: number, preset: string, type: OutputType, workers: number): Promise<Restored>;
}

export interface Restored {
  readonly before: number;
  readonly after: number;
  readonly other: number;
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
}

declare global {
  interface Window {
    restoreBench: RestoreBench;
  }
}

const presets = new Map<string, MethodSettings>([
  ...Object.entries(castPresets).map(([name, settings]) => [`cast ${name}`, settings] as const),
  ...Object.entries(veilPresets).map(([name, settings]) => [`veil ${name}`, settings] as const),
  ...Object.entries(cudaPresets).map(([name, settings]) => [`cuda ${name}`, settings] as const),
]);
const labels = Array.from({ length: 10 }, (_, i) => `label ${i}`);
const dataset = 'bench';
const master = deriveMasterKey('a key for the bench', dataset);
const pool = createPhotoPool('cpu', { folder: null });
const photos: Blob[] = [];
const never = new AbortController().signal;
/** From this many pixels on a photo is restored once only, with its own filter. */
const large = 4_000_000;

async function filtersOf(settings: MethodSettings): Promise<readonly LabelImprint[]> {
  const imprints = await new LabelFilters(await master).imprints(labels, settings);
  return labels.flatMap((label, i) => {
    const imprint = imprints[i];
    return imprint ? [{ label, ...imprint }] : [];
  });
}

async function protect(file: Blob, treatment: Treatment, type: OutputType): Promise<ProtectedPhoto> {
  const output = { format: type, quality: qualityFor(type, defaultOutput) };
  const outcome = await pool.protect({ id: crypto.randomUUID(), file, treatment, output }, never);
  if (outcome.kind === 'failed') throw new Error(JSON.stringify(outcome.reason));
  return outcome;
}

async function receiptOf(
  photo: ProtectedPhoto,
  label: string,
  settings: MethodSettings,
  filters: readonly LabelImprint[],
): Promise<Receipt> {
  const { sha256, sourceSha256, width, height, peak } = photo;
  const file = { path: 'a', source: 'a', label, sha256, sourceSha256, width, height };
  return {
    dataset,
    keyCheck: await keyCheck(await master),
    commitment: await commitment(filters),
    settings,
    labels,
    files: [peak === null ? file : { ...file, peak }],
  };
}

async function restored(task: RestoreTask, workers: number) {
  const outcome = await restorePhoto(task, never, () => {}, undefined, workers);
  if (outcome.kind !== 'restored') throw new Error(JSON.stringify(outcome));
  outcome.before.close();
  outcome.after.close();
  return outcome;
}

window.restoreBench = {
  presets: [...presets.keys()],

  async draw(width, height) {
    photos.push(await drawPhoto({ name: '', width, height, type: 'image/png' }));
  },

  give(base64) {
    photos.push(new Blob([Uint8Array.from(atob(base64), char => char.charCodeAt(0))]));
  },

  async restore(index, preset, type, workers) {
    const settings = presets.get(preset);
    const original = photos[index];
    if (settings === undefined || original === undefined) throw new RangeError(`${preset}, photo ${index}`);
    const filters = await filtersOf(settings);
    const own = filters[index % filters.length];
    const next = filters[(index + 1) % filters.length];
    if (own === undefined || next === undefined) throw new Error('a filter is missing');
    const photo = await protect(original, treatmentFor(settings, own), type);
    const task: RestoreTask = {
      file: await openStored(photo.stored),
      receipt: await receiptOf(photo, own.label, settings, filters),
      filters,
      given: null,
      original: photo.width * photo.height < large ? original : null,
      previewSide: 1000,
    };
    const { width, height, psnr, milliseconds } = await restored(task, workers);
    const figures = { width, height, seconds: milliseconds / 1000 };
    if (psnr === null) return { before: Number.NaN, after: Number.NaN, other: Number.NaN, ...figures };
    const mistaken = await restored({ ...task, filters: [{ ...next, label: own.label }] }, workers);
    return { ...psnr, other: mistaken.psnr?.after ?? Number.NaN, ...figures };
  },
};
