import { afterEach, expect, test, vi } from 'vitest';
import { type JournalFile, openJournal, parseJournal } from '../../../src/storage/journal.ts';

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

afterEach(() => vi.useRealTimers());

/** A file in memory that says how often it was opened and whether it is open. */
function memoryFile() {
  const disk = { bytes: new Uint8Array(), opened: 0, open: false, full: false };
  const file: JournalFile = {
    getSize: () => disk.bytes.length,
    write: (buffer, options) => {
      if (disk.full) throw new DOMException('full', 'QuotaExceededError');
      const added = new Uint8Array(buffer as Uint8Array<ArrayBuffer>);
      disk.bytes = Uint8Array.from([...disk.bytes.subarray(0, options?.at ?? 0), ...added]);
      return added.length;
    },
    close: () => {
      disk.open = false;
    },
  };
  const open = async () => {
    disk.opened++;
    disk.open = true;
    return file;
  };
  return { disk, open, lines: () => parseJournal(new TextDecoder().decode(disk.bytes)) };
}

test('a line is written without waiting for others, and the file is opened once for many', async () => {
  const { disk, open, lines } = memoryFile();
  const journal = openJournal<number>('keyveil/here', open);
  journal.add(1);
  await journal.written();
  expect(lines()).toEqual([1]);
  for (let i = 2; i <= 50; i++) journal.add(i);
  await journal.written();
  expect(lines()).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  expect(disk.opened).toBe(1);
});

test('a journal that rests lets go of its file, and takes it up again', async () => {
  vi.useFakeTimers();
  const { disk, open, lines } = memoryFile();
  const journal = openJournal<string>('keyveil/here', open);
  journal.add('a');
  await journal.written();
  expect(disk.open).toBe(true);
  vi.advanceTimersByTime(1000);
  expect(disk.open).toBe(false);
  journal.add('b');
  await journal.written();
  expect(lines()).toEqual(['a', 'b']);
});

test('a full disk is told of, and later lines are written all the same', async () => {
  const { disk, open, lines } = memoryFile();
  const journal = openJournal<string>('keyveil/here', open);
  disk.full = true;
  journal.add('lost');
  await expect(journal.written()).rejects.toThrow('full');
  disk.full = false;
  journal.add('kept');
  await journal.written();
  expect(lines()).toEqual(['kept']);
});
