import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createArchiveClient } from '../../../src/archive/archiveClient.ts';
import { createHeicDecoder } from '../../../src/codec/heic/heicDecoder.ts';

import type { Broken, Loss } from '../../../src/core/faults/failure.ts';
import { receiveUnexpected } from '../../../src/core/faults/unexpected.ts';
import { enterUnexpected, keepOut } from '../../../src/core/faults/unexpectedLog.ts';

import { openLab } from '../../../src/prove/worker/labClient.ts';
import { makePictures } from '../../../src/prove/worker/picturesClient.ts';
import { prove } from '../../../src/prove/worker/proveClient.ts';
import { drawCharts } from '../../../src/prove/worker/theoryClient.ts';
import { openModelHandle } from '../../../src/trace/worker/askClient.ts';
import { planAside } from '../../../src/trace/worker/probesClient.ts';
import { restorePhoto } from '../../../src/trace/worker/restoreClient.ts';
import { recognisePhotos } from '../../../src/trace/worker/traceClient.ts';
import { tryToBreakOut } from '../../../src/workers/breakout/breakoutClient.ts';
import { createKeyClient } from '../../../src/workers/key/keyClient.ts';
import { createPhotoPool } from '../../../src/workers/photo/photoPool.ts';
import { createPreviewClient } from '../../../src/workers/photo/previewClient.ts';
import { drawSamplePhotos } from '../../../src/workers/samples/samplesClient.ts';
import { fakeWorkers } from './fakeWorkers.ts';

/** Every worker that there is, opened as the page opens it: none leaves anybody waiting, and each can be had again. */

const going = new AbortController().signal;
const quiet = () => {};
const settings = { method: 'veil', veilSize: 160, strength: 0.3 } as const;
const output = { format: 'image/png', quality: undefined } as const;
const job = { id: 'a', file: new Blob(), pixels: 1, treatment: null, output };
const report = { kind: 'cpu', name: 'CPU', webgl: 'not-asked' };
const receipt = { settings, labels: [], files: [], commitment: '', keyCheck: '', dataset: '' };
const claim = { receipt, filters: [] };

interface Case {
  /** Makes a client; what that gives asks something of its worker, and says how it broke off, or null. */
  open(): () => Promise<Broken | null>;
  /** What a worker that lives answers. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** What cannot be loaded is asked for again by itself: the page waits, and shows what comes. */
  readonly waits?: true;
}

const isBroken = (one: { readonly kind: string }): one is Broken =>
  one.kind === 'worker-lost' || one.kind === 'unexpected';
const brokenOf = (outcome: { readonly kind: string } | readonly unknown[]): Broken | null =>
  'kind' in outcome && isBroken(outcome) ? outcome : null;

const workers: Readonly<Record<string, Case>> = {
  key: {
    open:
      (keys = createKeyClient()) =>
      async () => {
        const derived = await keys.derive('a key', 'photos');
        return derived.kind === 'failed' ? derived.broken : null;
      },
    answers: { derive: '0123456789abcdef' },
  },
  'filters of a key': {
    open:
      (keys = createKeyClient()) =>
      async () =>
        brokenOf(await keys.imprints(['cats'], settings)),
    answers: { imprints: [], derive: '0123456789abcdef' },
  },
  'photos, protected': {
    open:
      (pool = createPhotoPool('cpu', { folder: null, size: 1, machine: {} })) =>
      async () => {
        const outcome = await pool.protect(job, going);
        return outcome.kind === 'failed' ? brokenOf(outcome.reason) : null;
      },
    answers: { start: report, protect: { kind: 'protected', id: 'a' } },
  },
  'photos, looked at': {
    open:
      (previews = createPreviewClient('cpu')) =>
      async () => {
        const shown = await previews.thumbnail(new Blob(), 100, going);
        return shown?.kind === 'failed' ? brokenOf(shown.reason) : null;
      },
    answers: { thumbnail: { kind: 'thumbnail' } },
    waits: true,
  },
  'a photo, looked at closely': {
    open:
      (previews = createPreviewClient('cpu')) =>
      async () => {
        const part = { x: 0, y: 0, width: 1, height: 1 };
        const request = { id: 'a', file: new Blob(), part, side: 1, treatment: null, difference: false };
        const shown = await previews.preview(request as unknown as Parameters<typeof previews.preview>[0]);
        return shown.kind === 'failed' ? brokenOf(shown.reason) : null;
      },
    answers: { start: report, preview: { kind: 'preview', id: 'a' } },
  },
  samples: { open: () => async () => brokenOf(await drawSamplePhotos()), answers: { draw: [] } },
  'a try of the policy': {
    open: () => async () => brokenOf(await tryToBreakOut()),
    answers: { breaksOut: false },
  },
  'archive, opened': {
    open:
      (archive = createArchiveClient()) =>
      async () => {
        const how = { folder: null, languages: [], encoding: null };
        return brokenOf(await archive.unzip(new File([], 'a.zip'), how));
      },
    answers: { unzip: { kind: 'opened', files: [], leftOut: [] } },
  },
  'archive, written': {
    open:
      (archive = createArchiveClient()) =>
      async () => {
        const reply = await archive.write({ name: 'a.zip', entries: [] }, { kind: 'download', folder: null });
        return reply.kind === 'failed' && typeof reply.reason === 'object' ? reply.reason : null;
      },
    answers: { write: { kind: 'written', bytes: 0, blob: null } },
  },
  'archive, checked': {
    open:
      (archive = createArchiveClient()) =>
      async () =>
        brokenOf(await archive.digest([])),
    answers: { digest: { files: [], damaged: [] } },
  },
  HEIC: {
    open:
      (decode = createHeicDecoder()) =>
      async () => {
        const outcome = await decode(new Uint8Array(), 1);
        return outcome.kind === 'failed' ? brokenOf(outcome.reason) : null;
      },
    answers: { makeReady: undefined, decode: { kind: 'decoded', bitmap: {} } },
  },
  'instant check': {
    open: () => async () =>
      brokenOf(await prove({ photos: [], sizes: [], engine: 'cpu', seed: '' }, going, quiet)),
    answers: { start: undefined },
  },
  'training pictures': {
    open: () => async () => {
      const task = {
        dealt: { labels: [], train: [], test: [], left: { labels: [], beyondMemory: 0 } },
        files: [],
        imprints: [],
        pictures: { side: 8, protectedAt: 'full', mostOfLabel: 1 },
        settings,
        engine: 'cpu',
      };
      const outcome = await makePictures(
        task as unknown as Parameters<typeof makePictures>[0],
        going,
        quiet,
      ).catch(() => null);
      return outcome && brokenOf(outcome);
    },
    answers: { start: undefined },
  },
  theory: {
    open: () => async () => brokenOf(await drawCharts(2, going, quiet)),
    answers: { draw: {} },
  },
  lab: {
    open: () => async () => brokenOf(await openLab().start(null)),
    answers: { start: { backend: 'wasm', gpu: false, trials: [] } },
  },
  'own photos': {
    open: () => async () => {
      const task = {
        claim,
        found: [{ file: new Blob(), name: 'a', group: null, label: null }],
        originals: null,
      };
      const whole = { ...task, decoys: 1, seed: '' };
      return brokenOf(
        await recognisePhotos(whole as unknown as Parameters<typeof recognisePhotos>[0], going, quiet),
      );
    },
    answers: { draw: undefined },
  },
  restoring: {
    open: () => async () => {
      const task = { file: new Blob(), receipt, filters: [], given: null, original: null, previewSide: 1 };
      return brokenOf(
        await restorePhoto(task as unknown as Parameters<typeof restorePhoto>[0], going, quiet),
      );
    },
    answers: { digest: 'of nothing that is listed' },
  },
  probes: {
    open: () => async () =>
      brokenOf(
        await planAside(
          claim as unknown as Parameters<typeof planAside>[0],
          [],
          { labels: [] } as unknown as Parameters<typeof planAside>[2],
          going,
        ),
      ),
    answers: { plan: { kind: 'refused', reason: 'labels' } },
  },
  'a model on this device': {
    open: () => async () => brokenOf(await openModelHandle().open([])),
    answers: { open: { kind: 'refused', reason: 'no-model' } },
  },
};

const fake = fakeWorkers();
let mistakes = 0;
beforeEach(() => fake.behave({}));

const losses: readonly Loss[] = ['not-loaded', 'crashed', 'unreadable'];

describe.each(Object.entries(workers))('%s', (_, { open, answers, waits }) => {
  test('tells a developer of an exception with its stack, and not of what photos and key are', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    receiveUnexpected(enterUnexpected);
    const stop = keepOut(() => ['Mia at the lake.jpg', 'otters dance']);
    const mistake = new TypeError(`Mia at the lake.jpg and otters dance, ${++mistakes}`);
    mistake.stack = 'TypeError\n    at work (http://host/assets/some.worker-1.js:1:23)';
    fake.behave(Object.fromEntries(Object.keys(answers).map(method => [method, mistake])));
    expect(await open()()).toMatchObject({ kind: 'unexpected' });
    const words = said.mock.calls.flat().join('\n');
    expect(words).toMatch(/^TypeError: \[…\] and \[…\], .*\n {4}at work \(some\.worker-1\.js:1:23\)/);
    expect(words).not.toMatch(/Mia|lake|otters/);
    stop();
    said.mockRestore();
  });

  if (waits)
    test('waits for what is not loaded, and comes by itself once it is', async () => {
      fake.behave('not-loaded');
      const asked = open()();
      const before = fake.opened();
      expect(before).toBeGreaterThan(0);
      fake.behave(answers);
      expect(await asked).toBeNull();
    });

  test.each(losses.filter(loss => !(waits && loss === 'not-loaded')))(
    'is told of when it is %s, and asked again it answers',
    async loss => {
      fake.behave(loss);
      const ask = open();
      expect(await ask()).toEqual({ kind: 'worker-lost', loss });
      // It was lost a second time, and not left waiting for the first.
      expect(await ask()).toEqual({ kind: 'worker-lost', loss });
      const before = fake.opened();
      fake.behave(answers);
      // Where the answers here are too poor to go on with, they came all the same.
      expect((await ask())?.kind).not.toBe('worker-lost');
      expect(fake.opened()).toBeGreaterThan(before);
    },
  );
});
