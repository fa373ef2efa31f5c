import { expect, test } from 'vitest';
import { datasetNameAfter } from '../../../src/core/dataset.ts';
import { setNameOf } from '../../../src/core/labels/setName.ts';

const proposed = 'my-photos-x7k2m9qd';

test.each([
  ['Wedding 2026', 'wedding-2026-x7k2m9qd'],
  ['  Mia_and  Tom ', 'mia-and-tom-x7k2m9qd'],
  ['夏天', '夏天-x7k2m9qd'],
  ['a/b:c', 'a_b_c-x7k2m9qd'],
  // Nothing is left of it.
  ['--', proposed],
  ['\u200b', proposed],
])('a folder “%s” proposes %s', (folder, name) => {
  expect(datasetNameAfter(folder, proposed)).toBe(name);
});

test('a long folder is cut, the random end is not', () => {
  expect(datasetNameAfter('x'.repeat(300), proposed)).toBe(`${'x'.repeat(40)}-x7k2m9qd`);
});

test('the name of a set is the folder or zip that all came in', () => {
  expect(setNameOf(['Trip/Mia/a.jpg', 'Trip/Tom/b.jpg'])).toBe('Trip');
  expect(setNameOf(['Trip.zip/Mia/a.jpg'])).toBe('Trip');
  expect(setNameOf(['Mia/a.jpg', 'Tom/b.jpg'])).toBeNull();
  expect(setNameOf(['Trip/a.jpg', 'b.jpg'])).toBeNull();
  expect(setNameOf([])).toBeNull();
});
