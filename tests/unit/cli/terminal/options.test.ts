import { describe, expect, test } from 'vitest';
import {
  choice,
  flag,
  maybe,
  maybeNumber,
  number,
  readArguments,
  several,
  text,
} from '../../../../cli/terminal/options.ts';
import { Refusal } from '../../../../cli/terminal/refusal.ts';

const options = {
  method: choice(['cast', 'veil', 'cuda'], 'which protection', 'cast'),
  out: text('<folder>', 'where to', 'here'),
  receipt: maybe('<file>', 'a receipt'),
  only: several('<label>', 'a label'),
  quality: number({ low: 1, high: 100, whole: true }, 'of JPEGs', 92),
  size: maybeNumber({ low: 1, high: Number.MAX_SAFE_INTEGER, whole: true }, 'px'),
  json: flag('for machines'),
};

describe('the arguments of a command', () => {
  test('are what they usually are when they are not given', () => {
    expect(readArguments(['IN', 'OUT'], options)).toEqual({
      positionals: ['IN', 'OUT'],
      values: { method: 'cast', out: 'here', receipt: null, only: [], quality: 92, size: null, json: false },
    });
  });

  test('may stand anywhere, with the value behind a sign or a space', () => {
    const { values, positionals } = readArguments(
      ['IN', '--method=cuda', '--only', 'a', 'OUT', '--only=b', '--json', '--quality', '80', '--size=3'],
      options,
    );
    expect(positionals).toEqual(['IN', 'OUT']);
    expect(values).toMatchObject({ method: 'cuda', only: ['a', 'b'], json: true, quality: 80, size: 3 });
  });

  test.each([
    [['--method=magic'], '--method is magic; it takes cast, veil, cuda.'],
    [['--quality=0'], '--quality is 0; it takes a whole number from 1 to 100.'],
    [['--quality=9.5'], '--quality is 9.5; it takes a whole number from 1 to 100.'],
    [['--quality='], '--quality is ; it takes a whole number from 1 to 100.'],
    [['--size=0'], '--size is 0; it takes a whole number of at least 1.'],
    [['--boo'], "Unknown option '--boo'. --help lists what there is."],
    [['--out'], "Option '--out <value>' argument missing. --help lists what there is."],
  ])('%j is refused in one sentence', (args, sentence) => {
    expect(() => readArguments(args, options)).toThrow(new Refusal(sentence));
  });
});
