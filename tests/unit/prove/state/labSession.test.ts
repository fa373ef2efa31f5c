import '../../../../src/locales/later.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { castPresets } from '../../../../src/core/settings.ts';
import { readReport } from '../../../../src/prove/core/labReport.ts';
import { secondsFor } from '../../../../src/prove/state/labEstimate.ts';
import { defaultSetup } from '../../../../src/prove/state/labModel.ts';
import { isOfNow } from '../../../../src/prove/state/labPictures.ts';
import { lanesFor, Pace } from '../../../../src/prove/state/labQueue.ts';
import { reportFile, reportKinds, reportOf } from '../../../../src/prove/state/labReports.ts';
import { labBasisOf } from '../../../../src/prove/state/labSession.ts';
import { until } from '../../../fixtures/until.ts';
import { lostWorker } from '../../threads/onThisThread.ts';
import { type LabBench, labBench, resultWith, setOf, wasm, webgpu } from '../labBench.ts';

let b: LabBench;
const source = setOf(['cats', 'dogs'], 10);
const trained = (right: number) => ({ kind: 'trained', result: resultWith(right) }) as const;
const runs = () => b.lab.store.getState().runs;
const idOf = (at: number) => runs()[at]?.id ?? -1;
/** Presses the button and waits for so many runs to go on. */
async function train(going: number): Promise<void> {
  expect(b.lab.train(source)).toBe(true);
  await until(() => expect(b.busy()).toHaveLength(going));
}

beforeEach(async () => {
  b = labBench();
  await b.key('secret words');
});

describe('a press on the button', () => {
  test('trains on clean and on protected photos, side by side, on the same pictures', async () => {
    await train(2);
    expect(b.states()).toEqual(['clean training', 'protected training']);
    const [first, second] = b.lanes;
    // The first measures; the second is told what came of it.
    expect(first?.calls).toEqual(['start null', 'give', 'run clean']);
    expect(second?.calls).toEqual(['start wasm', 'give', 'run protected']);
    expect(first?.given).toBe(second?.given);
    expect(b.tasks).toHaveLength(1);
    first?.at?.end(trained(16));
    second?.at?.end(trained(10));
    await until(() => expect(b.states()).toEqual(['clean done', 'protected done']));
    expect(runs().map(({ state }) => state.kind === 'done' && state.result.clean.confusion[0]?.[0])).toEqual([
      8, 5,
    ]);
    // With nothing left to do, workers are closed.
    for (const lane of b.lanes) expect(lane.calls.at(-1)).toBe('close');
  });

  test('gives each label the filter that the page would give it', async () => {
    await train(2);
    const [task] = b.tasks;
    const made = await b.keyveil.photoSetServices.imprintsOf(['cats', 'dogs']);
    const imprints = made.kind === 'made' ? made.imprints : [];
    expect(imprints).toHaveLength(2);
    expect(task?.dealt.labels).toEqual(['cats', 'dogs']);
    expect(task?.imprints).toEqual(imprints);
    expect(imprints[0]).not.toEqual(imprints[1]);
    expect(task?.settings).toEqual(b.keyveil.store.getState().settings);
    expect(b.lab.store.getState().series[0]?.made).toMatchObject({
      counts: { labels: ['cats', 'dogs'], train: [8, 8], test: [2, 2] },
    });
  });

  test('adds the control with one common filter when it is asked for', async () => {
    b.lab.change({ common: true });
    await train(2);
    expect(b.states()).toEqual(['clean training', 'protected training', 'common waiting']);
    b.busy()[0]?.at?.end(trained(16));
    await until(() => expect(b.states()).toEqual(['clean done', 'protected training', 'common training']));
    // The lane that became free has the pictures already.
    expect(b.lanes).toHaveLength(2);
    expect(b.lanes[0]?.calls.filter(call => call === 'give')).toHaveLength(1);
  });

  test('does nothing without a key', () => {
    b.keyveil.actions.setPassphrase('');
    expect(b.lab.train(source)).toBe(false);
    expect(runs()).toEqual([]);
  });

  test('on a GPU one run goes on at a time', async () => {
    b.machine = webgpu;
    await train(1);
    expect(b.states()).toEqual(['clean training', 'protected waiting']);
    b.busy()[0]?.at?.end(trained(16));
    await until(() => expect(b.states()).toEqual(['clean done', 'protected training']));
    expect(b.lanes).toHaveLength(1);
  });
});

describe('several presses', () => {
  test('runs that differ in training alone share their pictures; another size has its own', async () => {
    await train(2);
    b.lab.change({ experiment: { ...defaultSetup.experiment, regime: { kind: 'grayscale' } } });
    b.lab.train(source);
    b.lab.change({ pictures: { ...defaultSetup.pictures, side: 64 } });
    b.lab.train(source);
    expect(runs()).toHaveLength(6);
    for (let i = 0; i < 6; i++) {
      await until(() => expect(b.busy().length).toBeGreaterThan(0));
      b.busy()[0]?.at?.end(trained(10));
      await until(() => expect(b.states().filter(state => state.endsWith('done'))).toHaveLength(i + 1));
    }
    expect(b.tasks.map(({ pictures }) => pictures.side)).toEqual([32, 64]);
    expect(b.lab.store.getState().series.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(runs()[2]?.experiment.regime.kind).toBe('grayscale');
  });

  test('later presses use the machine that was measured', async () => {
    await train(2);
    for (const lane of b.busy()) lane.at?.end(trained(10));
    await until(() => expect(b.states()).toEqual(['clean done', 'protected done']));
    await train(2);
    expect(b.lanes.slice(2).map(({ calls }) => calls[0])).toEqual(['start wasm', 'start wasm']);
    // The pictures are still there.
    expect(b.tasks).toHaveLength(1);
  });
});

describe('progress', () => {
  test('epochs gather as they end, and time left is told', async () => {
    await train(2);
    const epoch = { epoch: 1, loss: 2, trainAccuracy: 0.2, testAccuracy: 0.3, seconds: 5 };
    const [lane] = b.busy();
    b.time = 1000;
    lane?.at?.tell({ step: 1, steps: 11 });
    b.time = 3000;
    lane?.at?.tell({ step: 3, steps: 11, ended: [epoch] });
    expect(runs()[0]?.history).toEqual([epoch]);
    // Two steps took two seconds, and eight are left.
    expect(runs()[0]?.state).toMatchObject({ step: 3, steps: 11, secondsLeft: 8 });
    b.time = 3010;
    lane?.at?.tell({ step: 4, steps: 11, ended: [{ ...epoch, epoch: 2 }] });
    expect(runs()[0]?.history.map(one => one.epoch)).toEqual([1, 2]);
  });

  test('pauses do not count', () => {
    const pace = new Pace();
    expect(pace.secondsLeft(0, 10, 0)).toBeNull();
    expect(pace.secondsLeft(1, 10, 1000)).toBeNull();
    pace.pause(2000);
    pace.resume(62_000);
    expect(pace.secondsLeft(3, 10, 63_000)).toBe(7);
  });
});

describe('holding and ending', () => {
  test('a run is paused and goes on', async () => {
    await train(2);
    b.lab.pause(idOf(0));
    expect(runs()[0]?.state).toMatchObject({ kind: 'training', paused: true });
    expect(runs()[1]?.state).toMatchObject({ paused: false });
    b.lab.resume(idOf(0));
    expect(b.lanes[0]?.calls.slice(-2)).toEqual(['pause', 'resume']);
    expect(runs()[0]?.state).toMatchObject({ paused: false });
  });

  test('a paused run that is stopped is let go on to its end', async () => {
    await train(2);
    b.lab.pause(idOf(1));
    b.lab.stop(idOf(1));
    expect(b.states()[1]).toBe('protected stopping');
    expect(b.lanes[1]?.calls.slice(-2)).toEqual(['stop', 'resume']);
    b.lanes[1]?.at?.end({ kind: 'stopped' });
    await until(() => expect(b.states()[1]).toBe('protected stopped'));
    expect(b.states()[0]).toBe('clean training');
  });

  test('while all is paused nothing begins', async () => {
    b.lab.change({ common: true });
    await train(2);
    b.lab.pauseAll();
    b.busy()[0]?.at?.end(trained(10));
    await until(() => expect(b.states()[0]).toBe('clean done'));
    expect(b.states()[2]).toBe('common waiting');
    b.lab.resumeAll();
    await until(() => expect(b.states()[2]).toBe('common training'));
    expect(runs()[1]?.state).toMatchObject({ paused: false });
  });

  test('a press after a paused queue was stopped begins at once', async () => {
    await train(2);
    b.lab.pauseAll();
    for (const at of [0, 1]) b.lab.stop(idOf(at));
    for (const lane of b.busy()) lane.at?.end({ kind: 'stopped' });
    await until(() => expect(b.states()).toEqual(['clean stopped', 'protected stopped']));
    await train(2);
    expect(b.lab.store.getState().held).toBe(false);
  });

  test('what was being prepared when all was paused begins paused', async () => {
    let made: (() => void) | null = null;
    const { pictures } = b;
    b.pictures = (task, signal) =>
      new Promise(resolve => {
        made = () => resolve(pictures(task, signal));
      });
    b.lab.train(source);
    // The state comes before they are asked for: imprints are drawn first.
    await until(() => expect(made).not.toBeNull());
    expect(b.states()).toEqual(['clean pictures', 'protected pictures']);
    b.lab.pauseAll();
    (made as (() => void) | null)?.();
    await until(() => expect(b.busy()).toHaveLength(2));
    expect(runs().map(({ state }) => state.kind === 'training' && state.paused)).toEqual([true, true]);
    for (const { calls } of b.lanes)
      expect(calls.slice(-2)).toEqual([expect.stringMatching(/^run/), 'pause']);
  });

  test('stopping all ends what goes on and what waits', async () => {
    b.lab.change({ common: true });
    await train(2);
    b.lab.stopAll();
    expect(b.states()).toEqual(['clean stopping', 'protected stopping', 'common stopped']);
    for (const lane of b.busy()) lane.at?.end({ kind: 'stopped' });
    await until(() => expect(b.states()).toEqual(['clean stopped', 'protected stopped', 'common stopped']));
    b.lab.removeEnded();
    expect(b.lab.store.getState()).toMatchObject({ runs: [], series: [] });
  });

  test('pictures that nobody waits for any more are not made to their end', async () => {
    let signal: AbortSignal | null = null;
    b.pictures = (_, given) => {
      signal = given;
      return new Promise(resolve =>
        given.addEventListener('abort', () => resolve({ kind: 'cancelled' }), { once: true }),
      );
    };
    b.lab.train(source);
    await until(() => expect(b.states()).toEqual(['clean pictures', 'protected pictures']));
    const aborted = () => (signal as AbortSignal | null)?.aborted;
    b.lab.stop(idOf(0));
    await until(() => expect(b.states()[0]).toBe('clean stopped'));
    expect(aborted()).toBe(false);
    b.lab.stop(idOf(1));
    expect(aborted()).toBe(true);
    await until(() => expect(b.states()[1]).toBe('protected stopped'));
  });

  test('what has ended or not begun can be removed, what goes on cannot', async () => {
    b.lab.change({ common: true });
    await train(2);
    b.lab.remove(idOf(0));
    b.lab.remove(idOf(2));
    expect(b.states()).toEqual(['clean training', 'protected training']);
  });
});

describe('what can go wrong', () => {
  test('a lost worker fails its run, and another takes its place', async () => {
    b.lab.change({ common: true });
    await train(2);
    b.lanes[0]?.at?.end(lostWorker);
    await until(() => expect(b.states()).toEqual(['clean failed', 'protected training', 'common training']));
    expect(b.lanes).toHaveLength(3);
    expect(b.lanes[0]?.calls.at(-1)).toBe('close');
    expect(runs()[0]?.state).toMatchObject({ failure: { why: 'training-broken', broken: lostWorker } });
  });

  test('training that goes astray says in which epoch', async () => {
    await train(2);
    b.lanes[1]?.at?.end({ kind: 'diverged', epoch: 3 });
    await until(() =>
      expect(runs()[1]?.state).toEqual({ kind: 'failed', failure: { why: 'diverged', epoch: 3 } }),
    );
  });

  test('a machine that cannot train at all fails every run, and can be asked again', async () => {
    b.machine = null;
    b.lab.train(source);
    await until(() => expect(b.states()).toEqual(['clean failed', 'protected failed']));
    expect(b.lab.store.getState().machine.kind).toBe('not-yet');
    b.machine = wasm;
    await train(2);
  });

  test('unreadable photos and lost picture workers are told apart, and tried anew', async () => {
    b.pictures = async () => ({ kind: 'too-few', labels: ['cats'], failed: 9 });
    b.lab.train(source);
    await until(() => expect(b.states()).toEqual(['clean failed', 'protected failed']));
    expect(runs()[0]?.state).toMatchObject({ failure: { why: 'too-few', photos: 9, labels: ['cats'] } });
    b.pictures = async () => lostWorker;
    b.lab.train(source);
    const failure = { why: 'pictures-broken', broken: lostWorker };
    await until(() => expect(runs()[3]?.state).toMatchObject({ failure }));
  });

  test('a key that is taken away before the pictures are made is never replaced by another', async () => {
    b.lab.train(source);
    b.keyveil.actions.setPassphrase('');
    await until(() => expect(b.states()).toEqual(['clean failed', 'protected failed']));
    expect(runs()[0]?.state).toMatchObject({ failure: { why: 'no-key' } });
    expect(b.tasks).toEqual([]);
  });
});

describe('the report', () => {
  const report = () => {
    const { series, runs: all } = b.lab.store.getState();
    const [one] = series;
    if (!one) throw new Error('no series');
    const origin = { when: Date.UTC(2026, 0, 2), machine: 'a browser; 2 cores', commit: null };
    return reportOf([one], all, origin);
  };

  test('is there once a run has ended, and holds every run that did', async () => {
    b.lab.change({ common: true });
    await train(2);
    expect(report()).toBeNull();
    b.lanes[0]?.at?.end(trained(16));
    b.lanes[1]?.at?.end({ kind: 'diverged', epoch: 3 });
    await until(() => expect(b.states()[2]).toBe('common training'));
    expect(report()?.runs.map(({ experiment, end }) => [experiment.training, end.kind])).toEqual([
      ['clean', 'trained'],
      ['protected', 'diverged'],
    ]);
    b.busy()[0]?.at?.end({ kind: 'out-of-memory' });
    await until(() => expect(b.states()[2]).toBe('common failed'));
    const whole = report();
    if (!whole) throw new Error('no report');
    expect(whole).toMatchObject({
      when: '2026-01-02T00:00:00.000Z',
      backend: 'wasm',
      counts: { train: [8, 8], test: [2, 2] },
      settings: castPresets.standard,
    });
    const { name, blob } = reportFile(whole, 'json', 'my: photos');
    expect(name).toBe('my_ photos.lab.json');
    expect(readReport(await blob.text())).toEqual({ kind: 'read', value: whole });
  });

  test('says nothing of files or key in any of its forms', async () => {
    await train(2);
    for (const lane of b.busy()) lane.at?.end(trained(16));
    await until(() => expect(b.states()).toEqual(['clean done', 'protected done']));
    const made = report();
    const { key } = b.keyveil.store.getState();
    if (!made || key.kind !== 'ready') throw new Error('no report');
    for (const kind of reportKinds) {
      const text = await reportFile(made, kind, 'photos').blob.text();
      expect(text).toContain('protected');
      expect(text).not.toMatch(/secret words|\d\.png/);
      expect(text).not.toContain(key.keyCheck);
    }
  });
});

describe('what results stand for', () => {
  test('another key, set or strength makes them out of date; in small, the veil size does not', async () => {
    const of = (given = source) => labBasisOf(b.keyveil.store.getState(), given);
    await train(2);
    const [series] = b.lab.store.getState().series;
    if (!series) throw new Error('no series');
    expect(isOfNow(series, of())).toBe(true);
    expect(isOfNow(series, of(setOf(['cats', 'dogs'], 10)))).toBe(false);
    b.keyveil.actions.setSettings({ ...castPresets.standard, veilSize: 64 });
    expect(isOfNow(series, of())).toBe(true);
    const real = { ...series, pictures: { ...series.pictures, protectedAt: 'real' } as const };
    expect(isOfNow(real, of())).toBe(false);
    b.keyveil.actions.setSettings(castPresets.light);
    expect(isOfNow(series, of())).toBe(false);
    b.keyveil.actions.setSettings(castPresets.standard);
    await b.key('other words');
    expect(isOfNow(series, of())).toBe(false);
    // Without a key nothing else can be made, so they stand.
    b.keyveil.actions.setPassphrase('');
    expect(isOfNow(series, of())).toBe(true);
  });
});

describe('how long it takes', () => {
  const counts = { labels: ['a', 'b'], train: [400, 400], test: [100, 100] };
  const machine = { kind: 'measured', machine: wasm } as const;
  const plain = { ...defaultSetup.experiment, epochs: 20, batch: 32 };
  const seconds = (changes: Partial<typeof plain>, cores = 2) =>
    secondsFor(machine, { ...defaultSetup, experiment: { ...plain, ...changes } }, counts, cores);

  test('follows from the measured step', () => {
    // 25 steps of 60 ms an epoch, 20 epochs, two runs side by side; and what else there is to do.
    expect(seconds({})).toBeCloseTo(1.4 * 30, 6);
    expect(seconds({}, 1)).toBeCloseTo(1.4 * 60, 6);
    expect(seconds({ model: 'resnet-18' })).toBeGreaterThan(400);
    const attacked = { kind: 'adversarial', norm: 'linf', radius: 0.01, steps: 4 } as const;
    expect(seconds({ regime: attacked })).toBeCloseTo(1.4 * 150, 6);
    expect(secondsFor({ kind: 'not-yet' }, defaultSetup, counts, 2)).toBeNull();
  });

  test('a GPU is one lane, and so is a machine that is not known', () => {
    expect(lanesFor(machine, 8)).toBe(2);
    expect(lanesFor(machine, 1)).toBe(1);
    expect(lanesFor({ kind: 'measured', machine: webgpu }, 8)).toBe(1);
    expect(lanesFor({ kind: 'not-yet' }, 8)).toBe(1);
  });
});
