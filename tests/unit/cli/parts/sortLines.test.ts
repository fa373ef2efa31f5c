import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KeyedLine, merged, sortedLines } from '../../../../cli/parts/sortLines.ts';
import { ownFolder } from '../keyveil.ts';

const folder = ownFolder();

async function* stream(lines: readonly KeyedLine[]): AsyncGenerator<KeyedLine> {
  yield* lines;
}

async function all(lines: AsyncIterable<KeyedLine>): Promise<KeyedLine[]> {
  const list: KeyedLine[] = [];
  for await (const line of lines) list.push(line);
  return list;
}

test('any lines come sorted, the last of each key, however few fit in memory', async () => {
  const key = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom('a/1', 'a/2', 'a b/1', 'é', '\u{1f600}', '\t'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(key, { maxLength: 60 }),
      fc.integer({ min: 1, max: 200 }),
      async (keys, atOnce) => {
        const lines = keys.map((each, at) => ({ key: each, text: `line ${at}` }));
        const latest = new Map(lines.map(line => [line.key, line]));
        const wanted = [...latest.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
        const place = join(folder, 'sorting');
        expect(await all(sortedLines(stream(lines), place, atOnce))).toEqual(wanted);
        expect(existsSync(place)).toBe(false);
      },
    ),
  );
});

test('streams are merged, and keys in several of them are told', async () => {
  const line = (key: string, text: string) => ({ key, text });
  const twice: string[] = [];
  const one = stream([line('a', '1'), line('c', '1')]);
  const two = stream([line('b', '2'), line('c', '2')]);
  const lines = await all(merged([one, two], key => twice.push(key)));
  expect(lines.map(({ text }) => text).join('')).toBe('122');
  expect(twice).toEqual(['c']);
});
