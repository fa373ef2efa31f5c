import { describe, expect, test } from 'vitest';
import { initialState } from '../../../../src/state/initial.ts';
import { refind, withFiles } from '../../../../src/state/intake/refind.ts';
import type { KeyveilState, Photo } from '../../../../src/state/model.ts';
import { defaultPreferences } from '../../../../src/state/preferences/preferences.ts';
import { candidatesOf, readSnapshot, snapshotOf, stateOf } from '../../../../src/state/resume/snapshot.ts';
import type { FoundPhoto } from '../../../../src/state/services.ts';

function photo(id: string, path: string, bytes: number): Photo {
  const name = path.split('/').at(-1) ?? path;
  return {
    id,
    file: null,
    origin: { kind: 'given' },
    name,
    path,
    bytes,
    type: 'image/jpeg',
    width: 4,
    height: 3,
  };
}

function given(path: string, content: string): FoundPhoto {
  const name = path.split('/').at(-1) ?? path;
  return {
    file: new File([content], name),
    path,
    name,
    header: { type: 'image/jpeg', width: 4, height: 3 },
    labelName: null,
    firstFrame: false,
    origin: { kind: 'given' },
  };
}

const empty = () => initialState('my-photos-1', defaultPreferences);

function line(id: string, stored: string, bytes = 10) {
  return {
    recipe: 'r',
    photo: {
      kind: 'protected',
      id,
      stored: { kind: 'file', folder: 'keyveil/x', name: stored },
      bytes,
      sha256: 'a',
      sourceSha256: 'b',
      width: 4,
      height: 3,
      peak: null,
      notes: [{ kind: 'first-frame' }],
    },
  };
}

describe('a snapshot', () => {
  const worked: KeyveilState = {
    ...empty(),
    photos: new Map([['p', { ...photo('p', 'cats/a.jpg', 3), file: new File(['abc'], 'a.jpg') }]]),
    arrangement: {
      order: ['p'],
      labels: [{ id: 'l', name: 'cats', colour: 2, batch: 0 }],
      labelOf: new Map([['p', 'l']]),
    },
    frozenLabels: ['ants', 'cats'],
    passphrase: 'very secret',
    key: { kind: 'ready', keyCheck: '0123456789abcdef' },
    lastKeyCheck: '0123456789abcdef',
    filters: {
      settings: empty().settings,
      keyCheck: '0123456789abcdef',
      names: ['cats'],
      byName: new Map([['cats', { size: 3, weights: [0.123456] }]]),
    },
    settings: { method: 'cuda', kernelSize: 9, strength: 0.06 },
    archiveSaved: true,
  };

  test('brings everything back but files, key and filters', () => {
    const snapshot = readSnapshot(structuredClone(snapshotOf(worked, 1)));
    if (!snapshot) throw new Error('not read');
    const back = { ...empty(), ...stateOf(snapshot, empty(), new Map()) };
    expect(back.arrangement).toEqual(worked.arrangement);
    expect(back.photos.get('p')).toEqual({ ...worked.photos.get('p'), file: null });
    expect(back).toMatchObject({
      frozenLabels: ['ants', 'cats'],
      dataset: 'my-photos-1',
      settings: worked.settings,
      lastKeyCheck: '0123456789abcdef',
      archiveSaved: true,
      passphrase: '',
      filters: null,
      key: { kind: 'none' },
    });
  });

  test('holds neither key nor filter', () => {
    const kept = JSON.stringify(snapshotOf(worked, 1));
    expect(kept).not.toContain('very secret');
    expect(kept).not.toContain('0.123456');
  });

  test.each([null, {}, { version: 2 }, { ...snapshotOf(worked, 1), photos: [{ id: 1 }] }])(
    'is not read when it is damaged or foreign (%#)',
    content => expect(readSnapshot(content)).toBeNull(),
  );
});

describe('a journal', () => {
  test('tells of every finished photo, and what is no line of it is passed over', () => {
    const lines = [line('p', 'p-1'), 'nonsense', { recipe: 'r' }, line('p', 'p-2'), line('q', 'q-1')];
    expect(candidatesOf(lines).map(result => result.photo.stored)).toEqual([
      { kind: 'file', folder: 'keyveil/x', name: 'p-1' },
      { kind: 'file', folder: 'keyveil/x', name: 'p-2' },
      { kind: 'file', folder: 'keyveil/x', name: 'q-1' },
    ]);
  });
});

describe('finding files again', () => {
  test('by path and size; what is left over is new', () => {
    const missing = [photo('1', 'cats/a.jpg', 3), photo('2', 'dogs/a.jpg', 3), photo('3', 'dogs/b.jpg', 5)];
    const found = [given('dogs/a.jpg', 'dog'), given('cats/a.jpg', 'cat'), given('dogs/b.jpg', 'longer!')];
    const { files, rest } = refind(missing, found);
    expect([...files].map(([id, file]) => [id, file.name]).sort()).toEqual([
      ['1', 'a.jpg'],
      ['2', 'a.jpg'],
    ]);
    expect(files.get('1')).toBe(found[1]?.file);
    expect(rest).toEqual([found[2]]);
  });

  test('from another folder by name and size, unless two could be meant', () => {
    const missing = [photo('1', 'cats/a.jpg', 3), photo('2', 'cats/b.jpg', 3), photo('3', 'dogs/b.jpg', 3)];
    const { files } = refind(missing, [given('elsewhere/a.jpg', 'abc'), given('elsewhere/b.jpg', 'abc')]);
    expect([...files.keys()]).toEqual(['1']);
  });

  test('a file that has changed since has to be protected anew', () => {
    const results = candidatesOf([line('1', 'x'), line('2', 'y')]).map(
      result => [result.photo.id, result] as const,
    );
    const s: KeyveilState = {
      ...empty(),
      photos: new Map([
        ['1', photo('1', 'a.jpg', 3)],
        ['2', photo('2', 'b.jpg', 3)],
      ]),
      results: new Map(results),
    };
    const files = new Map([
      ['1', new File(['abc'], 'a.jpg')],
      ['2', new File(['abc'], 'b.jpg')],
    ]);
    const digests = new Map([
      ['1', 'b'],
      ['2', 'changed'],
    ]);
    const back = withFiles(s, files, digests);
    expect([...back.results.keys()]).toEqual(['1']);
    expect(back.photos.get('2')?.file).toBe(files.get('2'));
  });
});
