import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeZip } from 'client-zip';
import { beforeAll, describe, expect, test } from 'vitest';
import { ending, headerBlocks, padding } from '../../../../cli/tar/header.ts';
import { filesIn, keyveil, lay, ownFolder } from '../keyveil.ts';
import { picture } from '../pictures.ts';

/** `keyveil check` and `keyveil card`, on what `keyveil protect` made. */

const folder = ownFolder();
const receipt = '--receipt=out.keyveil.json';

beforeAll(async () => {
  for (const label of ['a', 'b'])
    for (let i = 0; i < 4; i++)
      lay(join(folder, 'set'), { [`${label}/${i}.png`]: await picture('png', 33, 30, i) });
  const args = ['protect', 'set', 'out', '--dataset=a-set', '--preset=light', '--threads=1'];
  expect(await keyveil(args, folder)).toMatchObject({ code: 0, err: '' });
}, 60_000);

async function verdictOn(args: readonly string[]) {
  const { code, out, err } = await keyveil(['check', ...args, '--json'], folder, '');
  return code === 1 ? { code, err } : { code, ...JSON.parse(out) };
}

describe('an archive', () => {
  test('is as it was, as a folder, a zip, and by its receipt part', async () => {
    const well = { code: 0, same: 8, changed: [], missing: [], extra: [], damaged: [] };
    expect(await verdictOn(['out', receipt])).toMatchObject(well);
    expect(await verdictOn(['out', '--receipt=out.keyveil-part'])).toMatchObject(well);
    const names = Object.keys(filesIn(join(folder, 'out')));
    const zip = makeZip(names.map(name => ({ name, input: readFileSync(join(folder, 'out', name)) })));
    writeFileSync(join(folder, 'out.zip'), Buffer.from(await new Response(zip).arrayBuffer()));
    expect(await verdictOn(['out.zip', receipt])).toMatchObject(well);
  });

  test('is as it was in tars, converted photos included', async () => {
    const parts: Uint8Array[] = [];
    for (let i = 0; i < 3; i++) {
      const photo = await picture('png', 33, 30, i);
      for (const [name, content] of [
        [`${i}.png`, photo],
        [`${i}.cls`, Buffer.from('cat')],
      ] as const)
        parts.push(headerBlocks(name, content.length), content, padding(content.length));
    }
    lay(join(folder, 'tars'), { 'x/1.tar': Buffer.concat([...parts, ending]) });
    for (const format of ['same', 'jpeg']) {
      const args = ['protect', 'tars', format, '--dataset=a-set', `--format=${format}`, '--threads=1'];
      expect((await keyveil(args, folder)).code).toBe(0);
      expect(await verdictOn([format, `--receipt=${format}.keyveil.json`])).toMatchObject({
        code: 0,
        same: 3,
        extra: [],
      });
    }
  });

  test('that was changed is told apart, photo by photo', async () => {
    cpSync(join(folder, 'out'), join(folder, 'spoilt'), { recursive: true });
    appendFileSync(join(folder, 'spoilt/a/0.png'), ' ');
    rmSync(join(folder, 'spoilt/a/1.png'));
    lay(join(folder, 'spoilt'), {
      'c/new.png': 'x',
      'README.md': 'no photo',
      '.hidden': 'x',
      'broken.zip': 'x',
    });
    expect(await verdictOn(['spoilt', receipt])).toEqual({
      code: 2,
      event: 'end',
      same: 6,
      changed: ['a/0.png'],
      missing: ['a/1.png'],
      extra: ['c/new.png'],
      damaged: ['broken.zip'],
    });
    const { out } = await keyveil(['check', 'spoilt', receipt], folder, '');
    expect(out).toContain('6 of 8 photos are as they were.');
  });

  test.each([
    [['nowhere', receipt], 'There is no nowhere.'],
    [['out'], '--receipt is missing.'],
    [['out', '--receipt=set/a/0.png'], 'cannot be read (not-ours)'],
  ])('%j is refused', async (args, sentence) => {
    expect(await verdictOn(args)).toMatchObject({ code: 1, err: expect.stringContaining(sentence) });
  });
});

describe('a card', () => {
  test('says what was done, in words and for machines, and nothing secret', async () => {
    const args = [
      'card',
      'out.keyveil.json',
      '--out=out',
      '--title=Some "cats"',
      '--license=cc-by-4.0',
      '--creator=Me',
    ];
    expect(await keyveil(args, folder, '')).toMatchObject({ code: 0, err: '' });
    const readme = readFileSync(join(folder, 'out/README.md'), 'utf8');
    const croissant = readFileSync(join(folder, 'out/croissant.json'), 'utf8');
    const { commitment, keyCheck, files } = JSON.parse(
      readFileSync(join(folder, 'out.keyveil.json'), 'utf8'),
    );
    const published = (await keyveil(['trace', 'publish', 'out.keyveil.json'], folder, '')).out.trim();
    expect(readme).toMatch(/^---\npretty_name: "Some \\"cats\\""\nlicense: "cc-by-4.0"\n/);
    expect(readme).toContain(published);
    expect(readme).toContain('## What it does not protect against');
    for (const text of [readme, croissant]) {
      expect(text).toContain(commitment);
      for (const secret of [keyCheck, 'a key', files[0].sha256, files[0].sourceSha256, '0.png'])
        expect(text).not.toContain(secret);
    }
    // The set with its card is still the set.
    expect(await verdictOn(['out', receipt])).toMatchObject({ code: 0, same: 8 });
  });

  test('is Croissant 1.0: every reference leads somewhere, and the pattern finds each label', () => {
    const card = JSON.parse(readFileSync(join(folder, 'out/croissant.json'), 'utf8'));
    expect(card).toMatchObject({
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.0',
      name: 'Some "cats"',
    });
    const known = new Set<string>();
    const wanted = new Set<string>();
    JSON.stringify(card.distribution.concat(card.recordSet), (_, value) => {
      if (value?.['@type'] && value['@id']) known.add(value['@id']);
      else if (value?.['@id']) wanted.add(value['@id']);
      return value;
    });
    expect([...wanted].filter(id => !known.has(id))).toEqual([]);
    const [labels, photos] = card.recordSet;
    expect(labels.data).toEqual([{ 'labels/name': 'a' }, { 'labels/name': 'b' }]);
    const pattern = new RegExp(photos.field[1].source.transform.regex);
    for (const path of Object.keys(filesIn(join(folder, 'out')))) {
      if (path.includes('/')) expect(pattern.exec(path)?.[1]).toBe(path.slice(0, path.indexOf('/')));
    }
    expect(card.distribution[1].includes).toEqual(['*/*.png']);
  });

  test('takes no other README’s place', async () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine/README.md'), 'my own');
    const { code, err } = await keyveil(['card', 'out.keyveil.json', '--out=mine'], folder, '');
    expect({ code, err }).toEqual({
      code: 1,
      err: 'There is a README.md in mine already; --overwrite takes its place.\n',
    });
    expect((await keyveil(['card', 'out.keyveil.json', '--out=out'], folder, '')).code).toBe(0);
  });
});
