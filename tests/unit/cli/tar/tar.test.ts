import { spawnSync } from 'node:child_process';
import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ending, headerBlocks, padding } from '../../../../cli/tar/header.ts';
import { readTar, type TarMember } from '../../../../cli/tar/readTar.ts';
import { endingOf, isPhoto, labelFinder, samplesOf } from '../../../../cli/tar/samples.ts';
import { lay, ownFolder } from '../keyveil.ts';

const folder = ownFolder();

const member = (name: string, content: string | Uint8Array = name): TarMember => ({
  name,
  bytes: new Uint8Array(Buffer.from(content)),
});

function tarOf(members: readonly TarMember[]): Buffer {
  const parts = members.flatMap(({ name, bytes }) => [
    headerBlocks(name, bytes.length),
    bytes,
    padding(bytes.length),
  ]);
  return Buffer.concat([...parts, ending]);
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

const hasTar = spawnSync('tar', ['--version']).status === 0;

describe('tars', () => {
  test('come back as they were written, in pieces of any size', async () => {
    const name = fc
      .string({ minLength: 1, maxLength: 300, unit: 'grapheme' })
      .filter(text => !text.includes('\0'));
    const content = fc.uint8Array({ maxLength: 1200 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, content), { maxLength: 4 }),
        fc.integer({ min: 1, max: 3000 }),
        async (files, size) => {
          const members = files.map(([each, bytes]) => member(each.toWellFormed(), bytes));
          expect(await all(readTar(pieces(tarOf(members), size)))).toEqual(members);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.skipIf(!hasTar).each(['ustar', 'pax', 'gnu', 'v7'])(
    'of the program tar are read: %s',
    async format => {
      const long = format === 'v7' ? 'short' : `${'long folder/'.repeat(8)}${'x'.repeat(90)}`;
      const files = { 'a/1.jpg': 'one', 'a/2.cls': '', [`${long}/3.png`]: 'x'.repeat(5000) };
      const set = join(folder, format);
      lay(set, files);
      const args = ['--format', format, '-C', set, '-cf', `${set}.tar`, ...Object.keys(files), 'a'];
      expect(spawnSync('tar', args).status).toBe(0);
      const read = await all(readTar(createReadStream(`${set}.tar`)));
      const found = Object.fromEntries(read.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]));
      expect(found).toEqual(files);
    },
  );

  test.skipIf(!hasTar)('are read by the program tar', () => {
    const names = ['a/1.jpg', `${'ü'.repeat(80)}/${'x'.repeat(90)}.jpg`, 'b/2.cls'];
    writeFileSync(join(folder, 'ours.tar'), tarOf(names.map(name => member(name))));
    const listed = spawnSync('tar', ['--quoting-style=literal', '-tf', join(folder, 'ours.tar')], {
      encoding: 'utf8',
    });
    expect(listed.stdout.trim().split('\n')).toEqual(names);
    expect(listed.stderr).toBe('');
  });

  test.each([
    ['cut off within a file', (tar: Buffer) => tar.subarray(0, 700)],
    ['cut off within a header', (tar: Buffer) => tar.subarray(0, 300)],
    ['that is none', () => Buffer.alloc(2048, 65)],
  ])('%s is told as damaged', async (_, spoil) => {
    const tar = tarOf([member('1.jpg', 'x'.repeat(600))]);
    await expect(all(readTar(pieces(spoil(tar), 100)))).rejects.toThrow('It ');
  });
});

describe('samples', () => {
  test('are members that share their names up to the first dot', async () => {
    const names = ['a/1.jpg', 'a/1.cls', 'a/1.seg.png', 'b/1.jpg', 'b/.hidden.jpg', 'c'];
    const samples = await all(samplesOf(stream(names.map(name => member(name)))));
    expect(samples.map(({ key, members }) => [key, members.length])).toEqual([
      ['a/1', 3],
      ['b/1', 1],
      ['b/.hidden', 1],
      ['c', 1],
    ]);
    expect(names.map(endingOf)).toEqual(['jpg', 'cls', 'seg.png', 'jpg', 'jpg', '']);
    expect(names.filter(name => isPhoto(member(name), ['seg.png']))).toEqual([
      'a/1.jpg',
      'b/1.jpg',
      'b/.hidden.jpg',
    ]);
  });

  test('say their label in a member, a folder or a field', () => {
    const sample = {
      key: 'train/tabby cat/1',
      members: [
        member('1.cls', ' 281\n'),
        member('1.txt', 'a cat'),
        member('1.json', '{"label":"tabby","n":3}'),
      ],
    };
    expect(labelFinder(null)(sample)).toBe('281');
    expect(labelFinder('folder')(sample)).toBe('tabby cat');
    expect(labelFinder('txt')(sample)).toBe('a cat');
    expect(labelFinder('json:label')(sample)).toBe('tabby');
    expect(labelFinder('json:n')(sample)).toBe('3');
    expect(labelFinder('json:none')(sample)).toBeNull();
    expect(labelFinder(null)({ key: '1', members: [] })).toBeNull();
    expect(labelFinder(null)({ key: 'dog/1', members: [] })).toBe('dog');
  });
});
