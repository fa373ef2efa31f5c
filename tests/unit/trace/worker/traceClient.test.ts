import { beforeAll, describe, expect, test } from 'vitest';
import type { Receipt } from '../../../../src/core/receipt.ts';
import { createCpuEngine } from '../../../../src/engine/cpu/cpuEngine.ts';
import type { Pixels } from '../../../../src/engine/engine.ts';
import { sha256 } from '../../../../src/pipeline/digest.ts';
import { WorkerLost } from '../../../../src/threads/workerLost.ts';
import type { Claim } from '../../../../src/trace/core/claim.ts';
import { decoyKey, decoyKeys } from '../../../../src/trace/core/decoys.ts';
import { keyImprints } from '../../../../src/trace/core/ownPhoto/keyImprints.ts';
import {
  answerFor,
  type OwnQuestion,
  type Seen,
  sketchFrom,
  viewOf,
} from '../../../../src/trace/pipeline/findOwn.ts';
import { type OwnTask, recognisePhotos, type TracePort } from '../../../../src/trace/worker/traceClient.ts';
import { leaves } from '../../../fixtures/leaves.ts';
import { lostWorker } from '../../threads/onThisThread.ts';

const settings = { method: 'veil', veilSize: 96, strength: 0.3 } as const;
const labels = ['anna', 'ben'];
const engine = createCpuEngine('plain');

/** A file that is nothing but its sides and pixels, so that no browser is needed to decode it. */
const fileOf = ({ width, height, data }: Pixels) => new Blob([Uint8Array.of(width, height), data]);

async function see(file: Blob): Promise<Seen | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [width = 0, height = 0] = bytes;
  if (bytes.length !== width * height * 4 + 2) return null;
  const data = new Uint8ClampedArray(bytes.subarray(2));
  return { sha256: await sha256(bytes), ...viewOf({ width, height, data }) };
}

const unreadable = { kind: 'failed', reason: { kind: 'unreadable' } } as const;

/** The façade's worker, on this thread: all of it is real but the decoder. */
function port(change: Partial<TracePort['api']> = {}) {
  let question: OwnQuestion | null = null;
  const api: TracePort['api'] = {
    draw: async (plan, count, from) => keyImprints(decoyKeys(plan, count, from)),
    async sketch(file) {
      const seen = await see(file);
      return seen ? { kind: 'sketched', sketch: sketchFrom(seen) } : unreadable;
    },
    async prepare(given) {
      question = given;
    },
    async recognise(file) {
      const seen = await see(file);
      if (question === null) throw new Error('not prepared');
      return seen ? answerFor(seen, question, async ({ file: one }) => (await see(one)) ?? seen) : unreadable;
    },
    ...change,
  };
  const made = { terminated: 0, api, terminate: () => void made.terminated++ };
  return made;
}

const digest = async (file: Blob) => sha256(new Uint8Array(await file.arrayBuffer()));
const photo = (seed: number) => leaves(240, 180, seed);
const own = decoyKey({ settings, labels: 2, seed: 'the owner' }, 0);
const claimed = labels.flatMap((label, i) => {
  const imprint = own[i];
  return imprint ? [{ label, ...imprint }] : [];
});

let claim: Claim;
let originals: readonly Blob[];
let hidden: readonly Blob[];

beforeAll(async () => {
  originals = [1, 2, 3].map(seed => fileOf(photo(seed)));
  hidden = await Promise.all(
    [1, 2, 3].map(async (seed, i) => {
      const { filter } = claimed[i % 2] ?? {};
      if (!filter) throw new Error('no filter');
      return fileOf((await engine.protect(photo(seed), { ...settings, filter })).pixels);
    }),
  );
  const files = await Promise.all(
    hidden.map(async (file, i) => ({
      path: `${labels[i % 2]}/${i}.png`,
      sha256: await digest(file),
      sourceSha256: await digest(originals[i] as Blob),
      source: `${i}.png`,
      label: labels[i % 2] ?? '',
      width: 240,
      height: 180,
    })),
  );
  const receipt: Receipt = {
    dataset: 'd',
    keyCheck: '0'.repeat(16),
    commitment: '0'.repeat(64),
    settings,
    labels,
    files,
  };
  claim = { receipt, filters: claimed };
});

const taskOf = (files: readonly Blob[], change: Partial<OwnTask> = {}): OwnTask => ({
  claim,
  found: files.map((file, i) => ({ file, name: `${i}`, group: 'together', label: null })),
  originals: { files: originals, others: false },
  decoys: 99,
  seed: 'fresh',
  ...change,
});

const never = new AbortController().signal;
const quiet = () => {};

describe('recognising photos', () => {
  test('tells original and label of each, what the receipt lists, and what cannot be read', async () => {
    const broken = new Blob([new Uint8Array([1, 2, 3])]);
    const steps: string[] = [];
    const ports = [port(), port()];
    let opened = 0;
    const outcome = await recognisePhotos(
      taskOf([...hidden, broken]),
      never,
      ({ step, done, total }) => steps.push(`${step} ${done}/${total}`),
      () => ports[opened++] ?? port(),
      2,
    );
    if (outcome.kind !== 'recognised') throw new Error(outcome.kind);
    expect(outcome.rows).toMatchObject([
      { kind: 'with-original', original: 0, label: 'anna', p: 0.01, words: 'strong', listed: 'anna' },
      { kind: 'with-original', original: 1, label: 'ben', p: 0.01, listed: 'ben' },
      { kind: 'with-original', original: 2, label: 'anna', p: 0.01, unfiltered: false },
      { kind: 'failed', reason: { kind: 'unreadable' } },
    ]);
    expect(outcome.originals).toBe(3);
    expect(steps).toContain('decoys 99/99');
    expect(steps).toContain('originals 3/3');
    expect(steps.at(-1)).toBe('photos 4/4');
    expect(ports.map(({ terminated }) => terminated)).toEqual([1, 1]);
  });

  test('without originals tests blindly, and photos of one label together', async () => {
    const found = [hidden[0], hidden[2]].flatMap(file => (file ? [file] : []));
    const outcome = await recognisePhotos(taskOf(found, { originals: null }), never, quiet, () => port(), 1);
    if (outcome.kind !== 'recognised') throw new Error(outcome.kind);
    expect(outcome.rows.map(({ kind }) => kind)).toEqual(['blind', 'blind']);
    expect(outcome.groups).toMatchObject([{ group: 'together', photos: 2, label: 'anna' }]);
    expect(outcome.groups[0]?.p).toBeLessThanOrEqual(0.02);
  });

  test('leaves originals aside that the receipt does not list, unless told otherwise', async () => {
    const strangers = { files: [fileOf(photo(9))], others: false };
    const run = (others: boolean) =>
      recognisePhotos(
        taskOf([fileOf(photo(9))], { originals: { ...strangers, others }, decoys: 19 }),
        never,
        quiet,
        () => port(),
        1,
      );
    expect(await run(false)).toMatchObject({ originals: 0, rows: [{ kind: 'blind' }] });
    expect(await run(true)).toMatchObject({
      originals: 1,
      rows: [{ kind: 'with-original', unfiltered: true }],
    });
  });

  test('ends when it is cancelled, and when a worker is lost or throws', async () => {
    const abort = new AbortController();
    const hanging = port({ recognise: () => new Promise(() => {}) });
    const cancelled = recognisePhotos(
      taskOf(hidden),
      abort.signal,
      ({ step }) => step === 'photos' && abort.abort(),
      () => hanging,
      1,
    );
    expect(await cancelled).toEqual({ kind: 'cancelled' });
    expect(hanging.terminated).toBe(1);
    const lost = recognisePhotos(
      taskOf(hidden),
      never,
      quiet,
      onLost => {
        queueMicrotask(() => onLost(new WorkerLost('crashed')));
        return port({ draw: () => new Promise(() => {}) });
      },
      1,
    );
    expect(await lost).toEqual(lostWorker);
    const throwing = port({ draw: () => Promise.reject(new Error('broken')) });
    expect(await recognisePhotos(taskOf(hidden), never, quiet, () => throwing, 1)).toEqual({
      kind: 'unexpected',
      detail: 'Error: broken',
    });
  });
});
