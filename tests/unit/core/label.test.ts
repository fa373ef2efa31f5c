import { describe, expect, it } from 'vitest';
import {
  compareCodePoints,
  folderOf,
  labelOrder,
  normaliseLabel,
  sameFolder,
} from '../../../src/core/label.ts';

it('trims and composes names', () => {
  expect(normaliseLabel('\t cafe\u0301\u00a0')).toBe('café');
  expect(normaliseLabel('  ')).toBe('');
});

it.each([
  ['Cats', 'cats'],
  ['café', 'CAFE\u0301'],
  ['a/b', 'a:b'],
  ['cats', 'cats.'],
  ['straße', 'STRASSE'],
  ['cats', 'ca\u200bts'],
])('%j and %j would be one folder', (a, b) => {
  expect(sameFolder(a, b)).toBe(true);
});

it.each([
  ['cats', 'cat'],
  ['cafe', 'café'],
  ['猫', '犬'],
])('%j and %j are two folders', (a, b) => {
  expect(sameFolder(a, b)).toBe(false);
});

it('makes a safe folder of a label that is none', () => {
  expect(folderOf('naïve/slash')).toBe('naïve_slash');
  expect(folderOf('../../etc')).toBe('_.._etc');
});

describe('order', () => {
  it('is by code point, not by UTF-16 unit and not by language', () => {
    const names = ['\u{1f600}', '\uff5e', 'é', 'z', 'Z', 'a', 'aa', '\u{1f600}a', '\u{1f601}', '10', '9'];
    expect(names.toSorted(compareCodePoints)).toEqual([
      '10',
      '9',
      'Z',
      'a',
      'aa',
      'z',
      'é',
      '\uff5e',
      '\u{1f600}',
      '\u{1f600}a',
      '\u{1f601}',
    ]);
  });

  it('puts batches after one another, each sorted', () => {
    const labels = [
      { name: 'd', batch: 1 },
      { name: 'c', batch: 1 },
      { name: 'b', batch: 2 },
      { name: 'a', batch: 2 },
    ];
    expect(labelOrder(null, labels.toReversed())).toEqual(['c', 'd', 'a', 'b']);
  });

  it('once frozen keeps the place of a label that was removed, and gives it back', () => {
    const frozen = labelOrder(null, [
      { name: 'a', batch: 1 },
      { name: 'b', batch: 1 },
    ]);
    const without = labelOrder(frozen, [{ name: 'b', batch: 1 }]);
    expect(without).toEqual(['a', 'b']);
    const renamed = labelOrder(without, [
      { name: 'b', batch: 1 },
      { name: '0', batch: 1 },
    ]);
    expect(renamed).toEqual(['a', 'b', '0']);
    expect(labelOrder(renamed, [{ name: 'a', batch: 9 }])).toEqual(['a', 'b', '0']);
  });
});
