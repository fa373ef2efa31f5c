import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProtectJob, ProtectOutcome } from '../../../../src/pipeline/job.ts';
import { WorkerLost } from '../../../../src/threads/workerLost.ts';
import { createPhotoPool, type PoolOptions } from '../../../../src/workers/photo/photoPool.ts';
import type { OpenPhotoPort } from '../../../../src/workers/photo/photoPort.ts';
import { pixelBudget, poolSize } from '../../../../src/workers/photo/poolSize.ts';
import type { EngineReport } from '../../../../src/workers/protocol.ts';
import { lostWorker } from '../../threads/onThisThread.ts';

const cpu: EngineReport = { kind: 'cpu', name: 'CPU', webgl: 'missing' };
const never = new AbortController().signal;

/** A worker whose photos finish, die or hang as the test says. */
interface Hand {
  readonly choice: string[];
  readonly inHand: Map<string, { finish(): void; fail(error: Error): void }>;
  readonly cancelled: string[];
  /** It waits for what all workers share. */
  waits: boolean;
  terminated: boolean;
  die(): void;
}

function workers(onStart: (n: number) => Promise<EngineReport> = async () => cpu) {
  const hands: Hand[] = [];
  const open: OpenPhotoPort = onLost => {
    const hand: Hand = {
      choice: [],
      inHand: new Map(),
      cancelled: [],
      waits: false,
      terminated: false,
      die: () => onLost(new WorkerLost('crashed')),
    };
    const n = hands.push(hand);
    const unused = async () => {
      throw new Error('not asked for in a pool');
    };
    return {
      isWaiting: () => hand.waits,
      terminate: () => {
        hand.terminated = true;
      },
      api: {
        start: choice => {
          hand.choice.push(choice);
          return onStart(n);
        },
        protect: job =>
          new Promise((resolve, fail) => {
            hand.inHand.set(job.id, { finish: () => resolve(done(job.id)), fail });
          }),
        cancel: async id => {
          hand.cancelled.push(id);
        },
        takeHeicLine: unused,
        describe: unused,
        digests: unused,
        thumbnail: unused,
        preview: unused,
        figures: unused,
      },
    };
  };
  return { hands, open, alive: () => hands.filter(hand => !hand.terminated) };
}

function done(id: string): ProtectOutcome {
  const stored = { kind: 'memory', blob: new Blob() } as const;
  const digests = { sha256: '', sourceSha256: '' };
  return { kind: 'protected', id, stored, bytes: 0, ...digests, width: 1, height: 1, peak: null, notes: [] };
}

const job = (id: string, pixels = 1_000_000): ProtectJob => ({
  id,
  file: new Blob(),
  pixels,
  treatment: null,
  output: { format: 'image/png', quality: undefined },
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const pool = (open: OpenPhotoPort, options: PoolOptions = {}) =>
  createPhotoPool('auto', {
    folder: null,
    machine: { hardwareConcurrency: 2, deviceMemory: 8 },
    open,
    ...options,
  });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('photo pool', () => {
  test('starts one worker, and the others when there is work, without asking for the GPU again', async () => {
    const { hands, open } = workers();
    const photos = pool(open);
    expect(await photos.start()).toEqual({ kind: 'started', report: cpu, workers: 2 });
    expect(hands).toHaveLength(1);
    for (const id of ['a', 'b']) void photos.protect(job(id), never);
    await settle();
    expect(hands.map(hand => hand.choice)).toEqual([['auto'], ['cpu']]);
    expect(hands.map(hand => [...hand.inHand.keys()])).toEqual([['a'], ['b']]);
  });

  test('keeps two photos a worker in hand and the rest in order', async () => {
    const { hands, open } = workers();
    const started: string[] = [];
    const photos = pool(open, { size: 1 });
    const outcomes = ['a', 'b', 'c', 'd'].map(id => photos.protect(job(id), never, () => started.push(id)));
    await settle();
    expect(started).toEqual(['a', 'b']);
    hands[0]?.inHand.get('b')?.finish();
    await settle();
    expect(started).toEqual(['a', 'b', 'c']);
    expect(await outcomes[1]).toMatchObject({ kind: 'protected', id: 'b' });
  });

  test('holds no more pixels at once than memory allows, but one photo always', async () => {
    const { hands, open } = workers();
    const photos = pool(open, { machine: { hardwareConcurrency: 2, deviceMemory: 4 } });
    const budget = pixelBudget({ deviceMemory: 4 });
    void photos.protect(job('huge', 2 * budget), never);
    void photos.protect(job('small', 1), never);
    await settle();
    expect(hands.map(hand => [...hand.inHand.keys()])).toEqual([['huge']]);
    hands[0]?.inHand.get('huge')?.finish();
    await settle();
    expect(hands[0]?.inHand.has('small')).toBe(true);
  });

  test('tries the photos of a dead worker again, each by itself, and gives up the one that kills twice', async () => {
    const { hands, open } = workers();
    const photos = pool(open, { size: 1 });
    const bad = photos.protect(job('bad'), never);
    const good = photos.protect(job('good'), never);
    await settle();
    hands[0]?.die();
    await settle();
    expect(hands[0]?.terminated).toBe(true);
    expect([...(hands[1]?.inHand.keys() ?? [])]).toEqual(['bad']);
    hands[1]?.die();
    await settle();
    expect(await bad).toEqual({ kind: 'failed', id: 'bad', reason: lostWorker });
    hands[2]?.inHand.get('good')?.finish();
    expect(await good).toMatchObject({ kind: 'protected', id: 'good' });
  });

  test('replaces a worker that hangs', async () => {
    const { hands, open } = workers();
    const photos = pool(open, { size: 1 });
    const outcome = photos.protect(job('a', 12_000_000), never);
    await settle();
    await vi.advanceTimersByTimeAsync(80_000);
    expect(hands).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(hands).toHaveLength(2);
    hands[1]?.inHand.get('a')?.finish();
    expect(await outcome).toMatchObject({ kind: 'protected' });
  });

  test('counts the time of a photo from when its worker is ready', async () => {
    let beReady: (report: EngineReport) => void = () => {};
    const second = new Promise<EngineReport>(resolve => {
      beReady = resolve;
    });
    const { hands, open } = workers(n => (n === 1 ? Promise.resolve(cpu) : second));
    const photos = pool(open);
    const outcomes = [photos.protect(job('a'), never), photos.protect(job('b'), never)];
    await settle();
    hands[0]?.inHand.get('a')?.finish();
    await vi.advanceTimersByTimeAsync(50_000);
    beReady(cpu);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(hands).toHaveLength(2);
    hands[1]?.inHand.get('b')?.finish();
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['protected', 'protected']);
  });

  test('leaves a worker alone that waits for its turn with what all share', async () => {
    const { hands, open } = workers();
    const outcome = pool(open, { size: 1 }).protect(job('a'), never);
    await settle();
    if (hands[0]) hands[0].waits = true;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(hands).toHaveLength(1);
    if (hands[0]) hands[0].waits = false;
    hands[0]?.inHand.get('a')?.finish();
    expect(await outcome).toMatchObject({ kind: 'protected' });
  });

  test('a worker that does not start is tried again, then photos fail rather than wait', async () => {
    const broken = workers(() => Promise.reject(new Error('no')));
    const outcome = await pool(broken.open).protect(job('a'), never);
    expect(outcome).toEqual({ kind: 'failed', id: 'a', reason: { kind: 'unexpected', detail: 'Error: no' } });
    expect(broken.alive()).toHaveLength(0);

    const shy = workers(n => (n === 1 ? Promise.reject(new Error('no')) : Promise.resolve(cpu)));
    expect(await pool(shy.open).start()).toEqual({ kind: 'started', report: cpu, workers: 2 });
  });

  test('an exception in a worker is a failed photo, and the worker lives', async () => {
    const { hands, open } = workers();
    const outcome = pool(open).protect(job('a'), never);
    await settle();
    hands[0]?.inHand.get('a')?.fail(new TypeError('a bug'));
    expect(await outcome).toMatchObject({
      kind: 'failed',
      reason: { kind: 'unexpected', detail: 'TypeError: a bug' },
    });
    expect(hands[0]?.terminated).toBe(false);
  });
});

describe('cancelling', () => {
  test('photos that wait reject at once; a worker that lets go stays', async () => {
    const { hands, open } = workers();
    const abort = new AbortController();
    const photos = pool(open, { size: 1 });
    const all = ['a', 'b', 'c'].map(id => photos.protect(job(id), abort.signal));
    const settled = Promise.allSettled(all);
    await settle();
    abort.abort(new Error('enough'));
    await expect(all[2]).rejects.toThrow('enough');
    expect(hands[0]?.cancelled).toEqual(['a', 'b']);
    // One stops, the other was finished in the same moment: it is kept.
    hands[0]?.inHand.get('a')?.fail(new Error('aborted over there'));
    hands[0]?.inHand.get('b')?.finish();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(hands[0]?.terminated).toBe(false);
  });

  test('a worker that does not let go is ended after 300 ms, and its other photo is done elsewhere', async () => {
    const { hands, open } = workers();
    const abort = new AbortController();
    const photos = pool(open, { size: 1 });
    const stuck = photos.protect(job('stuck'), abort.signal);
    const other = photos.protect(job('other'), never);
    const refused = expect(stuck).rejects.toThrow('enough');
    await settle();
    abort.abort(new Error('enough'));
    await vi.advanceTimersByTimeAsync(299);
    expect(hands[0]?.terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await refused;
    expect(hands[0]?.terminated).toBe(true);
    hands[1]?.inHand.get('other')?.finish();
    expect(await other).toMatchObject({ kind: 'protected' });
  });

  test('a signal that aborted before is refused', async () => {
    await expect(pool(workers().open).protect(job('a'), AbortSignal.abort())).rejects.toThrow();
  });

  test('dispose ends workers and rejects what is left', async () => {
    const { open, alive } = workers();
    const photos = pool(open, { size: 1 });
    const all = Promise.allSettled(['a', 'b', 'c'].map(id => photos.protect(job(id), never)));
    await settle();
    photos.dispose();
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(alive()).toHaveLength(0);
  });
});

test('pool size follows cores and engine', () => {
  const gpu: EngineReport = { kind: 'webgl', name: 'a GPU', webgl: 'used' };
  expect(poolSize({ hardwareConcurrency: 16 }, cpu)).toBe(8);
  expect(poolSize({ hardwareConcurrency: 1 }, cpu)).toBe(1);
  expect(poolSize({}, cpu)).toBe(2);
  expect(poolSize({ hardwareConcurrency: 16 }, gpu)).toBe(2);
});
