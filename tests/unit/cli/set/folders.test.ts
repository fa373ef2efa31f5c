import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wholeSet } from '../../../../cli/parts/shard.ts';
import { photosOf, scanFolders } from '../../../../cli/set/folders.ts';
import { lay, ownFolder } from '../keyveil.ts';

const root = ownFolder();

test('labels are the folders that photos lie in, as in the app', () => {
  const set = join(root, 'set');
  lay(set, {
    'train/cat/b.jpg': '',
    'train/cat/a.JPEG': '',
    'val/cat/a.jpg': '',
    'train/dog/1.png': '',
    'train/empty/notes.txt': '',
    'loose.jpg': '',
    '.hidden/x.jpg': '',
    'train/cat/.DS_Store': '',
  });
  const found = scanFolders(set, wholeSet);
  expect(found).toMatchObject({ loose: 1, others: 1 });
  expect(found.labels).toEqual([
    { label: 'cat', folder: 'cat', folders: ['train/cat', 'val/cat'], photos: 3 },
    { label: 'dog', folder: 'dog', folders: ['train/dog'], photos: 1 },
  ]);
  const [cat] = found.labels;
  if (cat === undefined) throw new Error('no cat');
  expect(photosOf(found, cat, 'same', wholeSet)).toEqual([
    { source: 'val/cat/a.jpg', path: 'cat/a (2).jpg', type: 'image/jpeg' },
    { source: 'train/cat/a.JPEG', path: 'cat/a.jpg', type: 'image/jpeg' },
    { source: 'train/cat/b.jpg', path: 'cat/b.jpg', type: 'image/jpeg' },
  ]);
});

test('names are the same in every share, where two photos would have one', () => {
  const set = join(root, 'clash');
  lay(set, { 'a/1.png': '', 'a/1.gif': '', 'a/1.bmp': '', 'a/2.png': '' });
  const of = 3;
  const found = scanFolders(set, wholeSet);
  const [label] = found.labels;
  if (label === undefined) throw new Error('no label');
  const whole = photosOf(found, label, 'same', wholeSet);
  const shares = [1, 2, 3].flatMap(index => photosOf(found, label, 'same', { index, of }));
  expect([...shares].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(whole);
});

test('labels that would be one folder on many disks are refused', () => {
  const set = join(root, 'twins');
  lay(set, { 'x/Cat/1.jpg': '', 'y/cat/1.jpg': '' });
  expect(() => scanFolders(set, wholeSet)).toThrow('rename one of them');
});

test('links are followed, and never in a circle', () => {
  const set = join(root, 'links');
  lay(set, { 'cat/1.jpg': '' });
  symlinkSync(set, join(set, 'cat', 'again'));
  symlinkSync(join(set, 'cat', '1.jpg'), join(set, 'cat', '2.jpg'));
  const found = scanFolders(set, wholeSet);
  expect(found.labels.map(({ label, photos }) => [label, photos])).toEqual([['cat', 2]]);
});

// Root opens every folder.
test.skipIf(process.getuid?.() === 0)(
  'a folder that may not be opened stops the scan with a sentence',
  () => {
    const set = join(root, 'closed');
    lay(set, { 'cat/1.jpg': '', 'dog/1.jpg': '' });
    chmodSync(join(set, 'dog'), 0);
    expect(() => scanFolders(set, wholeSet)).toThrow(
      'dog cannot be opened: may you read it? Nothing was done.',
    );
    chmodSync(join(set, 'dog'), 0o700);
  },
);
