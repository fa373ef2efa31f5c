import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Journal } from '../../../../cli/parts/journal.ts';
import type { PartHead, PhotoLine, TarLine } from '../../../../cli/parts/part.ts';
import { photoOf, sortedPhotos, surveyPart } from '../../../../cli/parts/readPart.ts';
import { defaultOutput } from '../../../../src/core/settings.ts';
import { ownFolder } from '../keyveil.ts';

const folder = ownFolder();

const head: PartHead = {
  kind: 'head',
  dataset: 'set',
  keyCheck: '0123456789abcdef',
  commitment: 'ef'.repeat(32),
  settings: { method: 'veil', veilSize: 160, strength: 0.3 },
  labels: ['a'],
  output: defaultOutput,
  shard: { index: 1, of: 1 },
};

const photo = (name: string, recipe: string, source = `in/${name}`): PhotoLine => ({
  kind: 'photo',
  path: `a/${name}`,
  sha256: 'ab'.repeat(32),
  sourceSha256: 'cd'.repeat(32),
  source,
  label: 'a',
  width: 1,
  height: 1,
  recipe,
});

async function recipesIn(path: string): Promise<Record<string, string>> {
  const survey = await surveyPart(path);
  const found: Record<string, string> = {};
  for await (const line of sortedPhotos(path, survey, `${path}.sorting`)) {
    const read = photoOf(line);
    found[line.key] = read.kind === 'photo' ? read.recipe : read.reason.kind;
  }
  return found;
}

function journalOf(name: string): string {
  const path = join(folder, name);
  const journal = new Journal(path, head);
  journal.add(photo('2.png', 'first'));
  journal.add(photo('1.png', 'first'));
  journal.close();
  return path;
}

test('a later line about a photo counts, and a failure is one', async () => {
  const path = journalOf('later');
  const journal = new Journal(path, head);
  journal.add(photo('1.png', 'second'));
  const reason = { kind: 'unreadable' } as const;
  journal.add({ kind: 'failed', path: 'a/3.png', source: 'in/3.png', label: 'a', reason });
  journal.close();
  expect(await recipesIn(path)).toEqual({ 'a/1.png': 'second', 'a/2.png': 'first', 'a/3.png': 'unreadable' });
});

test.each([1, 20, 80])('a line that a crash cut after %i characters takes no other with it', async length => {
  const path = journalOf(`torn-${length}`);
  appendFileSync(path, JSON.stringify(photo('9.png', 'torn')).slice(0, length));
  const journal = new Journal(path, head);
  journal.add(photo('3.png', 'after'));
  journal.close();
  expect(await recipesIn(path)).toEqual({ 'a/1.png': 'first', 'a/2.png': 'first', 'a/3.png': 'after' });
});

test('a file with nothing but a torn line is begun anew', async () => {
  const path = join(folder, 'nothing');
  writeFileSync(path, '{"kind":"he');
  new Journal(path, head).close();
  expect(readFileSync(path, 'utf8')).toMatch(/^\{"kind":"head","format":"keyveil-receipt-part",.*\}\n$/);
  expect((await surveyPart(path)).head).toMatchObject({ dataset: 'set' });
});

test('photos of a tar count only since it was begun last', async () => {
  const path = join(folder, 'tars');
  const tar = (state: TarLine['state']): TarLine => ({
    kind: 'tar',
    path: 'x.tar',
    state,
    sha256: '',
    sourceSha256: '',
    recipe: '',
    photos: 0,
  });
  const journal = new Journal(path, head);
  journal.add(tar('begun'));
  journal.add(photo('gone.png', 'old', 'x.tar!/gone.png'));
  journal.add(photo('other.png', 'old', 'y.tar!/other.png'));
  journal.add(tar('whole'));
  journal.add(tar('begun'));
  journal.add(photo('new.png', 'new', 'x.tar!/new.png'));
  journal.close();
  expect(await recipesIn(path)).toEqual({ 'a/new.png': 'new', 'a/other.png': 'old' });
  expect((await surveyPart(path)).tars.size).toBe(0);
});
