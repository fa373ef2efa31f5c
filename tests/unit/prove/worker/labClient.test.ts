import { describe, expect, test } from 'vitest';
import { defaultExperiment, type LabPictures, type Pictures } from '../../../../src/prove/core/experiment.ts';
import { Lab } from '../../../../src/prove/lab/lab.ts';
import { type OpenLabPort, openLab } from '../../../../src/prove/worker/labClient.ts';
import type { LabProgress } from '../../../../src/prove/worker/labProtocol.ts';
import { wasmFiles } from '../../tfjs/wasmBackend.ts';
import { lostWorker, onThisThread } from '../../threads/onThisThread.ts';

const side = 8;
const set: Pictures = {
  side,
  pixels: Uint8Array.from({ length: 4 * side * side * 3 }, (_, i) => (i * 37) % 256),
  labelOf: [0, 1, 0, 1],
};
const pictures: LabPictures = {
  labels: ['a', 'b'],
  train: { clean: set, protected: set, common: set },
  test: { clean: set, own: set, other: set },
};
const experiment = { ...defaultExperiment, epochs: 2, batch: 4 };

/** A lab on this thread. */
function opened() {
  const lab = new Lab(wasmFiles);
  const api: ReturnType<OpenLabPort>['api'] = {
    start: async only => lab.start(only),
    give: async given => lab.give(given),
    run: async (asked, onProgress) => lab.run(asked, onProgress),
    pause: async () => lab.pause(),
    resume: async () => lab.resume(),
    stop: async () => lab.stop(),
    tensors: async () => lab.tensors(),
  };
  const state = {
    terminated: 0,
    api,
    ...onThisThread(
      () => api,
      () => void state.terminated++,
    ),
  };
  return state;
}

describe('a lab in a worker', () => {
  test('starts, trains, reports, and ends', async () => {
    const worker = opened();
    const lab = openLab(worker.open);
    expect(await lab.start('wasm')).toMatchObject({
      kind: 'started',
      machine: { backend: 'wasm', gpu: false },
    });
    await lab.give(pictures);
    const before = await lab.tensors();
    const seen: LabProgress[] = [];
    const outcome = await lab.run(experiment, progress => seen.push(progress));
    expect(outcome).toMatchObject({ kind: 'trained', result: { backend: 'wasm' } });
    expect(seen.map(({ step }) => step)).toEqual([1, 1, 2, 2, 2]);
    expect(await lab.tensors()).toBe(before);
    lab.close();
    expect(worker.terminated).toBe(1);
  });

  test('stops at once when asked, and lets the next run through', async () => {
    const lab = openLab(opened().open);
    await lab.start('wasm');
    await lab.give(pictures);
    expect(await lab.run({ ...experiment, epochs: 50 }, () => lab.stop())).toEqual({ kind: 'stopped' });
    expect((await lab.run(experiment, () => {})).kind).toBe('trained');
  });

  test('never rejects: a lost worker, and a mistake in it, are outcomes', async () => {
    const worker = opened();
    const lab = openLab(worker.open);
    await lab.start('wasm');
    expect(await lab.run(experiment, () => {})).toMatchObject({ kind: 'unexpected' });
    await lab.give(pictures);
    const running = lab.run({ ...experiment, epochs: 50 }, ({ step }) => {
      if (step === 1) worker.lose();
      else expect.unreachable('A report after the worker was lost.');
      void worker.api.stop();
    });
    expect(await running).toEqual(lostWorker);
    expect(await lab.run(experiment, () => {})).toEqual(lostWorker);
    expect(await lab.start('wasm')).toEqual(lostWorker);
    expect(await lab.tensors()).toBeNull();
    await lab.give(pictures);
  });

  test('closing ends a run as stopping does', async () => {
    const worker = opened();
    const lab = openLab(worker.open);
    await lab.start('wasm');
    await lab.give(pictures);
    const running = lab.run({ ...experiment, epochs: 50 }, () => {
      lab.close();
      void worker.api.stop();
    });
    expect(await running).toEqual({ kind: 'stopped' });
    expect(await lab.run(experiment, () => {})).toEqual({ kind: 'stopped' });
  });
});
