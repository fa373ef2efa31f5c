import { expect, test } from 'vitest';
import { castPresets } from '../../../../src/core/settings.ts';
import { createKeyveil } from '../../../../src/state/createKeyveil.ts';
import type { FoundPhoto } from '../../../../src/state/services/intake.ts';
import type { Sketch } from '../../../../src/workers/protocol.ts';
import { until } from '../../../fixtures/until.ts';
import { fakeServices, found } from '../fakeServices.ts';

/** Each file's content says what its sketch is: `flat 20` or `photo 31.5`, the number being its likeness. */
function sketchIn(content: string): Sketch {
  const [kind, likeness] = content.split(' ');
  return { fewColours: kind === 'flat', likeness: Number(likeness) };
}

function page() {
  let coming: readonly FoundPhoto[] = [];
  const asked: string[] = [];
  const { previews, intake } = fakeServices();
  const keyveil = createKeyveil(
    fakeServices({
      previews: {
        ...previews,
        thumbnail: async file => {
          const content = await file.text();
          asked.push(content);
          return { kind: 'thumbnail', blob: new Blob(), notes: [], sketch: sketchIn(content) };
        },
      },
      intake: { ...intake, read: async () => ({ photos: coming, leftOut: [], questions: [] }) },
    }),
  );
  const { store, actions } = keyveil;
  return {
    asked,
    store,
    actions,
    async give(...contents: readonly string[]) {
      coming = contents.map((content, i) => found(`cats/${content} ${i}.png`, content));
      const before = store.getState().changedMost;
      await actions.addFiles([]);
      await until(() => expect(store.getState().changedMost).not.toBe(before));
    },
  };
}

test('most of what was added is flat: Light is proposed, and said to be', async () => {
  const { store, give } = page();
  await give('flat 20', 'photo 30', 'flat 25');
  expect(store.getState().settings).toEqual(castPresets.light);
  expect(store.getState().settingsBy).toEqual({ kind: 'flat', flat: 2, of: 3 });
});

test('half is not most, and more photos decide anew', async () => {
  const { store, give } = page();
  await give('flat 20', 'photo 30');
  expect(store.getState().settings).toEqual(castPresets.standard);
  expect(store.getState().settingsBy).toEqual({ kind: 'default' });
  await give('flat 21');
  expect(store.getState().settings).toEqual(castPresets.light);
  await give('photo 22', 'photo 23');
  expect(store.getState().settings).toEqual(castPresets.standard);
});

test('what a person chose stays', async () => {
  const { store, actions, give } = page();
  actions.setPreset('standard');
  await give('flat 20', 'flat 21');
  expect(store.getState().settings).toEqual(castPresets.standard);
  expect(store.getState().settingsBy).toEqual({ kind: 'person' });
});

test('nothing changes once a photo was protected: the labels’ order is frozen', async () => {
  const { store, give } = page();
  await give('photo 30');
  store.setState({ frozenLabels: ['cats'] });
  await give('flat 20', 'flat 21', 'flat 22');
  expect(store.getState().settings).toEqual(castPresets.standard);
});

test('the photo that changes most comes first', async () => {
  const { store, give } = page();
  await give('photo 30', 'photo 21.5', 'photo 26');
  const { changedMost, photos } = store.getState();
  const order = await Promise.all(changedMost.map(id => photos.get(id)?.file?.text()));
  expect(order).toEqual(['photo 21.5', 'photo 26', 'photo 30']);
});

test('of many photos only some are looked at, from all over', async () => {
  const { asked, store, give } = page();
  await give(...Array.from({ length: 200 }, (_, i) => `photo ${i}`));
  expect(store.getState().changedMost).toHaveLength(24);
  expect(asked).toHaveLength(24);
  const numbers = asked.map(content => Number(content.split(' ')[1]));
  expect(Math.min(...numbers)).toBeLessThan(10);
  expect(Math.max(...numbers)).toBeGreaterThan(190);
});
