import { wrap } from 'comlink';
import { defaultOutput, qualityFor } from '../../src/core/settings.ts';
import type { EngineKind, Treatment } from '../../src/engine/engine.ts';
import type { ProtectJob } from '../../src/pipeline/job.ts';
import { startWorker } from '../../src/policy/scripts.ts';
import { openStored, wipeFolder } from '../../src/storage/results.ts';
import { pageSession } from '../../src/storage/session.ts';
import { createPhotoPool, type PhotoPool } from '../../src/workers/photo/photoPool.ts';
import { createPreviewClient } from '../../src/workers/photo/previewClient.ts';
import type { EngineReport } from '../../src/workers/protocol.ts';
import type { PeerKind } from './peers/peer.worker.ts';
import { PeerPool } from './peers/peerPool.ts';
import { drawPhoto, type Size } from './photos.ts';
import type { Stages, StageTimer } from './stages.worker.ts';
import stagesScript from './stages.worker.ts?worker&url';
import { anyTreatment, treatmentFor, type Variant } from './treatments.ts';

/**
 * What the runner (run.mjs) calls in this page. It works through the façade that the app uses, so that a number
 * from here is true of the app.
 */
export interface Bench {
  /** Starts a pool and says what it found; `auto` is refused, since the answer would depend on the day. */
  start(engine: EngineKind): Promise<{ readonly report: EngineReport; readonly workers: number }>;
  /** Draws the photo of that size; its bytes in Base64. */
  draw(size: Size): Promise<string>;
  /** Takes the photo of that size as it was drawn elsewhere, so that drawing it leaves no trace in the memory. */
  load(size: Size, base64: string): void;
  /** Protects the photo of that size `count` times with all workers in use; wall time in ms for all of them. */
  batch(engine: EngineKind, size: string, variant: Variant, count: number): Promise<number>;
  /** Starts `count` photos, cancels after `after` ms; how long until the last of them has let go, in ms. */
  cancel(engine: EngineKind, size: string, variant: Variant, count: number, after: number): Promise<number>;
  /** The stages of one photo on one worker, `count` times. */
  stages(size: string, variant: Variant, count: number): Promise<readonly Stages[]>;
  /**
   * The inspector with that photo open: ms until a view of 1000 × 700 pixels is there, before and after, each time with
   * another filter. The first, which decodes the photo, is left out.
   */
  previews(size: string, method: Treatment['method'], kernelSize: number, count: number): Promise<number[]>;
  /** Starts as many workers with another library, which is served from `peers/` beside the page. */
  startPeer(kind: PeerKind, workers: number): Promise<void>;
  /** As `batch`, through the other library. */
  peerBatch(kind: PeerKind, size: string, variant: Variant, count: number): Promise<number>;
  /**
   * Protects `count` photos of those sizes in turn, as the app does: no more at the pool than it can have in hand. Each
   * has bytes of its own. Returns at once; `soaked` says how many are done.
   */
  soak(sizes: readonly string[], variant: Variant, count: number): void;
  soaked(): { readonly done: number; readonly failed: readonly string[] };
  /** Removes what was stored so far. */
  tidy(): Promise<void>;
  /** How far the other library's picture is from ours: the mean difference over all colours, in levels. */
  apart(kind: PeerKind, size: string, variant: Variant): Promise<number>;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

const pools = new Map<EngineKind, PhotoPool>();
const peers = new Map<PeerKind, PeerPool>();
const photos = new Map<string, { readonly size: Size; readonly blob: Blob }>();
const soaking: { done: number; failed: string[] } = { done: 0, failed: [] };
const never = new AbortController().signal;
let jobs = 0;

function poolOf(engine: EngineKind): PhotoPool {
  const pool = pools.get(engine);
  if (pool === undefined) throw new Error(`no pool for ${engine}`);
  return pool;
}

function jobFor(name: string, variant: Variant): ProtectJob {
  const photo = photos.get(name);
  if (photo === undefined) throw new Error(`no photo of ${name}`);
  const { type, width, height } = photo.size;
  const treatment = treatmentFor(variant, Math.min(width, height));
  jobs += 1;
  const output = { format: type, quality: qualityFor(type, defaultOutput) };
  return { id: `bench-${jobs}`, file: photo.blob, pixels: width * height, treatment, output };
}

/** The photo with a JPEG comment or PNG bytes at its end that no other has; its own bytes are shared, not copied. */
function marked(file: Blob, mark: number): Blob {
  const { type } = file;
  const text = new TextEncoder().encode(String(mark).padStart(8, '0'));
  if (type !== 'image/jpeg') return new Blob([file, text], { type });
  const comment = new Uint8Array([0xff, 0xfe, 0, text.length + 2, ...text]);
  return new Blob([file.slice(0, 2), comment, file.slice(2)], { type });
}

function peerOf(kind: PeerKind): PeerPool {
  const peer = peers.get(kind);
  if (peer === undefined) throw new Error(`${kind} was not started`);
  return peer;
}

async function levelsOf(file: Blob): Promise<Uint8ClampedArray> {
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2D canvas');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, width, height).data;
}

async function protectOne(pool: PhotoPool, job: ProtectJob): Promise<void> {
  const outcome = await pool.protect(job, never, () => {});
  if (outcome.kind === 'failed') throw new Error(`photo failed: ${JSON.stringify(outcome.reason)}`);
}

window.bench = {
  async start(engine) {
    const pool = createPhotoPool(engine);
    pools.set(engine, pool);
    const start = await pool.start();
    if (start.kind !== 'started') throw new Error(`no engine: ${JSON.stringify(start)}`);
    return start;
  },

  async draw(size) {
    const blob = await drawPhoto(size);
    photos.set(size.name, { size, blob });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
  },

  load(size, base64) {
    const bytes = Uint8Array.from(atob(base64), char => char.charCodeAt(0));
    photos.set(size.name, { size, blob: new Blob([bytes], { type: size.type }) });
  },

  async batch(engine, size, variant, count) {
    const pool = poolOf(engine);
    const work = Array.from({ length: count }, () => jobFor(size, variant));
    const from = performance.now();
    await Promise.all(work.map(job => protectOne(pool, job)));
    return performance.now() - from;
  },

  async cancel(engine, size, variant, count, after) {
    const pool = poolOf(engine);
    const abort = new AbortController();
    const work = Array.from({ length: count }, () =>
      pool.protect(jobFor(size, variant), abort.signal, () => {}),
    );
    await new Promise(resolve => setTimeout(resolve, after));
    const from = performance.now();
    abort.abort();
    await Promise.allSettled(work);
    return performance.now() - from;
  },

  async stages(size, variant, count) {
    const worker = startWorker(stagesScript);
    const timer = wrap<StageTimer>(worker);
    const { folder } = await pageSession();
    const all: Stages[] = [];
    for (let i = 0; i < count; i++) all.push(await timer.time(jobFor(size, variant), folder));
    worker.terminate();
    return all;
  },

  async previews(name, method, kernelSize, count) {
    const previews = createPreviewClient('cpu');
    const { file, pixels = 0 } = jobFor(name, 'floor');
    const times: number[] = [];
    for (let i = 0; i <= count; i++) {
      const treatment = anyTreatment(method, kernelSize, pixels + i);
      const from = performance.now();
      const look = { kind: 'part', centre: { x: 0.4, y: 0.6 }, width: 1000, height: 700, scale: 1 } as const;
      const shown = await previews.preview({ id: name, file, treatment, look, difference: false });
      if (i > 0) times.push(performance.now() - from);
      if (shown.kind !== 'preview') throw new Error(`no preview: ${JSON.stringify(shown)}`);
      shown.before.close();
      shown.after?.close();
    }
    previews.dispose();
    return times;
  },

  async startPeer(kind, workers) {
    peers.set(kind, await PeerPool.open(kind, workers, new URL('peers/', location.href).href));
  },

  async peerBatch(kind, size, variant, count) {
    const peer = peerOf(kind);
    const work = Array.from({ length: count }, () => jobFor(size, variant));
    const from = performance.now();
    await peer.protect(work);
    return performance.now() - from;
  },

  async tidy() {
    await wipeFolder((await pageSession()).folder);
  },

  async apart(kind, size, variant) {
    const ours = await poolOf('cpu').protect(jobFor(size, variant), never);
    const [theirs] = await peerOf(kind).protect([jobFor(size, variant)]);
    if (ours.kind === 'failed' || theirs === undefined) throw new Error('a photo failed');
    const a = await levelsOf(await openStored(ours.stored));
    const b = await levelsOf(await openStored(theirs));
    return a.reduce((sum, level, i) => sum + Math.abs(level - (b[i] ?? 0)), 0) / (a.length * 0.75);
  },

  soak(sizes, variant, count) {
    const pool = poolOf('cpu');
    soaking.done = 0;
    soaking.failed = [];
    let next = 0;
    const lane = async () => {
      for (let i = next++; i < count; i = next++) {
        const job = jobFor(sizes[i % sizes.length] ?? '', variant);
        const outcome = await pool.protect({ ...job, file: marked(job.file, i) }, never);
        if (outcome.kind === 'failed') soaking.failed.push(JSON.stringify(outcome.reason));
        soaking.done += 1;
      }
    };
    pool.start().then(start => {
      if (start.kind !== 'started') throw new Error(`no engine: ${JSON.stringify(start)}`);
      for (let i = 0; i < 2 * start.workers; i++) void lane();
    });
  },

  soaked: () => soaking,
};
