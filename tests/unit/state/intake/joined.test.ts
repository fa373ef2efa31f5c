import { expect, test } from 'vitest';
import { initialState } from '../../../../src/state/initial.ts';
import { joinedIn } from '../../../../src/state/intake/joined.ts';
import { addPhotos } from '../../../../src/state/labels/arrangement.ts';
import type { Photo } from '../../../../src/state/model/photos.ts';
import { defaultPreferences } from '../../../../src/state/preferences/preferences.ts';

const photo = (id: string): Photo => ({
  id,
  file: null,
  origin: { kind: 'given' },
  path: id,
  name: id,
  bytes: 1,
  type: 'image/jpeg',
  width: 1,
  height: 1,
});

test.each([
  [['cats', 'dogs'], []],
  [['cats', 'Cats', 'dogs'], [{ folder: 'Cats', label: 'cats' }]],
  [['Cats', 'cats.', 'cats.', null], [{ folder: 'cats.', label: 'Cats' }]],
  [[' cats ', 'cats'], []],
] as const)('of the folders %j these joined another label: %j', (folders, joined) => {
  const added = folders.map((labelName, i) => ({ photo: photo(`p${i}`), labelName }));
  let labels = 0;
  const next = addPhotos(
    initialState('set', defaultPreferences).arrangement,
    added.map(({ photo, labelName }) => ({ id: photo.id, labelName })),
    () => `l${labels++}`,
  );
  expect(joinedIn(next, added)).toEqual(joined);
});
