import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { partPathFor, receiptPathFor } from '../../../../cli/parts/names.ts';
import { belongsTo, shardOf } from '../../../../cli/parts/shard.ts';

const paths = Array.from({ length: 8000 }, (_, at) => `label ${at % 10}/photo-${at}.jpg`);

describe('shares of a set', () => {
  test.each([2, 3, 8, 40])('%i of them take every photo once, and about as many each', of => {
    const sizes = Array.from({ length: of }, (_, at) => {
      const shard = { index: at + 1, of };
      return paths.filter(path => belongsTo(shard, path)).length;
    });
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(paths.length);
    expect(Math.min(...sizes)).toBeGreaterThan((0.5 * paths.length) / of);
    expect(Math.max(...sizes)).toBeLessThan((1.6 * paths.length) / of);
  });

  test('do not depend on how a disk spells a name', () => {
    const [composed, decomposed] = ['caf\u00e9/1.jpg', 'cafe\u0301/1.jpg'];
    for (let index = 1; index <= 8; index++)
      expect(belongsTo({ index, of: 8 }, composed)).toBe(belongsTo({ index, of: 8 }, decomposed));
  });

  test('stay what they are: parts of older versions can be merged with newer ones', () => {
    const shares = paths.slice(0, 12).map(path => {
      for (let index = 1; index <= 8; index++) if (belongsTo({ index, of: 8 }, path)) return index;
      return 0;
    });
    expect(shares).toMatchInlineSnapshot(`
      [
        4,
        5,
        8,
        2,
        3,
        3,
        4,
        3,
        7,
        5,
        2,
        1,
      ]
    `);
  });

  test.each(['0/8', '9/8', '8', '1/0', 'a/b', '1.5/2', ''])('%s is none', given => {
    expect(() => shardOf(given)).toThrow('--shard');
  });
});

describe('where private files lie', () => {
  test('is beside what is published', () => {
    expect(receiptPathFor('sets/out/', null)).toBe(join(process.cwd(), 'sets/out.keyveil.json'));
  });

  test.each(['out/receipt.json', './out/a/b.json'])('is never in it: %s', given => {
    expect(() => receiptPathFor('out', given)).toThrow('private');
  });

  test('tells shares apart', () => {
    expect(partPathFor('/d/out.keyveil.json', { index: 3, of: 16 })).toBe('/d/out.03-of-16.keyveil-part');
    expect(partPathFor('/d/receipt.json', { index: 1, of: 1 })).toBe('/d/receipt.json.keyveil-part');
  });
});
