import { LabelFilters } from '../../../src/core/filter/labelFilters.ts';
import { deriveMasterKey, keyCheck } from '../../../src/core/key/key.ts';
import { commitment, type Receipt } from '../../../src/core/receipt.ts';
import { type MethodSettings, veilPresets } from '../../../src/core/settings.ts';
import { createCpuEngine } from '../../../src/engine/cpu/cpuEngine.ts';
import type { Pixels } from '../../../src/engine/engine.ts';
import { sha256 } from '../../../src/pipeline/digest.ts';
import { type Claim, claimOf } from '../../../src/trace/core/claim.ts';
import { type OwnOutcome, recognisePhotos } from '../../../src/trace/worker/traceClient.ts';

/** What the runner (trace.mjs) calls in this page: photos protected, passed on as sites do, and recognised by the façade. */
export interface TraceBench {
  give(base64: string): void;
  /** Protects every photo, drawn with that short side in pixels (null: as it is) and saved as JPEG 92. */
  protect(shortSide: number | null, preset: Preset): Promise<void>;
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
  ...veilPresets,
  'cuda k=9': { method: 'cuda', kernelSize: 9, strength: 0.06 },
  'cuda k=15': { method: 'cuda', kernelSize: 15, strength: 0.06 },
} as const satisfies Readonly<Record<string, MethodSettings>>;
type Preset = keyof typeof presets;

const labels = ['one', 'two', 'three'];
/** Photos of one label that are also tested together. */
const together = 5;
const decoys = 199;
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
  const own = await filters.of(labels, settings);
  [originals, hidden] = [[], []];
  const files: Receipt['files'][number][] = [];
  for (const [i, file] of given.entries()) {
    const { canvas, context } = await drawn(file, whole, photo =>
      shortSide === null ? 1 : shortSide / Math.min(photo.width, photo.height),
    );
    const { width, height } = canvas;
    const original = await jpeg(canvas, 95);
    const { data } = context.getImageData(0, 0, width, height);
    const filter = own[i % labels.length];
    if (!filter) throw new Error('no filter');
    const pixels: Pixels = { width, height, data };
    const { pixels: veiled, peak } = await engine.protect(pixels, { ...settings, filter });
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
  const bound = own.map((filter, i) => ({ label: labels[i] ?? '', filter, cast: null }));
  const check = await keyCheck(master);
  const receipt = { dataset, keyCheck: check, commitment: await commitment(bound), settings, labels, files };
  const outcome = await claimOf(receipt, {
    keyCheck: check,
    imprints: (names, wanted) => filters.imprints(names, wanted),
  });
  if (outcome.kind !== 'ok') throw new Error(outcome.kind);
  claim = outcome.claim;
}

async function find(passing: Passing, withOriginals: boolean, photos: number): Promise<Tally> {
  if (claim === null) throw new Error('Nothing was protected.');
  const { crop, scale, quality } = passing;
  const found = await Promise.all(
    (passing.protected ? hidden : originals).slice(0, photos).map(async (file, i) => {
      const { canvas } = await drawn(file, crop, () => scale);
      const group = `${i % labels.length} ${Math.floor(i / labels.length / together)}`;
      return { file: await jpeg(canvas, quality), name: `${i}`, group, label: null };
    }),
  );
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

window.traceBench = {
  give(base64) {
    given.push(new Blob([Uint8Array.from(atob(base64), character => character.charCodeAt(0))]));
  },
  protect,
  find,
};
