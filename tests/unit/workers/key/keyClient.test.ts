import { expect, test } from 'vitest';
import { createKeyClient } from '../../../../src/workers/key/keyClient.ts';
import { createKeyWorkerApi } from '../../../../src/workers/key/keyWorkerApi.ts';
import type { KeyWorkerApi } from '../../../../src/workers/protocol.ts';
import { lostWorker, onThisThread } from '../../threads/onThisThread.ts';

const never = new Promise<never>(() => {});
const settings = { method: 'veil', veilSize: 160, strength: 0.3 } as const;

/** Key workers on this thread, with true keys; the first ones answer nothing. */
function workers(silent: number) {
  let opened = 0;
  const thread = onThisThread<KeyWorkerApi>(() => {
    const api = createKeyWorkerApi();
    const answers = ++opened > silent;
    return {
      derive: async (passphrase, dataset) => (answers ? api.derive(passphrase, dataset) : never),
      imprints: async (labels, asked) => (answers ? api.imprints(labels, asked) : never),
      forget: async () => (answers ? api.forget() : never),
    };
  });
  return { ...thread, opened: () => opened };
}

test('a worker that is lost fails the key in a word, and the next try has another', async () => {
  const { open, lose, opened } = workers(1);
  const client = createKeyClient(open);
  const first = client.derive('a key', 'photos');
  await Promise.resolve();
  lose();
  expect(await first).toEqual({ kind: 'failed', broken: lostWorker });
  expect((await client.derive('a key', 'photos')).kind).toBe('ready');
  expect(opened()).toBe(2);
});

test('a keyed worker that is lost while nobody asks is keyed again when filters are needed', async () => {
  const { open, lose, opened } = workers(0);
  const client = createKeyClient(open);
  await client.derive('a key', 'photos');
  const before = await client.imprints(['cats', 'dogs'], settings);
  expect(before.kind).toBe('made');
  lose();
  expect(await client.imprints(['cats', 'dogs'], settings)).toEqual(before);
  expect(opened()).toBe(2);
});

test('a forgotten key is never made again', async () => {
  const { open, lose, opened } = workers(0);
  const client = createKeyClient(open);
  await client.derive('a key', 'photos');
  lose();
  await client.forget();
  expect(await client.imprints(['cats'], settings)).toEqual({ kind: 'no-key' });
  expect(opened()).toBe(2);
});

test('forgetting does not wait for a worker that is lost', async () => {
  const { open, lose } = workers(1);
  const client = createKeyClient(open);
  const filters = client.imprints(['a'], settings);
  const forgotten = client.forget();
  lose();
  expect(await filters).toEqual({ kind: 'no-key' });
  await forgotten;
});
