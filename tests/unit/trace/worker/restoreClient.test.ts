import { describe, expect, it } from 'vitest';
import type { LabelImprint } from '../../../../src/core/imprint.ts';
import type { Receipt } from '../../../../src/core/receipt.ts';
import { WorkerLost } from '../../../../src/threads/workerLost.ts';
import { planRestore } from '../../../../src/trace/core/restorePlan.ts';
import type { RestoreRequest, SolvedTile } from '../../../../src/trace/pipeline/restorePhoto.ts';
import {
  type OpenRestorePort,
  type RestoreOutcome,
  type RestorePort,
  type RestoreTask,
  restorePhoto,
  restorePhotos,
} from '../../../../src/trace/worker/restoreClient.ts';
import { lostWorker } from '../../threads/onThisThread.ts';

const digest = 'a'.repeat(64);
const filter = { size: 3, weights: [0, 0, 0, 0, 1, 0, 0, 0, 0] };
const filters: readonly LabelImprint[] = [{ label: 'cats', filter, cast: null }];
const receipt: Receipt = {
  dataset: 'set',
  keyCheck: '0'.repeat(16),
  commitment: '0'.repeat(64),
  settings: { method: 'cuda', kernelSize: 3, strength: 0.3 },
  labels: ['cats', 'dogs'],
  files: [
    {
      path: 'cats/1.png',
      sha256: digest,
      sourceSha256: 'b'.repeat(64),
      source: '1.png',
      label: 'cats',
      width: 30,
      height: 20,
      peak: 300,
    },
  ],
};
const task: RestoreTask = {
  file: new Blob(['photo']),
  receipt,
  filters,
  given: null,
  original: null,
  previewSide: 100,
};
const bitmap = { width: 1, height: 1, close() {} };
const never = new AbortController().signal;

describe('how a file is undone', () => {
  it('is as the receipt lists it, whatever is said', () => {
    expect(planRestore(receipt, filters, digest, { label: 'dogs' })).toEqual({
      kind: 'planned',
      cast: null,
      label: 'cats',
      filter,
      peak: 300,
      expected: { width: 30, height: 20 },
    });
  });

  it('is as it was said where the receipt does not list it', () => {
    const other = 'c'.repeat(64);
    expect(planRestore(receipt, filters, other, null)).toEqual({ kind: 'not-listed' });
    expect(planRestore(receipt, filters, other, { label: 'dogs' })).toEqual({
      kind: 'unknown-label',
      label: 'dogs',
    });
    const planned = { kind: 'planned', label: 'cats', filter, cast: null, expected: null };
    expect(planRestore(receipt, filters, other, { label: 'cats' })).toEqual({ ...planned, peak: null });
    expect(planRestore(receipt, filters, other, { label: 'cats', peak: 5 })).toEqual({ ...planned, peak: 5 });
  });
});

interface Watched {
  readonly solved: number[];
  readonly requests: RestoreRequest[];
  finished: readonly SolvedTile[];
}

/** Workers on this thread that note what they are asked for, and take a moment for each piece. */
function workers(pieces: number, change: Partial<RestorePort['api']> = {}) {
  const all: Watched[] = [];
  let open = 0;
  const lose: (() => void)[] = [];
  const openPort: OpenRestorePort = onLost => {
    const me: Watched = { solved: [], requests: [], finished: [] };
    all.push(me);
    lose.push(() => onLost(new WorkerLost('crashed')));
    open++;
    const tile = (x: number): SolvedTile => ({
      part: { x, y: 0, width: 1, height: 1 },
      data: new Uint8ClampedArray(4),
    });
    const api: RestorePort['api'] = {
      digest: async () => digest,
      open: async request => {
        me.requests.push(request);
        return { kind: 'opened', width: 30, height: 20, pieces };
      },
      solve: async from => {
        await new Promise(resolve => setTimeout(resolve, 2));
        me.solved.push(from);
      },
      handOver: async () => me.solved.map(tile),
      finish: async others => {
        me.finished = others;
        return {
          kind: 'restored',
          width: 30,
          height: 20,
          bytes: new Uint8Array(3),
          before: bitmap,
          after: bitmap,
          psnr: null,
        };
      },
      ...change,
    };
    return { api, terminate: () => void open-- };
  };
  return { all, openPort, stillOpen: () => open, lose };
}

describe('the façade of restoring', () => {
  it('shares one photo between its workers, solves every piece once, and ends them', async () => {
    const { all, openPort, stillOpen } = workers(7);
    const told: number[] = [];
    const outcome = await restorePhoto(task, never, done => told.push(done), openPort, 2);
    expect(outcome).toMatchObject({ kind: 'restored', label: 'cats', width: 30, height: 20 });
    expect(all).toHaveLength(2);
    const [first, second] = all;
    expect([...(first?.solved ?? []), ...(second?.solved ?? [])].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(second?.solved.length).toBeGreaterThan(1);
    expect(first?.finished.map(({ part }) => part.x)).toEqual(second?.solved);
    expect(first?.requests[0]).toMatchObject({
      treatment: { method: 'cuda', filter },
      peak: 300,
      expected: { width: 30, height: 20 },
      output: { format: 'image/png' },
    });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    expect(stillOpen()).toBe(0);
  });

  it('opens no worker that has nothing to do', async () => {
    const { all, openPort } = workers(1);
    await restorePhoto(task, never, () => {}, openPort, 4);
    expect(all).toHaveLength(1);
  });

  it('is cancelled at once, and ends its workers', async () => {
    const abort = new AbortController();
    const { openPort, stillOpen } = workers(3, { solve: () => new Promise(() => {}) });
    const told: number[] = [];
    const outcome = restorePhoto(
      task,
      abort.signal,
      done => {
        told.push(done);
        abort.abort();
      },
      openPort,
      2,
    );
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(stillOpen()).toBe(0);
    expect(told).toEqual([0.1]);
    expect(await restorePhoto(task, abort.signal, () => {}, openPort, 2)).toEqual({ kind: 'cancelled' });
    expect(stillOpen()).toBe(0);
  });

  it('says when a worker is lost, and when one fails where it never should', async () => {
    const silent = workers(3, {
      open: () => {
        silent.lose[0]?.();
        return new Promise(() => {});
      },
    });
    const outcome = restorePhoto(task, never, () => {}, silent.openPort, 2);
    expect(await outcome).toEqual(lostWorker);
    const broken = workers(3, { solve: () => Promise.reject(new Error('no memory')) });
    expect(await restorePhoto(task, never, () => {}, broken.openPort, 2)).toEqual({
      kind: 'unexpected',
      detail: 'Error: no memory',
    });
    expect(silent.stillOpen() + broken.stillOpen()).toBe(0);
  });

  it('hands on what cannot be done', async () => {
    const size = { width: 1, height: 1 };
    const refused = { kind: 'other-size', found: size, expected: size } as const;
    const failed = { kind: 'failed', reason: { kind: 'unreadable' } } as const;
    for (const [change, expected] of [
      [{ open: async () => refused }, refused],
      [{ open: async () => failed }, failed],
      [{ digest: async () => failed }, failed],
      [{ finish: async () => failed }, failed],
      [{ digest: async () => 'd'.repeat(64) }, { kind: 'not-listed' }],
    ] as const) {
      const { openPort, stillOpen } = workers(2, change);
      expect(await restorePhoto(task, never, () => {}, openPort, 2)).toEqual(expected);
      expect(stillOpen()).toBe(0);
    }
  });

  it('gives several photos a worker each', async () => {
    const { all, openPort, stillOpen } = workers(4);
    const outcomes: RestoreOutcome['kind'][] = [];
    const told: number[] = [];
    const tasks = [task, { ...task, filters: [] }, task];
    await restorePhotos(
      tasks,
      never,
      (index, { kind }) => {
        outcomes[index] = kind;
      },
      done => told.push(done),
      openPort,
      2,
    );
    expect(outcomes).toEqual(['restored', 'unknown-label', 'restored']);
    expect(all).toHaveLength(3);
    expect(told.at(-1)).toBe(1);
    expect(stillOpen()).toBe(0);
  });
});
