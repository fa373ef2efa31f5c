import { describe, expect, it } from 'vitest';
import { lookalikes, oddCharacters } from '../../../../src/core/labels/lookalike.ts';

describe('names that deceive the eye', () => {
  it.each([
    ['Mia', 'Міа'],
    ['Mia', 'Mia\u200b'],
    ['Mia', 'Ｍｉａ'],
    ['film', 'ﬁlm'],
    ['Anna B', 'Anna\u00a0B'],
    ['ТОМ', 'TOM'],
    ['Jean-Luc', 'Jean–Luc'],
    ['O’Neil', "O'Neil"],
  ])('%j and %j look alike', (a, b) => {
    expect(lookalikes(['Ben', a, 'cats', b])).toEqual([[a, b]]);
  });

  it('are not those that people keep apart', () => {
    expect(lookalikes(['Mia', 'Mía', 'Maia', 'Анна', 'Anna', 'コ', '口', 'Tom 1', 'Tom 2'])).toEqual([]);
  });

  it('say which of their characters are other than they seem', () => {
    expect(oddCharacters('Міа')).toEqual(['М (U+041C)', 'і (U+0456)', 'а (U+0430)']);
    expect(oddCharacters('Mia\u200b')).toEqual(['U+200B']);
    expect(oddCharacters('Mia')).toEqual([]);
  });
});
