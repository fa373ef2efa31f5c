import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Circumstances, rankEncodings } from '../../../../src/archive/names/chooseEncoding.ts';
import { decodeAs } from '../../../../src/archive/names/encodings.ts';
import { type WordList, wordLists } from '../../../fixtures/names/words.ts';

/** What these names are read as. */
function read(names: readonly Uint8Array[], circumstances: Circumstances): readonly (string | null)[] {
  const [best] = rankEncodings(names, circumstances);
  return names.map(name => best && decodeAs(name, best.encoding)) as (string | null)[];
}

interface Written extends WordList {
  readonly encoding: string;
  readonly bytes: readonly Uint8Array[];
}

const encoder = [
  'import json, sys',
  'print(json.dumps([[list(w.encode(e)) for w in ws] for e, ws in json.load(sys.stdin)]))',
].join('\n');

/** Every list in every encoding that it is written in, by Python, which has tables of its own; null without it. */
function writtenByPython(): readonly Written[] | null {
  const all = wordLists.flatMap(list => list.writtenIn.map(encoding => ({ ...list, encoding })));
  const input = JSON.stringify(all.map(({ encoding, words }) => [encoding, words]));
  const { status, stdout, stderr } = spawnSync('python3', ['-c', encoder], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status === null) return null;
  if (status !== 0) throw new Error(stderr);
  const bytes: readonly (readonly number[][])[] = JSON.parse(stdout);
  return all.map((list, i) => ({ ...list, bytes: (bytes[i] ?? []).map(word => Uint8Array.from(word)) }));
}

const written = writtenByPython();

describe.skipIf(written === null)('which encoding words are in (skipped where python3 is missing)', () => {
  const cases = (written ?? []).map(list => ({
    ...list,
    windows: !list.encoding.startsWith('cp12'),
  }));

  it.each(cases)('has two hundred words of $language', ({ words }) => {
    expect(words.length).toBeGreaterThanOrEqual(200);
  });

  it.each(cases)('is told of one word, in a browser of that language: $language in $encoding', list => {
    const { bytes, words, language, windows } = list;
    const right = bytes.filter(
      (word, i) => read([word], { languages: [language, 'en'], windows })[0] === words[i],
    );
    expect(right.length / words.length).toBeGreaterThanOrEqual(0.98);
  });

  it.each(cases)('is told of one word, in an English browser: $language in $encoding', list => {
    const { bytes, words, windows } = list;
    const right = bytes.filter((word, i) => read([word], { languages: ['en-GB'], windows })[0] === words[i]);
    expect(right.length / words.length).toBeGreaterThanOrEqual(0.95);
  });

  it.each(cases)('is told of six words, in an English browser: $language in $encoding', list => {
    const { bytes, words, windows } = list;
    let groups = 0;
    let right = 0;
    for (let at = 0; at + 6 <= bytes.length; at += 6) {
      groups += 1;
      const as = read(bytes.slice(at, at + 6), { languages: ['en-GB'], windows });
      if (as.join('/') === words.slice(at, at + 6).join('/')) right += 1;
    }
    expect(right / groups).toBeGreaterThanOrEqual(0.95);
  });
});

describe('ranking', () => {
  it('gives for any bytes some encodings that can read them all, best first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 5 }),
        fc.array(fc.constantFrom('en', 'zh-TW', 'xx', '', 'ja-JP')),
        fc.boolean(),
        (names, languages, windows) => {
          const ranked = rankEncodings(names, { languages, windows });
          expect(ranked.length).toBeGreaterThan(0);
          for (const { encoding, score } of ranked) {
            expect(Number.isFinite(score)).toBe(true);
            for (const name of names) expect(decodeAs(name, encoding)).not.toBeNull();
          }
          expect(ranked.map(({ score }) => score)).toEqual(
            ranked.map(({ score }) => score).toSorted((a, b) => b - a),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
