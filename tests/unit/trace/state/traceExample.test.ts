import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createTraceExample } from '../../../../src/trace/state/traceExample.ts';

type Parts = Parameters<typeof createTraceExample>[0];

/** The parts of the tab, of which only what is asked of them counts. */
function parts() {
  const asked: string[] = [];
  const claim = createStore<{ opened: { openKey: string | null } | null }>(() => ({ opened: null }));
  const note =
    (what: string) =>
    async (...given: readonly unknown[]) =>
      void asked.push(`${what} ${given.map(one => (one instanceof File ? one.name : '')).join(' ')}`.trim());
  const made = {
    claim: {
      store: claim,
      openExample: async (file: File, openKey: string) => {
        asked.push(`receipt ${file.name}`);
        claim.setState({ opened: { openKey } });
      },
    },
    own: { add: note('add'), run: note('look') },
    model: { store: createStore(() => ({ photos: [] })), addSamples: note('draw'), wish: () => {} },
    ask: {
      open: async (files: readonly File[]) => void asked.push(files.map(({ name }) => name).join(' ')),
      change: () => {},
      ask: note('ask'),
    },
  };
  return { asked, parts: made as unknown as Parts };
}

test('a network is asked with all that it needs; the receipt is opened once', async () => {
  const { asked, parts: given } = parts();
  const example = createTraceExample(given, async name => new File([], name));
  await example.askNetwork('protected');
  await example.askNetwork('clean');
  expect(asked).toEqual([
    'receipt example.keyveil.json',
    'draw',
    'protected.json protected.bin',
    'ask',
    'draw',
    'clean.json clean.bin',
    'ask',
  ]);
  expect(example.store.getState()).toEqual({ kind: 'idle', broken: null, asked: 'clean' });
});

test('where a file cannot be had nothing is opened, and that is told; the next try goes on', async () => {
  const { asked, parts: given } = parts();
  let gone = true;
  const example = createTraceExample(given, async name => {
    if (gone && name.startsWith('found-')) throw new Error('404');
    return new File([], name);
  });
  await example.lookAtPhotos();
  expect(asked).toEqual([]);
  expect(example.store.getState().broken).toEqual({ kind: 'worker-lost', loss: 'not-loaded' });
  gone = false;
  await example.lookAtPhotos();
  expect(asked).toEqual(['receipt example.keyveil.json', 'add', 'look']);
  expect(example.store.getState().broken).toBeNull();
});
