import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  archivePaths,
  cleanSegment,
  folded,
  isArchivePath,
  longestName,
  plainNamed,
  utf8Length,
} from '../../../../src/core/archive/names.ts';
import { howMany } from '../../../fixtures/howMany.ts';

/** Names as they come from disks, zips and people who try things. */
const nasty = fc.oneof(
  fc.constantFrom(
    '',
    '.',
    '..',
    '...',
    '../../etc/passwd',
    '/abs',
    'C:\\x',
    '\\\\server\\share',
    'a\0b',
    'CON',
    'con.txt',
    'NUL .tar.gz',
    'COM1',
    'lpt9.jpg',
    'aux ',
    'PRN.',
    'conin$',
    'x.',
    'x ',
    'x. . .',
    ' x',
    '\u202egpj.exe',
    'a\u200bb',
    'A',
    'a',
    'e\u0301',
    'é',
    'É',
    '\ud800',
    'x\udfff',
    '👩‍👩‍👧',
    'K',
    'k',
    '\u212a',
    '<>:"/|?*',
    '~',
    '-rf',
    '\u037e',
    `${'a'.repeat(119)}é`,
    `CON${' '.repeat(200)}x`,
    `a${'\u0301'.repeat(200)}`,
    'a (2)',
    'a (2).jpg',
    'a.jpg',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom('.', ' ', '/', '\\', 'a', 'é', '\u0301', '猫', '\u202e', '\n', '😀'),
    maxLength: 150,
  }),
);

const device = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$)\s*(\.|$)/i;

function expectSafe(name: string): void {
  expect(name).not.toBe('');
  expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\u200b\ufeff]/u);
  expect(name).not.toMatch(/^[.\s]|[.\s]$/u);
  expect(name).not.toMatch(device);
  expect(name.normalize('NFC')).toBe(name);
  expect(name.isWellFormed()).toBe(true);
}

it('any text becomes a name that every disk takes and that leads nowhere', () => {
  fc.assert(
    fc.property(nasty, fc.integer({ min: 8, max: longestName }), (text, longest) => {
      const name = cleanSegment(text, longest);
      expectSafe(name);
      expect(utf8Length(name)).toBeLessThanOrEqual(longest);
    }),
    { numRuns: howMany(600, 2000) },
  );
});

it('cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(nasty, fc.integer({ min: 8, max: longestName }), (text, longest) => {
      const once = cleanSegment(text, longest);
      expect(cleanSegment(once, longest)).toBe(once);
    }),
    { numRuns: howMany(600, 2000) },
  );
});

it('an ordinary name stays as it is', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-zA-Z0-9À-ÖØ-öø-ÿ_猫][a-zA-Z0-9À-ÖØ-öø-ÿ_猫 .()'-]{0,18}[a-z0-9)]$/),
      text => {
        fc.pre(!device.test(text));
        expect(cleanSegment(text)).toBe(text);
      },
    ),
  );
});

const file = fc.record({
  label: fc.oneof(fc.constantFrom('a', 'A', 'a ', '../a', 'é', 'e\u0301', 'CON', ''), nasty),
  name: fc.oneof(
    fc.constantFrom('a.jpg', 'A.JPG', 'a.png', 'a (2).jpg', 'x/../a.jpg', '.jpg', 'CON.jpg'),
    nasty,
  ),
  extension: fc.constantFrom('jpg', 'png', 'webp'),
});

it('no two photos share a path, on no disk; each path is one folder and one file; a label is one folder', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 40 }), files => {
      const paths = archivePaths(files);
      for (const path of paths) expect(isArchivePath(path), path).toBe(true);
      expect(paths).toHaveLength(files.length);
      expect(new Set(paths.map(folded)).size).toBe(files.length);
      const folderOfLabel = new Map<string, string>();
      const labelOfFolder = new Map<string, string>();
      paths.forEach((path, i) => {
        const { label = '', extension = '' } = files[i] ?? {};
        const [folder = '', name = '', ...more] = path.split('/');
        expect(more).toEqual([]);
        expectSafe(folder);
        expectSafe(name);
        expect(name.endsWith(`.${extension}`)).toBe(true);
        expect(Math.max(utf8Length(folder), utf8Length(name))).toBeLessThanOrEqual(longestName);
        expect(folderOfLabel.get(label) ?? folder).toBe(folder);
        expect(labelOfFolder.get(folded(folder)) ?? label).toBe(label);
        folderOfLabel.set(label, folder);
        labelOfFolder.set(folded(folder), label);
      });
    }),
    { numRuns: howMany(400, 1000) },
  );
});

it('photos added at the end move none before them', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 20 }), fc.array(file, { maxLength: 10 }), (files, more) => {
      expect(archivePaths([...files, ...more]).slice(0, files.length)).toEqual(archivePaths(files));
    }),
  );
});

it('clashes are numbered from 2, whatever the case', () => {
  const named = (...names: string[]) =>
    archivePaths(names.map(name => ({ label: 'l', name, extension: 'jpg' })));
  expect(named('a.jpg', 'A.JPG', 'a.png', 'b.jpeg')).toEqual([
    'l/a.jpg',
    'l/A (2).jpg',
    'l/a (3).jpg',
    'l/b.jpg',
  ]);
  expect(named('a.jpg', 'a (2).jpg', 'a.jpg')).toEqual(['l/a.jpg', 'l/a (2).jpg', 'l/a (3).jpg']);
  expect(named('v1.2', 'v1.2.final', 'folder/c.jpg', 'w\\c.jpg')).toEqual([
    'l/v1.2.jpg',
    'l/v1.2.final.jpg',
    'l/c.jpg',
    'l/c (2).jpg',
  ]);
});

it('a number at the end of a clash fits within the length too', () => {
  const long = { label: 'l', name: `${'é'.repeat(100)}.jpg`, extension: 'jpg' };
  const paths = archivePaths([long, long, long]);
  expect(new Set(paths).size).toBe(3);
  expect(paths[2]).toMatch(/é \(3\)\.jpg$/);
  for (const path of paths) expect(utf8Length(path.slice(2))).toBeLessThanOrEqual(longestName);
});

it('photos added to an earlier archive stay in their label’s folder and take no path of it', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 20 }), fc.array(file, { maxLength: 20 }), (files, more) => {
      const old = archivePaths(files);
      const taken = files.map(({ label }, i) => ({ label, path: old[i] ?? '' }));
      const fresh = archivePaths(more, taken);
      expect(new Set([...old, ...fresh].map(folded)).size).toBe(files.length + more.length);
      const folderOf = (path = '') => path.slice(0, path.indexOf('/'));
      const folders = new Map([...taken.map(({ label, path }) => [label, folderOf(path)] as const)]);
      more.forEach(({ label }, i) => {
        expect(folders.get(label) ?? folderOf(fresh[i])).toBe(folderOf(fresh[i]));
        folders.set(label, folderOf(fresh[i]));
      });
      expect(new Set([...folders.values()].map(folded)).size).toBe(folders.size);
    }),
  );
});

it('plain names count up in each label, stay when photos are added, and go on after earlier ones', () => {
  const one = fc.record({
    label: fc.constantFrom('cats', 'dogs'),
    name: fc.string(),
    extension: fc.constantFrom('jpg', 'png'),
  });
  fc.assert(
    fc.property(fc.array(one), fc.array(one), (files, more) => {
      const paths = archivePaths(plainNamed(files));
      expect(archivePaths(plainNamed([...files, ...more])).slice(0, files.length)).toEqual(paths);
      for (const label of ['cats', 'dogs']) {
        const mine = paths.filter(path => path.startsWith(`${label}/`));
        const numbers = mine.map(path => path.replace(/^.*\/(\d{4})\.(?:jpg|png)$/, '$1'));
        expect(numbers).toEqual(mine.map((_, i) => String(i + 1).padStart(4, '0')));
      }
      // The next archive of the same dataset takes up where this one ended.
      const taken = files.map(({ label }, i) => ({ label, path: paths[i] ?? '' }));
      const later = archivePaths(plainNamed(more, taken), taken);
      expect(new Set([...paths, ...later]).size).toBe(files.length + more.length);
      for (const path of later) expect(path).toMatch(/^(?:cats|dogs)\/\d{4}\.(?:jpg|png)$/);
    }),
  );
});
