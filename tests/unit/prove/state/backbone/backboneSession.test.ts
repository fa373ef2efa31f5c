import '../../../../../src/locales/later.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { castPresets } from '../../../../../src/core/settings.ts';
import { treatmentFor } from '../../../../../src/core/treatment.ts';
import {
  backboneReportFile,
  backboneReportOf,
} from '../../../../../src/prove/state/backbone/backboneReports.ts';
import {
  type BackboneSession,
  backboneDealing,
  createBackboneSession,
} from '../../../../../src/prove/state/backbone/backboneSession.ts';
import { backboneVerdict } from '../../../../../src/prove/state/backbone/backboneWords.ts';
import type {
  BackboneHandle,
  BackboneOutcome,
  BackboneTask,
} from '../../../../../src/prove/worker/backboneClient.ts';
import { until } from '../../../../fixtures/until.ts';
import { lostWorker } from '../../../threads/onThisThread.ts';
import { type LabBench, labBench, setOf } from '../../labBench.ts';

/** The session with page, keys and casts as they are, and a network that says what the test wants it to. */

const layers = [
  { name: 'map', shape: [7, 7, 64] },
  { name: 'mean', shape: [64] },
  { name: 'says', shape: [5] },
];
type Opening = Awaited<ReturnType<BackboneHandle['open']>>;

let b: LabBench;
let session: BackboneSession;
let opening: Opening;
let asked: { readonly task: BackboneTask; end(outcome: BackboneOutcome): void } | null;
let closed: number;
const source = setOf(['cats', 'dogs'], 10);
const state = () => session.store.getState();
const finish = (outcome: BackboneOutcome) => asked?.end(outcome);
const file = new File(['x'], 'net.json');

const learnt = (clean: number, after: number): BackboneOutcome => ({
  ...({ kind: 'learnt', features: 64, failed: 0 } as const),
  counts: { labels: ['cats', 'dogs'], train: [8, 8], test: [100, 100] },
  columns: (['clean', 'chosen'] as const).map((column, at) => {
    const right = at === 0 ? clean : after;
    const confusion = [
      [right, 100 - right],
      [100 - right, right],
    ];
    return { column, answers: { confusion }, penalty: 0.01, kept: { right: 3, total: 4 } };
  }),
});

beforeEach(async () => {
  b = labBench();
  await b.key('secret words');
  opening = { kind: 'opened', model: 'tfjs', shape: [null, 96, 96, 3] };
  [asked, closed] = [null, 0];
  session = createBackboneSession(b.keyveil.store, b.keyveil.photoSetServices, {
    now: () => 0,
    open: () => ({
      open: async () => opening,
      layers: async () => ({ kind: 'layers', layers }),
      learn: (task, signal) =>
        new Promise(end => {
          asked = { task, end };
          signal.addEventListener('abort', () => end({ kind: 'cancelled' }));
        }),
      close: () => {
        closed += 1;
      },
    }),
  });
});

describe('a network that is opened', () => {
  test('is guessed at: its size from its file, its layer by shapes', async () => {
    await session.open([file]);
    expect(state()).toMatchObject({
      network: { name: 'net.json', kind: 'tfjs', layout: 'nhwc', pooled: 'mean' },
      ...{ side: 96, scaling: 'unit', layer: 'mean', trouble: null },
    });
    expect(state().network?.layers.map(({ name }) => name)).toEqual(['map', 'mean', 'says']);
  });

  test('is refused in words, and let go', async () => {
    opening = { kind: 'refused', reason: 'missing-files', names: ['a.bin', 'b.bin'] };
    await session.open([file]);
    expect(state()).toMatchObject({
      network: null,
      trouble: { kind: 'missing-files', detail: 'a.bin, b.bin' },
    });
    opening = { kind: 'opened', model: 'onnx', shape: [null, 784] };
    await session.open([file]);
    expect(state()).toMatchObject({
      network: null,
      trouble: { kind: 'not-pictures' },
      run: { kind: 'idle' },
    });
    expect(closed).toBe(2);
  });
});

describe('learning', () => {
  beforeEach(() => session.open([file]));
  const begun = async () => {
    const ended = session.learn(source);
    await until(() => expect(asked).not.toBeNull());
    return { ended, task: asked?.task as BackboneTask };
  };

  test('is of the photos as they are and as the page would protect them', async () => {
    session.change({
      scaling: 'custom',
      colours: { channels: 'bgr', mean: '0.5', std: '0.25' },
      layer: 'map',
    });
    const { ended, task } = await begun();
    const made = await b.keyveil.photoSetServices.imprintsOf(['cats', 'dogs']);
    const imprints = made.kind === 'made' ? made.imprints : [];
    expect(task.columns).toEqual([
      { column: 'clean', treatments: null },
      { column: 'chosen', treatments: imprints.map(one => treatmentFor(castPresets.standard, one)) },
    ]);
    expect(task.input).toMatchObject({
      side: 96,
      channels: 'bgr',
      mean: [0.5, 0.5, 0.5],
      std: [0.25, 0.25, 0.25],
    });
    expect(task).toMatchObject({ layer: 'map', dealt: { labels: ['cats', 'dogs'] } });
    finish(learnt(90, 60));
    await ended;
    const { found } = state();
    expect(found?.finding).toMatchObject({ layer: 'map', features: 64, model: { name: 'net.json' } });
    expect(found && backboneVerdict(found.finding)).toMatchObject({ judgement: 'part' });
  });

  test('is of every other preset too, where that is wanted', async () => {
    session.change({ presets: true });
    const { task } = await begun();
    // Standard is what is chosen.
    expect(task.columns.map(({ column }) => column)).toEqual(['clean', 'chosen', 'light', 'strong']);
    session.cancel();
  });

  test('can be cancelled, and leaves the network open', async () => {
    const { ended } = await begun();
    session.cancel();
    await ended;
    expect(state()).toMatchObject({
      run: { kind: 'idle' },
      found: null,
      trouble: null,
      network: { pooled: 'mean' },
    });
    expect(closed).toBe(0);
  });

  test('does not begin while numbers are none, nor without a key', async () => {
    session.change({ scaling: 'custom', colours: { channels: 'rgb', mean: 'x', std: '1' } });
    await session.learn(source);
    session.change({ colours: { channels: 'rgb', mean: '0', std: '1' } });
    b.keyveil.actions.setPassphrase('');
    await session.learn(source);
    expect(asked).toBeNull();
  });

  test('says what went wrong, and closes a network that was lost', async () => {
    const first = await begun();
    finish({ kind: 'failed', detail: 'shapes differ' });
    await first.ended;
    expect(state().trouble).toEqual({ kind: 'failed', detail: 'shapes differ' });
    asked = null;
    const second = await begun();
    finish(lostWorker);
    await second.ended;
    expect(state()).toMatchObject({ trouble: lostWorker, network: null });
  });

  test('makes a report for people, with the verdict first and no key in it', async () => {
    const { ended } = await begun();
    finish(learnt(90, 88));
    await ended;
    const { found } = state();
    if (!found) throw new Error('Nothing was found.');
    const origin = { when: 0, machine: 'a machine', commit: 'abc' };
    const report = backboneReportOf(found.finding, found.basis, backboneDealing, origin);
    const html = await backboneReportFile(report, 'html').blob.text();
    expect(html).toContain('Protection does not keep this network from learning.');
    expect(html).toContain('88 % (83–92)');
    expect(html).not.toContain('secret words');
  });
});
