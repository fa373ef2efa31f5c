import { expect } from 'vitest';
import type { Broken } from '../../../src/core/faults/failure.ts';
import type { Experiment, LabPictures, Pictures, RunResult } from '../../../src/prove/core/experiment.ts';
import type { LabLane, LabMachine, LabServices } from '../../../src/prove/state/labServices.ts';
import { createLabSession, type LabSession } from '../../../src/prove/state/labSession.ts';
import type { Source } from '../../../src/prove/state/proveSession.ts';
import type { LabStart } from '../../../src/prove/worker/labClient.ts';
import type { LabOutcome, LabProgress } from '../../../src/prove/worker/labProtocol.ts';
import type { PicturesOutcome, PicturesTask } from '../../../src/prove/worker/picturesClient.ts';
import { createKeyveil, type Keyveil } from '../../../src/state/createKeyveil.ts';
import { until } from '../../fixtures/until.ts';
import { fakeServices } from '../state/fakeServices.ts';
import { lostWorker } from '../threads/onThisThread.ts';

/**
 * The training lab with its page, keys and filters as they are, and in place of the workers lanes that note what they
 * are asked and end a run when the test says how.
 */

type Ending = LabOutcome | Broken;

class ScriptedLane implements LabLane {
  readonly calls: string[] = [];
  given: LabPictures | null = null;
  /** The run that it is at. */
  at: {
    readonly experiment: Experiment;
    tell(progress: Partial<LabProgress>): void;
    end(how: Ending): void;
  } | null = null;
  readonly #machine: LabMachine | null;

  constructor(machine: LabMachine | null) {
    this.#machine = machine;
  }

  async start(only: string | null): Promise<LabStart> {
    this.calls.push(`start ${only}`);
    return this.#machine ? { kind: 'started', machine: this.#machine } : lostWorker;
  }
  async give(pictures: LabPictures): Promise<void> {
    this.calls.push('give');
    this.given = pictures;
  }
  run(experiment: Experiment, onProgress: (progress: LabProgress) => void): Promise<Ending> {
    this.calls.push(`run ${experiment.training}`);
    return new Promise(resolve => {
      this.at = {
        experiment,
        tell: progress => onProgress({ step: 0, steps: 10, ended: [], stage: 'training', ...progress }),
        end: how => {
          this.at = null;
          resolve(how);
        },
      };
    });
  }
  pause(): void {
    this.calls.push('pause');
  }
  resume(): void {
    this.calls.push('resume');
  }
  stop(): void {
    this.calls.push('stop');
  }
  close(): void {
    this.calls.push('close');
  }
}

export const wasm: LabMachine = {
  backend: 'wasm',
  gpu: false,
  trials: [
    { backend: 'wasm', milliseconds: 60 },
    { backend: 'cpu', milliseconds: 900 },
  ],
};
export const webgpu: LabMachine = {
  backend: 'webgpu',
  gpu: true,
  trials: [{ backend: 'webgpu', milliseconds: 8 }],
};

/** What a run of these came to, with `right` of the 20 clean test photos right. */
export function resultWith(right: number): RunResult {
  const answers = (hits: number) => ({
    confusion: [
      [hits / 2, 10 - hits / 2],
      [10 - hits / 2, hits / 2],
    ],
  });
  return {
    history: [{ epoch: 1, loss: 0.7, trainAccuracy: 0.6, testAccuracy: right / 20, seconds: 1 }],
    clean: answers(right),
    own: answers(20),
    other: answers(0),
    backend: 'wasm',
    parameters: 141_034,
    seconds: 2,
  };
}

function picturesOf({ dealt, pictures }: PicturesTask): LabPictures {
  const of = (photos: readonly { readonly label: number }[]): Pictures => ({
    side: pictures.side,
    pixels: new Uint8Array(photos.length * pictures.side ** 2 * 3),
    labelOf: photos.map(({ label }) => label),
  });
  const [train, test] = [of(dealt.train), of(dealt.test)];
  return {
    labels: dealt.labels,
    train: { clean: train, protected: train, common: train },
    test: { clean: test, own: test, other: test },
  };
}

export interface LabBench {
  readonly keyveil: Keyveil;
  readonly lab: LabSession;
  readonly lanes: ScriptedLane[];
  /** Every time that pictures were asked for. */
  readonly tasks: PicturesTask[];
  machine: LabMachine | null;
  /** Moves by hand, ms. */
  time: number;
  pictures: (task: PicturesTask, signal: AbortSignal) => Promise<PicturesOutcome>;
  states(): readonly string[];
  /** The lanes that are at a run. */
  busy(): readonly ScriptedLane[];
  key(passphrase: string): Promise<void>;
}

export function labBench(): LabBench {
  const keyveil = createKeyveil(fakeServices());
  keyveil.actions.setDataset('photos of these tests');
  const [lanes, tasks]: [ScriptedLane[], PicturesTask[]] = [[], []];
  const labServices: LabServices = {
    openLane: () => {
      const lane = new ScriptedLane(b.machine);
      lanes.push(lane);
      return lane;
    },
    makePictures: (task, signal, onProgress) => {
      tasks.push(task);
      onProgress({ done: 0, total: task.files.length });
      return b.pictures(task, signal);
    },
    cores: 2,
    now: () => b.time,
  };
  const lab = createLabSession(keyveil.store, keyveil.photoSetServices, labServices);
  const b: LabBench = {
    keyveil,
    lab,
    lanes,
    tasks,
    machine: wasm,
    time: 0,
    pictures: async task => ({ kind: 'made', pictures: picturesOf(task), failed: 0 }),
    states: () =>
      lab.store.getState().runs.map(({ experiment, state }) => `${experiment.training} ${state.kind}`),
    busy: () => lanes.filter(({ at }) => at !== null),
    key: async passphrase => {
      keyveil.actions.setPassphrase(passphrase);
      // As Enter does it: without waiting for more to be typed.
      keyveil.actions.deriveKey();
      keyveil.actions.wantWeakKey(true);
      await until(() => expect(keyveil.store.getState().key.kind).toBe('ready'));
    },
  };
  return b;
}

/** A dropped set: `each` photos of each label. */
export function setOf(labels: readonly string[], each: number): Source {
  const photos = labels.flatMap(label =>
    Array.from({ length: each }, (_, i) => ({
      file: new File([`${label} ${i}`], `${i}.png`),
      label,
      shortSide: 64,
    })),
  );
  return { kind: 'dropped', name: 'set', photos };
}
