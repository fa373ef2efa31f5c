import * as v from 'valibot';
import { isCastLevel } from '../../core/cast/cast.ts';
import { isKernelSize, isStrength, isVeilStrength } from '../../core/filter/filter.ts';
import { type Read, readJsonFile } from '../../core/jsonFile.ts';
import type { MethodSettings } from '../../core/settings.ts';
import type { BackendName } from '../../tfjs/backendName.ts';
import {
  type Epoch,
  type Experiment,
  type LabCounts,
  modelNames,
  type PictureSettings,
  type RunResult,
  trainingKinds,
} from './experiment.ts';
import { type TableColumn, tableColumns } from './labTable.ts';

/**
 * What a series of training runs was and what came of it, so that another person can repeat it. It names labels and
 * dataset, counts photos and has a hash of the pictures; it holds no key and no file's name.
 */

const format = 'keyveil-lab';

/** From 2 on reports say what they were made of, and each run its settings. */
const newestVersion = 2;

export interface LabReport {
  /** When it was written: ISO 8601, UTC. */
  readonly when: string;
  /** Version of Keyveil. */
  readonly app: string;
  /** Browser, system and processor as far as the browser tells, for people. */
  readonly machine: string;
  /** Of the sources, as Git names it; null where that is not known. */
  readonly commit: string | null;
  /** The public name that went into the key. */
  readonly dataset: string;
  /** What trained; null before anything did. */
  readonly backend: BackendName | null;
  readonly counts: LabCounts;
  readonly pictures: PictureSettings;
  readonly settings: MethodSettings;
  readonly runs: readonly ReportedRun[];
}

/** SHA-256 in hexadecimal digits, over labels and pixels as networks see them. */
export interface LabHashes {
  /** Of the pictures learnt from, as they are. */
  readonly clean: string;
  /** The same, protected: the archive, as a trainer makes pictures of it. */
  readonly protected: string;
  /** Of the clean pictures tested on. */
  readonly test: string;
}

export interface ReportedRun {
  readonly experiment: Experiment;
  readonly settings: MethodSettings;
  /** Of the pictures that it was made of. */
  readonly hashes: LabHashes;
  /** Of a table; null for a run by itself. */
  readonly column: TableColumn | null;
  readonly end: RunEnd;
}

export type RunEnd =
  | { readonly kind: 'trained'; readonly result: RunResult }
  | { readonly kind: 'stopped'; readonly history: readonly Epoch[] }
  /** The loss left all bounds; `epoch` from 1. */
  | { readonly kind: 'diverged'; readonly epoch: number; readonly history: readonly Epoch[] }
  /** For want of memory, or because the browser ended it. */
  | { readonly kind: 'failed'; readonly history: readonly Epoch[] };

/** The epochs that a run came through. */
export function historyOf(end: RunEnd): readonly Epoch[] {
  return end.kind === 'trained' ? end.result.history : end.history;
}

/** Of the veil that photos had, in pixels: small ones have one of their own size. Null without a veil. */
export function veilSizeOf({ pictures, settings }: Pick<LabReport, 'pictures' | 'settings'>): number | null {
  if (settings.method === 'cuda') return null;
  if (settings.veilSize === null) return null;
  return pictures.protectedAt === 'small' ? pictures.side : settings.veilSize;
}

/** The report as the text of its JSON file. Every number in it is finite. */
export function writeReport(report: LabReport): string {
  const { when, app, machine, commit, dataset, backend, counts, pictures, settings, runs } = report;
  const content = {
    format,
    version: newestVersion,
    when,
    app,
    machine,
    commit,
    dataset,
    backend,
    counts,
    pictures,
    settings,
    runs,
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

/** Reads the text of a report's JSON file; what it gives is what was written. Reports of version 1 cannot be repeated. */
export function readReport(text: string): Read<LabReport> {
  const read = readJsonFile(text, format, schema, newestVersion);
  if (read.kind === 'refused') return read;
  const { format: _format, version: _version, ...report } = read.value;
  return { kind: 'read', value: report };
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const atLeastZero = v.pipe(v.number(), v.finite(), v.minValue(0));
const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const oneOrMore = v.pipe(v.number(), v.integer(), v.minValue(1));
const backend = v.picklist(['wasm', 'cpu', 'webgl', 'webgpu']);

const regime = v.variant('kind', [
  v.object({ kind: v.literal('plain') }),
  v.object({ kind: v.literal('mixup'), alpha: positive }),
  v.object({ kind: v.literal('cutout'), share: part }),
  v.object({ kind: v.literal('cutmix'), alpha: positive }),
  v.object({ kind: v.literal('blur'), sigma: atLeastZero }),
  v.object({ kind: v.literal('grayscale') }),
  v.object({ kind: v.literal('jpeg'), quality: v.pipe(oneOrMore, v.maxValue(100)) }),
  v.object({
    kind: v.literal('adversarial'),
    norm: v.picklist(['linf', 'l2']),
    radius: atLeastZero,
    steps: oneOrMore,
  }),
  v.object({ kind: v.literal('fine-tuning'), share: part, epochs: count, frozen: v.boolean() }),
  v.object({ kind: v.literal('rsk-ff') }),
  v.object({ kind: v.literal('coin'), reach: atLeastZero }),
  v.object({ kind: v.literal('orthogonal-projection'), epochs: oneOrMore, learningRate: positive }),
  v.object({ kind: v.literal('class-mean') }),
  v.object({ kind: v.literal('high-pass'), frequencies: oneOrMore }),
  v.object({ kind: v.literal('ueraser'), repeats: oneOrMore }),
  v.object({ kind: v.literal('resized-crop'), scale: part, jitter: part }),
]);

const experiment = v.object({
  model: v.picklist(modelNames),
  regime,
  training: v.picklist(trainingKinds),
  share: part,
  onlyLabels: v.nullable(v.array(v.string())),
  epochs: oneOrMore,
  batch: oneOrMore,
  learningRate: positive,
  seed: v.string(),
});

const history = v.array(
  v.object({
    epoch: oneOrMore,
    loss: v.pipe(v.number(), v.finite()),
    trainAccuracy: part,
    testAccuracy: part,
    seconds: atLeastZero,
  }),
);
const answers = v.object({ confusion: v.array(v.array(count)) });

const end = v.variant('kind', [
  v.object({
    kind: v.literal('trained'),
    result: v.object({
      history,
      clean: answers,
      own: answers,
      other: answers,
      backend,
      parameters: count,
      seconds: atLeastZero,
    }),
  }),
  v.object({ kind: v.literal('stopped'), history }),
  v.object({ kind: v.literal('diverged'), epoch: oneOrMore, history }),
  v.object({ kind: v.literal('failed'), history }),
]);

const strength = v.pipe(v.number(), v.check(isStrength));

const settings = v.variant('method', [
  v.object({
    method: v.literal('cast'),
    castLevel: v.pipe(v.number(), v.check(isCastLevel)),
    strength: v.pipe(v.number(), v.check(isVeilStrength)),
    veilSize: v.nullable(oneOrMore),
  }),
  v.object({ method: v.literal('veil'), veilSize: oneOrMore, strength }),
  v.object({
    method: v.literal('cuda'),
    kernelSize: v.pipe(v.number(), v.check(isKernelSize)),
    strength,
  }),
]);

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const hashes = v.object({ clean: hash, protected: hash, test: hash });

const schema = v.object({
  format: v.string(),
  version: v.literal(newestVersion),
  when: v.pipe(v.string(), v.isoTimestamp()),
  app: v.string(),
  machine: v.string(),
  commit: v.nullable(v.string()),
  dataset: v.string(),
  backend: v.nullable(backend),
  counts: v.object({ labels: v.array(v.string()), train: v.array(count), test: v.array(count) }),
  pictures: v.object({
    side: oneOrMore,
    protectedAt: v.picklist(['small', 'real']),
    holdOut: part,
    mostOfLabel: v.nullable(oneOrMore),
    seed: v.string(),
  }),
  settings,
  runs: v.array(
    v.object({ experiment, settings, hashes, column: v.nullable(v.picklist(tableColumns)), end }),
  ),
});
