import { describe, expect, test } from 'vitest';
import {
  keepOnly,
  moveCurrent,
  noSelection,
  select,
  selectMany,
} from '../../../../src/state/labels/selection.ts';

const visible = ['a', 'b', 'c', 'd', 'e'];
const chosen = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort();

describe('selecting', () => {
  test('a click takes one, ctrl adds and takes away', () => {
    const one = select(noSelection, visible, 'b', 'replace');
    const two = select(one, visible, 'd', 'toggle');
    expect(chosen(two)).toEqual(['b', 'd']);
    expect(chosen(select(two, visible, 'b', 'toggle'))).toEqual(['d']);
  });

  test('shift takes everything from the anchor on, either way', () => {
    const anchored = select(noSelection, visible, 'c', 'replace');
    const down = select(anchored, visible, 'e', 'range');
    expect(chosen(down)).toEqual(['c', 'd', 'e']);
    expect(chosen(select(down, visible, 'a', 'range'))).toEqual(['a', 'b', 'c']);
  });

  test('a range from a photo that is not shown takes the one clicked', () => {
    const elsewhere = select(noSelection, ['z'], 'z', 'replace');
    expect(chosen(select(elsewhere, visible, 'b', 'range'))).toEqual(['b']);
  });

  test('the rubber band replaces or adds', () => {
    const one = select(noSelection, visible, 'a', 'replace');
    expect(chosen(selectMany(one, ['c', 'd'], false))).toEqual(['c', 'd']);
    expect(chosen(selectMany(one, ['c', 'd'], true))).toEqual(['a', 'c', 'd']);
  });

  test('arrows move, stop at the ends and extend with shift', () => {
    const first = moveCurrent(noSelection, visible, 1, false);
    expect(first.current).toBe('a');
    const third = moveCurrent(first, visible, 2, true);
    expect(chosen(third)).toEqual(['a', 'b', 'c']);
    expect(moveCurrent(third, visible, 99, false).current).toBe('e');
    expect(moveCurrent(noSelection, [], 1, false)).toBe(noSelection);
  });

  test('photos that are gone are forgotten', () => {
    const many = selectMany(noSelection, ['a', 'b'], false);
    expect(keepOnly(many, new Set(['a']))).toEqual({ ids: new Set(['a']), anchor: 'a', current: null });
  });
});
