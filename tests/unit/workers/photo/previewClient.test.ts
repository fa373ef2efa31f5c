import { afterEach, expect, test, vi } from 'vitest';
import { WorkerLost } from '../../../../src/threads/workerLost.ts';
import type { OpenPhotoPort } from '../../../../src/workers/photo/photoPort.ts';
import { createPreviewClient } from '../../../../src/workers/photo/previewClient.ts';
import type { Thumbnail } from '../../../../src/workers/protocol.ts';

const never = new AbortController().signal;
const made: Thumbnail = { kind: 'thumbnail', blob: new Blob(), notes: [], sketch: null };

/** A worker that makes a thumbnail when the test says so. */
function table() {
  const asked: string[] = [];
  const finish: (() => void)[] = [];
  const unused = async () => {
    throw new Error('not asked for');
  };
  const open: OpenPhotoPort = () => ({
    terminate: () => {},
    api: {
      start: unused,
      protect: unused,
      cancel: unused,
      takeHeicLine: unused,
      describe: unused,
      digests: unused,
      preview: unused,
      figures: unused,
      thumbnail: async file => {
        asked.push(await file.text());
        return new Promise(resolve => finish.push(() => resolve(made)));
      },
    },
  });
  return { asked, finish, previews: createPreviewClient('auto', open) };
}

/** Everything here is told at once, so that what is not under way after some turns is not going to be. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}

test('thumbnails come in the order asked, two at a time, without those that scrolled away', async () => {
  const { asked, finish, previews } = table();
  const away = new AbortController();
  const wish = (name: string, signal = never) => previews.thumbnail(new Blob([name]), 100, signal);
  const first = wish('1');
  const rest = [wish('2'), wish('3', away.signal), wish('4'), wish('5')];
  await settled();
  expect(asked).toEqual(['1', '2']);
  away.abort();
  expect(await rest[1]).toBeNull();
  finish[0]?.();
  expect(await first).toBe(made);
  await settled();
  expect(asked).toEqual(['1', '2', '4']);
  finish[1]?.();
  await settled();
  expect(asked).toEqual(['1', '2', '4', '5']);
});

test('a thumbnail that is no longer wanted when it is ready is let go', async () => {
  const { finish, previews } = table();
  const away = new AbortController();
  const late = previews.thumbnail(new Blob(['1']), 100, away.signal);
  await settled();
  away.abort();
  finish[0]?.();
  expect(await late).toBeNull();
});

test('what is asked beside the photo in view waits for it, and what is no longer wanted is left out', async () => {
  const asked: string[] = [];
  const unused = async () => {
    throw new Error('not asked for');
  };
  const failed = { kind: 'failed', reason: { kind: 'vanished' } } as const;
  const open: OpenPhotoPort = () => ({
    terminate: () => {},
    api: {
      start: async () => ({ kind: 'cpu', name: 'CPU', webgl: 'not-asked' }),
      protect: unused,
      cancel: unused,
      takeHeicLine: unused,
      describe: unused,
      digests: unused,
      thumbnail: unused,
      preview: async ({ id }) => {
        asked.push(`picture ${id}`);
        return failed;
      },
      figures: async ({ id }) => {
        asked.push(`figures ${id}`);
        return failed;
      },
    },
  });
  const previews = createPreviewClient('auto', open);
  const look = { kind: 'trainer', shortSide: 32 } as const;
  const picture = (id: string) => ({ id, file: new Blob(), treatment: null, look, difference: false });
  const filter = { size: 1, weights: [1] };
  const figures = (id: string) => ({ id, file: new Blob(), treatment: { method: 'cuda', filter } as const });
  const away = new AbortController();
  const answers = [
    previews.glance(picture('1'), never),
    previews.judge(figures('1'), never),
    previews.judge(figures('2'), away.signal),
    previews.glance(picture('2'), never),
    previews.preview(picture('in view')),
  ];
  away.abort();
  expect(await Promise.all(answers)).toEqual([failed, failed, null, failed, failed]);
  expect(asked).toEqual(['picture 1', 'picture in view', 'figures 1', 'picture 2']);
  previews.dispose();
});

const unused = async () => {
  throw new Error('not asked for');
};
const idle = {
  start: async () => ({ kind: 'cpu', name: 'CPU', webgl: 'not-asked' }) as const,
  protect: unused,
  cancel: unused,
  takeHeicLine: unused,
  describe: unused,
  digests: unused,
  thumbnail: unused,
  preview: unused,
  figures: unused,
};

/** Workers that are lost over a file named `poison`, and over everything while `gone`. */
function mortal() {
  const at = { gone: false, opened: 0, asked: [] as string[] };
  const open: OpenPhotoPort = onLost => {
    at.opened += 1;
    let dead: WorkerLost | null = null;
    const die = (loss: 'crashed' | 'not-loaded') => {
      dead ??= new WorkerLost(loss);
      onLost(dead);
      return dead;
    };
    const answer = async (name: string) => {
      at.asked.push(name);
      if (at.gone) throw die('not-loaded');
      await Promise.resolve();
      if (name === 'poison') throw die('crashed');
      await new Promise(setImmediate);
      // As with the real thing: what else was in hand is lost with it.
      if (dead) throw dead;
    };
    return {
      terminate: () => {},
      api: {
        ...idle,
        thumbnail: async file => {
          await answer(await file.text());
          return made;
        },
        figures: async ({ id }) => {
          await answer(id);
          return { kind: 'failed', reason: { kind: 'vanished' } };
        },
        preview: async ({ id }) => {
          await answer(id);
          return { kind: 'failed', reason: { kind: 'vanished' } };
        },
      },
    };
  };
  return { at, previews: createPreviewClient('auto', open) };
}

afterEach(() => {
  vi.useRealTimers();
});

test('a photo that ends every worker has no thumbnail; those in hand beside it do', async () => {
  const { at, previews } = mortal();
  const names = ['1', 'poison', '2', '3'];
  const all = names.map(name => previews.thumbnail(new Blob([name]), 100, never));
  const kinds = (await Promise.all(all)).map(one => one?.kind);
  expect(kinds).toEqual(['thumbnail', 'failed', 'thumbnail', 'thumbnail']);
  expect(at.asked.filter(name => name === 'poison')).toHaveLength(2);
  previews.dispose();
});

test('while no worker can be had thumbnails wait, ever longer, and come once there is one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { at, previews } = mortal();
  at.gone = true;
  const away = new AbortController();
  const kept = previews.thumbnail(new Blob(['1']), 100, never);
  const left = previews.thumbnail(new Blob(['2']), 100, away.signal);
  await settled();
  const before = at.opened;
  await settled();
  // Nothing is asked again at once.
  expect(at.opened).toBe(before);
  await vi.advanceTimersByTimeAsync(1000);
  await settled();
  expect(at.opened).toBeGreaterThan(before);
  away.abort();
  expect(await left).toBeNull();
  at.gone = false;
  await vi.advanceTimersByTimeAsync(30_000);
  expect((await kept)?.kind).toBe('thumbnail');
  previews.dispose();
});

test('a picture tells of a worker that cannot be had; figures wait for the next one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { at, previews } = mortal();
  at.gone = true;
  const look = { kind: 'trainer', shortSide: 32 } as const;
  const picture = { id: 'a', file: new Blob(), treatment: null, look, difference: false };
  const filter = { size: 1, weights: [1] };
  const figures = previews.figures({ id: 'f', file: new Blob(), treatment: { method: 'cuda', filter } });
  expect(await previews.preview(picture)).toEqual({
    kind: 'failed',
    reason: { kind: 'worker-lost', loss: 'not-loaded' },
  });
  at.gone = false;
  expect(await previews.preview(picture)).toEqual({ kind: 'failed', reason: { kind: 'vanished' } });
  // A picture that could be made ends the rest of all that waits.
  expect(await figures).toEqual({ kind: 'failed', reason: { kind: 'vanished' } });
  previews.dispose();
});
