import seedrandom from 'seedrandom';
import { LabelFilters } from '../../../src/core/filter/labelFilters.ts';
import { deriveMasterKey, keyCheck } from '../../../src/core/key/key.ts';
import { commitment, type Receipt } from '../../../src/core/receipt.ts';
import { castPresets, type MethodSettings, veilPresets } from '../../../src/core/settings.ts';
import { shuffled } from '../../../src/core/shuffled.ts';
import { treatmentFor } from '../../../src/core/treatment.ts';
import { createCpuEngine } from '../../../src/engine/cpu/cpuEngine.ts';
import type { Pixels } from '../../../src/engine/engine.ts';
import { sha256 } from '../../../src/pipeline/digest.ts';
import { type Claim, claimOf } from '../../../src/trace/core/claim.ts';
import { decoyKeys } from '../../../src/trace/core/decoys.ts';
import { type Evidence, pooled } from '../../../src/trace/core/ownPhoto/evidence.ts';
import { findingFrom } from '../../../src/trace/core/ownPhoto/finding.ts';
import { keyImprints } from '../../../src/trace/core/ownPhoto/keyImprints.ts';
import { findOwn } from '../../../src/trace/pipeline/findOwn.ts';
import { type OwnOutcome, recognisePhotos } from '../../../src/trace/worker/traceClient.ts';

/** What the runner (trace.mjs) calls in this page: photos protected, passed on as sites do, and recognised by the façade. */
export interface TraceBench {
  give(base64: string): void;
  /** Protects every photo, drawn with that short side in pixels (null: as it is) and saved as JPEG 92. */
  protect(shortSide: number | null, preset: Preset): Promise<void>;
  /**
   * How often so many photos of a label are found together, after they were passed on, without their originals: of 300
   * draws each from the first photos, which overlap.
   */
  curve(passing: Passing, photos: number, amounts: readonly number[]): Promise<readonly Point[]>;
  /** What is found of the first photos after they were passed on. */
  find(passing: Passing, originals: boolean, photos: number): Promise<Tally>;
}

export interface Passing {
  /** Shares of the sides that are kept. */
  readonly crop: { readonly width: number; readonly height: number };
  readonly scale: number;
  readonly quality: number;
  /** Whether the photos were protected at all. */
  readonly protected: boolean;
}

export interface Point {
  /** Photos of one label. */
  readonly amount: number;
  readonly draws: number;
  /** With p ≤ 0.01. */
  readonly found: number;
  readonly rightLabel: number;
}

export interface Tally {
  readonly photos: number;
  /** With p ≤ 0.01. */
  readonly found: number;
  readonly rightLabel: number;
  readonly groups: number;
  readonly groupsFound: number;
  readonly seconds: number;
}

declare global {
  interface Window {
    traceBench: TraceBench;
  }
}

const presets = {
  ...castPresets,
  'veil standard': veilPresets.standard,
  'veil light': veilPresets.light,
  'veil strong': veilPresets.strong,
  'cuda k=9': { method: 'cuda', kernelSize: 9, strength: 0.06 },
  'cuda k=15': { method: 'cuda', kernelSize: 15, strength: 0.06 },
} as const satisfies Readonly<Record<string, MethodSettings>>;
type Preset = keyof typeof presets;

const labels = ['one', 'two', 'three'];
/** Photos of one label that are also tested together. */
const together = 5;
const decoys = 199;
const draws = 300;
const enough = 0.01;
const whole = { width: 1, height: 1 };
const never = new AbortController().signal;
const engine = createCpuEngine();

const given: Blob[] = [];
let originals: Blob[] = [];
let hidden: Blob[] = [];
let claim: Claim | null = null;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Part of a photo on a canvas; not from its middle, where it would be easier to place. */
async function drawn(file: Blob, crop: Size, scaleOf: (photo: Size) => number) {
  const bitmap = await createImageBitmap(file);
  const [width, height] = [crop.width * bitmap.width, crop.height * bitmap.height];
  const scale = scaleOf(bitmap);
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  const [left, top] = [0.3 * (bitmap.width - width), 0.6 * (bitmap.height - height)];
  context.drawImage(bitmap, left, top, width, height, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return { canvas, context };
}

const jpeg = (canvas: OffscreenCanvas, quality: number) =>
  canvas.convertToBlob({ type: 'image/jpeg', quality: quality / 100 });

async function digest(file: Blob) {
  return sha256(new Uint8Array(await file.arrayBuffer()));
}

async function protect(shortSide: number | null, preset: Preset): Promise<void> {
  const dataset = `bench ${preset} ${shortSide}`;
  const master = await deriveMasterKey('a key for the bench', dataset);
  const filters = new LabelFilters(master);
  const settings: MethodSettings = presets[preset];
  const own = await filters.imprints(labels, settings);
  [originals, hidden] = [[], []];
  const files: Receipt['files'][number][] = [];
  for (const [i, file] of given.entries()) {
    const { canvas, context } = await drawn(file, whole, photo =>
      shortSide === null ? 1 : shortSide / Math.min(photo.width, photo.height),
    );
    const { width, height } = canvas;
    const original = await jpeg(canvas, 95);
    const { data } = context.getImageData(0, 0, width, height);
    const imprint = own[i % labels.length];
    if (!imprint) throw new Error('no imprint');
    const pixels: Pixels = { width, height, data };
    const { pixels: veiled, peak } = await engine.protect(pixels, treatmentFor(settings, imprint));
    context.putImageData(new ImageData(veiled.data, width, height), 0, 0);
    const result = await jpeg(canvas, 92);
    originals.push(original);
    hidden.push(result);
    const label = labels[i % labels.length] ?? '';
    const [sha, source] = [await digest(result), await digest(original)];
    files.push({
      path: `${label}/${i}.jpg`,
      sha256: sha,
      sourceSha256: source,
      source: `${i}`,
      label,
      width,
      height,
      ...(peak === null ? {} : { peak }),
    });
  }
  const bound = own.map((imprint, i) => ({ label: labels[i] ?? '', ...imprint }));
  const check = await keyCheck(master);
  const receipt = { dataset, keyCheck: check, commitment: await commitment(bound), settings, labels, files };
  const outcome = await claimOf(receipt, {
    keyCheck: check,
    imprints: (names, wanted) => filters.imprints(names, wanted),
  });
  if (outcome.kind !== 'ok') throw new Error(outcome.kind);
  claim = outcome.claim;
}

function passedOn(passing: Passing, photos: number): Promise<readonly Blob[]> {
  const { crop, scale, quality } = passing;
  return Promise.all(
    (passing.protected ? hidden : originals).slice(0, photos).map(async file => {
      const { canvas } = await drawn(file, crop, () => scale);
      return jpeg(canvas, quality);
    }),
  );
}

async function find(passing: Passing, withOriginals: boolean, photos: number): Promise<Tally> {
  if (claim === null) throw new Error('Nothing was protected.');
  const found = (await passedOn(passing, photos)).map((file, i) => {
    const group = `${i % labels.length} ${Math.floor(i / labels.length / together)}`;
    return { file, name: `${i}`, group, label: null };
  });
  const start = performance.now();
  const seed = `${Math.random()}`;
  const outcome: OwnOutcome = await recognisePhotos(
    { claim, found, originals: withOriginals ? { files: originals, others: false } : null, decoys, seed },
    never,
    () => {},
  );
  if (outcome.kind !== 'recognised') throw new Error(outcome.kind);
  const told = outcome.rows.map(row => ('p' in row && row.p <= enough ? row.label : null));
  const groups = outcome.groups.filter(({ photos }) => photos === together);
  return {
    photos: told.length,
    found: told.filter(label => label !== null).length,
    rightLabel: told.filter((label, i) => label === labels[i % labels.length]).length,
    groups: groups.length,
    groupsFound: groups.filter(({ p }) => p <= enough).length,
    seconds: (performance.now() - start) / 1000,
  };
}

async function curve(
  passing: Passing,
  photos: number,
  amounts: readonly number[],
): Promise<readonly Point[]> {
  if (claim === null) throw new Error('Nothing was protected.');
  const { receipt } = claim;
  const random = seedrandom('curve');
  const plan = { settings: receipt.settings, labels: labels.length, seed: `${Math.random()}` };
  const imprints = keyImprints([claim.filters, ...decoyKeys(plan, decoys)]);
  const evidence: Evidence[][] = labels.map(() => []);
  for (const [i, file] of (await passedOn(passing, photos)).entries()) {
    const answer = await findOwn(file, { receipt, imprints, originals: [] });
    if (answer.kind === 'blind') evidence[i % labels.length]?.push(answer.evidence);
  }
  const every = [...labels.keys()];
  return amounts.map(amount => {
    let [found, rightLabel] = [0, 0];
    for (let draw = 0; draw < draws; draw++) {
      const label = draw % labels.length;
      const all = evidence[label] ?? [];
      const picked =
        amount === 1 ? all.slice(draw % all.length).slice(0, 1) : shuffled(all, random).slice(0, amount);
      const finding = findingFrom(pooled(picked), imprints, every);
      if (finding === null || finding.p > enough) continue;
      found++;
      if (finding.label === label) rightLabel++;
    }
    return { amount, draws, found, rightLabel };
  });
}

window.traceBench = {
  give(base64) {
    given.push(new Blob([Uint8Array.from(atob(base64), character => character.charCodeAt(0))]));
  },
  protect,
  find,
  curve,
};
