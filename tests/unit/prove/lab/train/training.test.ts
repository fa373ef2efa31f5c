import * as tf from '@tensorflow/tfjs-core';
import seedrandom from 'seedrandom';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  defaultExperiment,
  type Experiment,
  type LabPictures,
  type Pictures,
} from '../../../../../src/prove/core/experiment.ts';
import { Lab } from '../../../../../src/prove/lab/lab.ts';
import type { LabOutcome, LabProgress } from '../../../../../src/prove/lab/outcome.ts';
import { accuracyOf } from '../../../../../src/prove/lab/train/answers.ts';
import { drawnBatches } from '../../../../../src/prove/lab/train/batches.ts';
import { oneCycle } from '../../../../../src/prove/lab/train/schedule.ts';
import { until } from '../../../../fixtures/until.ts';
import { wasmFiles } from '../../../tfjs/wasmBackend.ts';

/** Small, so that the tests are quick. */
const side = 16;
const labels = ['a', 'b'];

/** Pictures with stripes that lie (label 0) or stand (label 1), or with noise alone. */
function pictures(count: number, kind: 'stripes' | 'noise', seed: string): Pictures {
  const random = seedrandom(seed);
  const pixels = new Uint8Array(count * side * side * 3);
  for (let i = 0; i < count; i++) {
    const phase = Math.floor(random() * 4);
    for (let at = 0; at < side * side; at++) {
      const [x, y] = [at % side, Math.floor(at / side)];
      const stripe = ((i % 2 === 0 ? y : x) + phase) % 4 < 2 ? 90 : 0;
      for (let c = 0; c < 3; c++) {
        const value = 40 + Math.floor(random() * 100) + (kind === 'stripes' ? stripe : 45);
        pixels[(i * side * side + at) * 3 + c] = value;
      }
    }
  }
  return { side, pixels, labelOf: Array.from({ length: count }, (_, i) => i % 2) };
}

/** Label and picture belong together in the clean ones alone. */
function given(train: number, tested: number): LabPictures {
  const clean = pictures(train, 'stripes', 'train');
  const noise = pictures(train, 'noise', 'noise');
  const test = pictures(tested, 'stripes', 'test');
  return {
    labels,
    train: { clean, protected: noise, common: noise },
    test: { clean: test, own: test, other: pictures(tested, 'noise', 'other') },
  };
}

const experiment: Experiment = {
  ...defaultExperiment,
  training: 'clean',
  epochs: 2,
  batch: 4,
  learningRate: 0.003,
  seed: 'test',
};

const ignore = () => {};

let lab = new Lab(wasmFiles);

beforeAll(async () => {
  expect(await lab.start('wasm')).toEqual({ backend: 'wasm', trials: [], gpu: false });
});

beforeEach(() => lab.give(given(8, 4)));

/** Without what the clock says. */
function repeatable(outcome: LabOutcome): unknown {
  if (outcome.kind !== 'trained') return outcome;
  const { seconds, history, ...result } = outcome.result;
  expect(seconds).toBeGreaterThan(0);
  return { ...result, history: history.map(epoch => ({ ...epoch, seconds: 0 })) };
}

describe('a run', () => {
  test('learns what can be learnt, and says so of each epoch and of all test photos', async () => {
    lab.give(given(48, 40));
    const seen: LabProgress[] = [];
    const outcome = await lab.run({ ...experiment, epochs: 6, batch: 8 }, progress => seen.push(progress));
    if (outcome.kind !== 'trained') throw new Error(outcome.kind);
    const { result } = outcome;
    expect(accuracyOf(result.clean)).toBeGreaterThan(0.95);
    expect(accuracyOf(result.own)).toBe(accuracyOf(result.clean));
    expect(accuracyOf(result.other)).toBeLessThan(0.95);
    expect(result.clean.confusion.map(row => row.reduce((sum, n) => sum + n, 0))).toEqual([20, 20]);
    expect(result.backend).toBe('wasm');
    expect(result.parameters).toBe(140_514);
    expect(result.history.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(result.history.at(-1)?.testAccuracy).toBe(accuracyOf(result.clean));
    expect(result.history.at(-1)?.loss).toBeLessThan(result.history[0]?.loss ?? 0);
    expect(seen.flatMap(({ ended }) => ended)).toEqual(result.history);
    expect(seen.at(-1)).toEqual({ step: 36, steps: 36, ended: [], stage: 'testing' });
  });

  test('learns nothing of clean photos from pictures that show nothing of them', async () => {
    lab.give(given(48, 40));
    const outcome = await lab.run({ ...experiment, training: 'protected', epochs: 3, batch: 8 }, ignore);
    if (outcome.kind !== 'trained') throw new Error(outcome.kind);
    expect(accuracyOf(outcome.result.clean)).toBeLessThan(0.9);
  });

  test('comes to the same with the same seed, to the last bit, and to another with another', async () => {
    const first = repeatable(await lab.run(experiment, ignore));
    const again = repeatable(await lab.run(experiment, ignore));
    const other = repeatable(await lab.run({ ...experiment, seed: 'other' }, ignore));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test('leaves no tensor behind, ten times over, however it ends', async () => {
    const before = lab.tensors();
    for (const epochs of [1, 2, 1, 1, 1, 1]) {
      expect((await lab.run({ ...experiment, epochs }, ignore)).kind).toBe('trained');
      expect(lab.tensors()).toBe(before);
    }
    const tuning = { kind: 'fine-tuning', share: 0.5, epochs: 1, frozen: true } as const;
    const attack = { kind: 'adversarial', norm: 'linf', radius: 0.03, steps: 2 } as const;
    for (const regime of [tuning, attack]) {
      expect((await lab.run({ ...experiment, regime, epochs: 1 }, ignore)).kind).toBe('trained');
      expect(lab.tensors()).toBe(before);
    }
    expect((await lab.run(experiment, () => lab.stop())).kind).toBe('stopped');
    expect((await lab.run({ ...experiment, learningRate: 1e30 }, ignore)).kind).toBe('diverged');
    expect(lab.tensors()).toBe(before);
  });

  test('pretrains on a part of the clean photos, and then learns from the others', async () => {
    lab.give(given(48, 40));
    const regime = { kind: 'fine-tuning', share: 0.5, epochs: 8, frozen: true } as const;
    const seen: LabProgress[] = [];
    const outcome = await lab.run(
      { ...experiment, regime, training: 'clean', epochs: 4, batch: 4 },
      progress => seen.push(progress),
    );
    if (outcome.kind !== 'trained') throw new Error(outcome.kind);
    // 24 photos make 6 steps an epoch.
    expect(seen.filter(({ stage }) => stage === 'pretraining')).toHaveLength(8 * 6);
    expect(seen.at(-1)).toMatchObject({ step: 12 * 6, steps: 12 * 6 });
    expect(outcome.result.history).toHaveLength(4);
    // What was learnt first is there from the first epoch on: the layers below learn no more.
    expect(outcome.result.history[0]?.testAccuracy).toBeGreaterThan(0.9);
  });

  test('waits while it is paused, and can be stopped then', async () => {
    const steps: number[] = [];
    const running = lab.run({ ...experiment, epochs: 20 }, ({ step }) => {
      steps.push(step);
      if (step === 2) lab.pause();
      if (step === 4) lab.pause();
    });
    // A run that was not held would take its next step in one of these turns.
    const heldAt = async (step: number) => {
      await until(() => expect(steps).toContain(step));
      for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
      expect(steps.at(-1)).toBe(step);
    };
    await heldAt(2);
    lab.resume();
    await heldAt(4);
    lab.stop();
    expect(await running).toEqual({ kind: 'stopped' });
    expect(steps.at(-1)).toBe(4);
  });

  test('is done one at a time, with pictures', async () => {
    const running = lab.run(experiment, ignore);
    await expect(lab.run(experiment, ignore)).rejects.toThrow('one run at a time');
    lab.stop();
    await running;
    lab = new Lab(wasmFiles);
    await expect(lab.run(experiment, ignore)).rejects.toThrow('no pictures');
  });

  test('says when there was no memory', async () => {
    const { wasm } = tf.backend() as unknown as { readonly wasm: { _malloc(bytes: number): number } };
    const allocate = wasm._malloc;
    const before = lab.tensors();
    let left = 2000;
    wasm._malloc = bytes => {
      // As Emscripten's does when memory cannot grow; the guard that we put around it is below this one's place.
      if (--left < 0) throw new RangeError('Out of memory');
      return allocate(bytes);
    };
    try {
      expect(await lab.run(experiment, ignore)).toEqual({ kind: 'out-of-memory' });
    } finally {
      wasm._malloc = allocate;
    }
    expect(lab.tensors()).toBe(before);
  });
});

describe('batches', () => {
  test('hold every picture once, in an order of their own, and none is much smaller than the others', () => {
    for (const [count, size] of [
      [800, 32],
      [33, 32],
      [5, 32],
      [1, 4],
      [47, 10],
    ] as const) {
      const batches = drawnBatches(count, size, seedrandom('batches'));
      const places = batches.flat();
      expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      const sizes = batches.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
    expect(drawnBatches(50, 10, seedrandom('1'))).not.toEqual(drawnBatches(50, 10, seedrandom('2')));
  });
});

test('the learning rate rises for a quarter of the steps, and falls to next to nothing', () => {
  const rates = Array.from({ length: 100 }, (_, step) => oneCycle(step, 100));
  const highest = Math.max(...rates);
  expect(rates.indexOf(highest)).toBeGreaterThanOrEqual(24);
  expect(rates.indexOf(highest)).toBeLessThanOrEqual(25);
  expect(highest).toBeCloseTo(1, 2);
  expect(rates[0]).toBeLessThan(0.1);
  expect(rates.at(-1)).toBeLessThan(0.001);
  expect(oneCycle(0, 1)).toBeGreaterThan(0.1);
});
