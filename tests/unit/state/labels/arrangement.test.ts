import { describe, expect, test } from 'vitest';
import {
  type Arrival,
  addLabel,
  addPhotos,
  assign,
  emptyArrangement,
  removeLabel,
  removePhotos,
  renameLabel,
} from '../../../../src/state/labels/arrangement.ts';
import { commit, emptyHistory, redo, undo } from '../../../../src/state/labels/history.ts';
import type { Arrangement } from '../../../../src/state/model/labels.ts';

function ids(): () => string {
  let last = 0;
  return () => `label-${++last}`;
}

function arrangementOf(...arrivals: readonly (readonly [id: string, label: string | null])[]): Arrangement {
  return addPhotos(
    emptyArrangement,
    arrivals.map(([id, labelName]): Arrival => ({ id, labelName })),
    ids(),
  );
}

/** Photos by label name, the way a person sees them. */
function shelves(arrangement: Arrangement): Record<string, string[]> {
  const names = new Map(arrangement.labels.map(label => [label.id, label.name]));
  const shelved: Record<string, string[]> = Object.fromEntries(
    arrangement.labels.map(label => [label.name, []]),
  );
  for (const id of arrangement.order) {
    const label = arrangement.labelOf.get(id);
    const name = (label === undefined ? undefined : names.get(label)) ?? '(none)';
    shelved[name] = [...(shelved[name] ?? []), id];
  }
  return shelved;
}

describe('photos in', () => {
  test('folders become labels, loose photos stay without one', () => {
    const arrangement = arrangementOf(['a', 'cats'], ['b', 'dogs'], ['c', null], ['d', 'cats']);
    expect(shelves(arrangement)).toEqual({ cats: ['a', 'd'], dogs: ['b'], '(none)': ['c'] });
  });

  test('labels that come together share a batch, later ones stand in a later batch', () => {
    const first = arrangementOf(['a', 'dogs'], ['b', 'cats']);
    const second = addPhotos(first, [{ id: 'c', labelName: 'apes' }], () => 'label-9');
    expect(second.labels.map(label => [label.name, label.batch])).toEqual([
      ['dogs', 0],
      ['cats', 0],
      ['apes', 1],
    ]);
  });

  test('a folder that differs only in case joins the label that is there', () => {
    const arrangement = arrangementOf(['a', 'Cats'], ['b', 'cats']);
    expect(shelves(arrangement)).toEqual({ Cats: ['a', 'b'] });
  });

  test('a folder called Unlabelled makes no label', () => {
    expect(shelves(arrangementOf(['a', 'unlabelled']))).toEqual({ '(none)': ['a'] });
  });
});

describe('labelling', () => {
  const start = arrangementOf(['a', 'cats'], ['b', 'dogs'], ['c', null]);
  const idOf = (name: string) => start.labels.find(label => label.name === name)?.id ?? '';

  test('refuses names that are empty, reserved or the same folder on many disks', () => {
    expect(addLabel(start, '  ', ids()).outcome).toEqual({ kind: 'refused', reason: 'empty' });
    expect(addLabel(start, 'UNLABELLED', ids()).outcome).toEqual({ kind: 'refused', reason: 'reserved' });
    expect(addLabel(start, 'CATS', ids()).outcome).toEqual({
      kind: 'refused',
      reason: 'similar',
      other: 'cats',
    });
    expect(renameLabel(start, idOf('dogs'), 'Cats').outcome).toMatchObject({
      kind: 'refused',
      reason: 'similar',
    });
  });

  test('a label may change its own case', () => {
    const { arrangement, outcome } = renameLabel(start, idOf('cats'), 'Cats');
    expect(outcome.kind).toBe('done');
    expect(shelves(arrangement)).toEqual({ Cats: ['a'], dogs: ['b'], '(none)': ['c'] });
  });

  test('renaming onto another label merges the two', () => {
    const { arrangement, outcome } = renameLabel(start, idOf('dogs'), 'cats');
    expect(outcome).toEqual({ kind: 'merged', id: idOf('cats') });
    expect(shelves(arrangement)).toEqual({ cats: ['a', 'b'], '(none)': ['c'] });
  });

  test('a removed label leaves its photos unlabelled', () => {
    expect(shelves(removeLabel(start, idOf('cats')))).toEqual({ dogs: ['b'], '(none)': ['a', 'c'] });
  });

  test('photos move between labels and out of the page', () => {
    expect(shelves(assign(start, ['a', 'c'], idOf('dogs')))).toEqual({ cats: [], dogs: ['a', 'b', 'c'] });
    expect(shelves(assign(start, ['a'], null))).toEqual({ cats: [], dogs: ['b'], '(none)': ['a', 'c'] });
    const without = removePhotos(start, ['a']);
    expect(shelves(without)).toEqual({ cats: [], dogs: ['b'], '(none)': ['c'] });
    expect(without.labelOf.has('a')).toBe(false);
  });
});

describe('undo', () => {
  const first = arrangementOf(['a', 'cats']);
  const second = removePhotos(first, ['a']);
  const begun = commit({ arrangement: first, history: emptyHistory }, second);

  test('goes back and forth', () => {
    expect(undo(begun).arrangement).toBe(first);
    expect(redo(undo(begun))).toEqual(begun);
  });

  test('stops at both ends', () => {
    const back = undo(begun);
    expect(undo(back)).toBe(back);
    expect(redo(begun)).toBe(begun);
  });

  test('a new step forgets what was undone', () => {
    const other = commit(undo(begun), emptyArrangement);
    expect(redo(other)).toBe(other);
  });

  test('nothing changed is no step', () => {
    expect(commit(begun, second)).toBe(begun);
  });
});
