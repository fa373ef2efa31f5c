import { expect, test } from 'vitest';
import { parseJournal } from '../../src/storage/journal.ts';

test('a journal gives its lines in order', () => {
  expect(parseJournal('{"id":"a"}\n{"id":"b"}\n')).toEqual([{ id: 'a' }, { id: 'b' }]);
});

test('a last line that was cut off is left out, even where it would parse', () => {
  expect(parseJournal('{"id":"a"}\n{"id":"b')).toEqual([{ id: 'a' }]);
  expect(parseJournal('{"id":"a"}\n12')).toEqual([{ id: 'a' }]);
});

test('a line that was damaged does not take the others with it', () => {
  expect(parseJournal('{"id":"a"}\n\0\0\0\n{"id":"c"}\n')).toEqual([{ id: 'a' }, { id: 'c' }]);
});

test('an empty journal has no lines', () => {
  expect(parseJournal('')).toEqual([]);
});
