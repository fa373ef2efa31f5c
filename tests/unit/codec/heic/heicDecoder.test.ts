import { type Endpoint, wrap } from 'comlink';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HeicAnswer, HeicWorkerApi } from '../../../../src/codec/heic/heic.worker.ts';
import {
  createHeicDecoder,
  type DecodeHeic,
  type HeicOutcome,
} from '../../../../src/codec/heic/heicDecoder.ts';
import { openHeicLine } from '../../../../src/codec/heic/heicLine.ts';
import type { Promised } from '../../../../src/threads/guarded.ts';
import { onThisThread } from '../../threads/onThisThread.ts';

const hour = 3_600_000;
const photo = new Uint8Array(8);
// A bitmap is nothing here but what goes through.
const bitmap = { width: 4 } as ImageBitmap;

/** Decoders of which each becomes ready, and answers, when the test says so. */
function decoders() {
  const made: { ready(): void; answer(answer: HeicAnswer): void; asked: number; ended: boolean }[] = [];
  const thread = onThisThread<HeicWorkerApi>(
    () => {
      let ready: () => void = () => {};
      const answers: ((answer: HeicAnswer) => void)[] = [];
      const one = {
        asked: 0,
        ended: false,
        ready: () => ready(),
        answer: (answer: HeicAnswer) => answers.shift()?.(answer),
      };
      made.push(one);
      const api: Promised<HeicWorkerApi> = {
        makeReady: () =>
          new Promise(resolve => {
            ready = resolve;
          }),
        decode: () => {
          one.asked += 1;
          return new Promise(resolve => answers.push(resolve));
        },
      };
      return api;
    },
    () => {
      const last = made.at(-1);
      if (last) last.ended = true;
    },
  );
  return { made, ...thread };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the HEIC decoder', () => {
  test('gives a photo all its time after the decoder is ready, however long that takes', async () => {
    const { made, open } = decoders();
    const outcome = createHeicDecoder(open)(photo, 1000);
    await vi.advanceTimersByTimeAsync(hour);
    expect(made).toHaveLength(1);
    expect(made[0]?.asked).toBe(0);
    made[0]?.ready();
    await vi.advanceTimersByTimeAsync(50_000);
    made[0]?.answer({ kind: 'decoded', bitmap });
    expect(await outcome).toEqual({ kind: 'decoded', bitmap });
  });

  test('gives each photo its time from its own turn', async () => {
    const { made, open } = decoders();
    const decode = createHeicDecoder(open);
    const outcomes = [decode(photo, 1000), decode(photo, 1000), decode(photo, 1000)];
    await settle();
    made[0]?.ready();
    for (let i = 0; i < 3; i++) {
      await vi.advanceTimersByTimeAsync(50_000);
      made[0]?.answer({ kind: 'decoded', bitmap });
    }
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['decoded', 'decoded', 'decoded']);
    expect(made).toHaveLength(1);
  });

  test.each([
    ['hangs', async (_: HeicAnswer) => vi.advanceTimersByTimeAsync(hour)],
    ['dies', null],
  ])('that %s is replaced, and the photo tried once more', async (_, wait) => {
    const { made, open, lose } = decoders();
    const outcome = createHeicDecoder(open)(photo, 1000);
    await settle();
    made[0]?.ready();
    await settle();
    if (wait === null) lose();
    else await wait({ kind: 'unreadable' });
    await settle();
    expect(made).toHaveLength(2);
    made[1]?.ready();
    await settle();
    made[1]?.answer({ kind: 'decoded', bitmap });
    expect(await outcome).toMatchObject({ kind: 'decoded' });
  });

  test('that hangs twice gives the photo up, and goes on with the next', async () => {
    const { made, open } = decoders();
    const decode = createHeicDecoder(open);
    const outcomes: Promise<HeicOutcome>[] = [decode(photo, 1000), decode(photo, 1000)];
    for (let i = 0; i < 2; i++) {
      await settle();
      made[i]?.ready();
      await vi.advanceTimersByTimeAsync(hour);
    }
    expect(await outcomes[0]).toEqual({ kind: 'failed', reason: { kind: 'timed-out' } });
    await settle();
    made[2]?.ready();
    await settle();
    made[2]?.answer({ kind: 'decoded', bitmap });
    expect(await outcomes[1]).toMatchObject({ kind: 'decoded' });
  });

  test('is believed about a damaged photo when it is fresh, and asked again when it is not', async () => {
    const { made, open } = decoders();
    const decode = createHeicDecoder(open);
    const damaged = decode(photo, 1000);
    await settle();
    made[0]?.ready();
    await settle();
    made[0]?.answer({ kind: 'unreadable' });
    expect(await damaged).toEqual({ kind: 'failed', reason: { kind: 'unreadable' } });

    const good = decode(photo, 1000);
    await settle();
    made[1]?.ready();
    await settle();
    made[1]?.answer({ kind: 'decoded', bitmap });
    await good;
    const tired = decode(photo, 1000);
    await settle();
    made[1]?.answer({ kind: 'unreadable' });
    await settle();
    made[2]?.ready();
    await settle();
    made[2]?.answer({ kind: 'decoded', bitmap });
    expect(await tired).toMatchObject({ kind: 'decoded' });
  });

  test('that cannot be fetched is said to be missing, and the photo not to be damaged', async () => {
    const { made, open } = decoders();
    const outcome = createHeicDecoder(open)(photo, 1000);
    await settle();
    made[0]?.ready();
    await settle();
    made[0]?.answer({ kind: 'not-loaded' });
    expect(await outcome).toEqual({ kind: 'failed', reason: { kind: 'worker-lost', loss: 'not-loaded' } });
  });

  test('passes over what nobody waits for any more', async () => {
    const { made, open } = decoders();
    const decode = createHeicDecoder(open);
    const first = decode(photo, 1000);
    const leaving = new AbortController();
    const left = decode(photo, 1000, leaving.signal);
    await settle();
    made[0]?.ready();
    await settle();
    leaving.abort();
    made[0]?.answer({ kind: 'decoded', bitmap });
    await Promise.all([first, left]);
    expect(made[0]?.asked).toBe(1);
  });
});

test('a line tells when its thread waits for the decoder', async () => {
  vi.useRealTimers();
  let finish: (outcome: HeicOutcome) => void = () => {};
  let called: () => void = () => {};
  const asked = new Promise<void>(resolve => {
    called = resolve;
  });
  const decoder: DecodeHeic = () => {
    called();
    return new Promise(resolve => {
      finish = resolve;
    });
  };
  const line = openHeicLine(async () => decoder);
  expect(line.isWaiting()).toBe(false);
  const outcome = wrap<{ decode: DecodeHeic }>(line.port as unknown as Endpoint).decode(photo, 9);
  await asked;
  expect(line.isWaiting()).toBe(true);
  const refused: HeicOutcome = { kind: 'failed', reason: { kind: 'unreadable' } };
  finish(refused);
  expect(await outcome).toEqual(refused);
  expect(line.isWaiting()).toBe(false);
  line.close();
  line.port.close();
});
