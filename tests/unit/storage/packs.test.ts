import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PackWriter, readSlice } from '../../../src/storage/packs.ts';
import { isStored } from '../../../src/storage/results.ts';
import type { StoredFile } from '../../../src/storage/storage.ts';

/** A folder in memory whose disk takes `room` bytes. */
function folderOf(room = Number.POSITIVE_INFINITY) {
  const files = new Map<string, { bytes: number[]; open: boolean }>();
  const directory = {
    async getFileHandle(name: string) {
      const file = files.get(name) ?? { bytes: [], open: false };
      files.set(name, file);
      return {
        async createSyncAccessHandle() {
          expect(file.open).toBe(false);
          file.open = true;
          return {
            write(bytes: Uint8Array, { at }: { at: number }) {
              expect(file.open).toBe(true);
              const fits = Math.max(0, Math.min(bytes.length, room - at));
              file.bytes.splice(at, fits, ...bytes.subarray(0, fits));
              return fits;
            },
            getSize: () => file.bytes.length,
            truncate: (size: number) => file.bytes.splice(size),
            close: () => {
              file.open = false;
            },
          };
        },
        getFile: async () => new Blob([Uint8Array.from(file.bytes)]),
      };
    },
  };
  return { files, directory: directory as unknown as FileSystemDirectoryHandle };
}

const photo = (length: number, level: number) => new Uint8Array(length).fill(level);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function read(directory: FileSystemDirectoryHandle, stored: StoredFile): Promise<number[]> {
  if (stored.kind !== 'file' || stored.slice === undefined) throw new Error('no slice');
  const blob = await readSlice(await directory.getFileHandle(stored.name), stored.slice);
  return [...new Uint8Array(await blob.arrayBuffer())];
}

describe('packs', () => {
  test('photos that come together share a file, each in its place', async () => {
    const { files, directory } = folderOf();
    const packs = new PackWriter(directory, 'here');
    const stored = await Promise.all([3, 5, 0, 2].map((length, i) => packs.add(photo(length, i + 1))));
    expect(files.size).toBe(1);
    expect(stored.map(one => one.kind === 'file' && one.slice)).toEqual([
      { from: 0, bytes: 3 },
      { from: 3, bytes: 5 },
      { from: 8, bytes: 0 },
      { from: 8, bytes: 2 },
    ]);
    expect(await Promise.all(stored.map(one => read(directory, one)))).toEqual([
      [1, 1, 1],
      [2, 2, 2, 2, 2],
      [],
      [4, 4],
    ]);
  });

  test('a pack is closed when nothing comes, and the next photo begins another', async () => {
    const { files, directory } = folderOf();
    const packs = new PackWriter(directory, 'here');
    await packs.add(photo(3, 1));
    expect([...files.values()].map(file => file.open)).toEqual([true]);
    vi.advanceTimersByTime(250);
    expect([...files.values()].map(file => file.open)).toEqual([false]);
    await packs.add(photo(3, 2));
    expect([...files.values()].map(file => file.open)).toEqual([false, true]);
  });

  test('a pack that never rests is closed after two seconds, for its readers', async () => {
    const { files, directory } = folderOf();
    const packs = new PackWriter(directory, 'here');
    for (let ms = 0; ms < 4400; ms += 200) {
      await packs.add(photo(1, 1));
      vi.advanceTimersByTime(200);
    }
    expect(files.size).toBe(2);
  });

  test('a full disk leaves nothing of the photo and harms none before it', async () => {
    const { files, directory } = folderOf(10);
    const packs = new PackWriter(directory, 'here');
    const first = await packs.add(photo(8, 7));
    await expect(packs.add(photo(8, 9))).rejects.toThrow('The disk takes no more');
    expect([...files.values()].map(file => file.bytes.length)).toEqual([8]);
    expect(await read(directory, first)).toEqual(Array(8).fill(7));
    // There is room in another place meanwhile: the next photo gets a new pack.
    await packs.add(photo(2, 1));
    expect(files.size).toBe(2);
  });
});

test('what is stored is whole when its file holds all of it', () => {
  const sizes = new Map([
    ['own', 100],
    ['pack', 50],
  ]);
  const file = { kind: 'file', folder: 'here' } as const;
  const slice = (from: number, bytes: number) => ({ ...file, name: 'pack', slice: { from, bytes } });
  expect(isStored({ ...file, name: 'own' }, 100, sizes)).toBe(true);
  expect(isStored({ ...file, name: 'own' }, 99, sizes)).toBe(false);
  expect(isStored({ ...file, name: 'gone' }, 100, sizes)).toBe(false);
  expect(isStored(slice(30, 20), 20, sizes)).toBe(true);
  expect(isStored(slice(31, 20), 20, sizes)).toBe(false);
  expect(isStored(slice(30, 20), 21, sizes)).toBe(false);
  expect(isStored({ kind: 'memory', blob: new Blob() }, 0, sizes)).toBe(false);
});
