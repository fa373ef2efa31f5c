import { expect, test } from 'vitest';
import { createKeyClient, type KeyPort } from '../../../../src/workers/key/keyClient.ts';

const never = new Promise<never>(() => {});

/** Workers that answer nothing and are lost when the test says so, or that answer. */
function workers(answers: readonly boolean[]) {
  const lost: (() => void)[] = [];
  let ended = 0;
  const open = (onLost: () => void): KeyPort => {
    const answering = answers[lost.length] ?? true;
    lost.push(onLost);
    return {
      api: {
        derive: () => (answering ? Promise.resolve('0123456789abcdef') : never),
        imprints: () => (answering ? Promise.resolve([]) : never),
        forget: () => (answering ? Promise.resolve() : never),
      },
      dispose: () => {
        ended += 1;
      },
    };
  };
  return { open, lose: () => lost.at(-1)?.(), opened: () => lost.length, ended: () => ended };
}

test('a worker that is lost fails the key in a word, and the next try has another', async () => {
  const { open, lose, opened, ended } = workers([false]);
  const client = createKeyClient(open);
  const first = client.derive('a key', 'photos');
  await Promise.resolve();
  lose();
  expect(await first).toEqual({ kind: 'failed', detail: 'Error' });
  expect(ended()).toBe(1);
  expect(await client.derive('a key', 'photos')).toEqual({ kind: 'ready', keyCheck: '0123456789abcdef' });
  expect(opened()).toBe(2);
});

test('forgetting does not wait for a worker that is lost', async () => {
  const { open, lose } = workers([false]);
  const client = createKeyClient(open);
  const filters = client.imprints(['a'], { method: 'veil', veilSize: 160, strength: 0.3 });
  const forgotten = client.forget();
  lose();
  await expect(filters).rejects.toThrow('lost');
  await forgotten;
});
