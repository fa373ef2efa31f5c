import { describe, expect, test } from 'vitest';
import { initialState } from '../../../../src/state/initial.ts';
import { refind, withFiles } from '../../../../src/state/intake/refind.ts';
import type { Photo } from '../../../../src/state/model/photos.ts';
import type { KeyveilState } from '../../../../src/state/model.ts';
import { defaultPreferences } from '../../../../src/state/preferences/preferences.ts';
import { resultsOf } from '../../../../src/state/resume/journalResults.ts';
import { readSnapshot } from '../../../../src/state/resume/schemas.ts';
import { snapshotOf, stateOf } from '../../../../src/state/resume/snapshot.ts';
import type { FoundPhoto } from '../../../../src/state/services/intake.ts';
import { jpegDescription } from '../../../fixtures/descriptions.ts';
import { found } from '../fakeServices.ts';

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

const given = (path: string, content: string): FoundPhoto => ({
  ...found(path, content),
  description: jpegDescription(4, 3),
  labelName: null,
});

const empty = () => initialState('my-photos-1', defaultPreferences);

function line(id: string, stored: string, bytes = 10, at?: number) {
  return {
    recipe: 'r',
    ...(at === undefined ? {} : { at }),
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
      own: new Map([['p', 'left-out']]),
    },
    frozenLabels: ['ants', 'cats'],
    passphrase: 'very secret',
    key: { kind: 'ready', keyCheck: '0123456789abcdef' },
    lastKeyCheck: '0123456789abcdef',
    filters: {
      settings: empty().settings,
      keyCheck: '0123456789abcdef',
      names: ['cats'],
      byName: new Map([['cats', { filter: { size: 3, weights: [0.123456] }, cast: null }]]),
    },
    settings: { method: 'cuda', kernelSize: 9, strength: 0.06 },
    archiveSaved: true,
  };

  test('brings everything back but files, key and filters', () => {
    const snapshot = readSnapshot(structuredClone(snapshotOf(worked, [])));
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
    const kept = JSON.stringify(snapshotOf(worked, []));
    expect(kept).not.toContain('very secret');
    expect(kept).not.toContain('0.123456');
  });

  test.each([null, {}, { version: 2 }, { ...snapshotOf(worked, []), photos: [{ id: 1 }] }])(
    'is not read when it is damaged or foreign (%#)',
    content => expect(readSnapshot(content)).toBeNull(),
  );
});

describe('a journal', () => {
  const there = () => true;
  const names = (results: ReturnType<typeof resultsOf>) =>
    [...results.values()].map(result => {
      if (result.kind !== 'protected' || result.photo.stored.kind !== 'file')
        throw new Error('not protected');
      return `${result.photo.stored.name}${result.kept ? '' : ' (taken away)'}`;
    });

  test('tells of every finished photo, and what is no line of it is passed over', () => {
    const lines = [line('p', 'p-1'), 'nonsense', { recipe: 'r' }, line('q', 'q-1')];
    expect(names(resultsOf(lines, [], there))).toEqual(['p-1', 'q-1']);
  });

  test('of a photo that was protected anew the last counts, whichever worker wrote it', () => {
    const workers = [[line('p', 'second', 10, 2000)], [line('p', 'first', 10, 1000)]];
    expect(names(resultsOf(workers.flat(), [], there))).toEqual(['second']);
    expect(names(resultsOf([...workers].reverse().flat(), [], there))).toEqual(['second']);
  });

  test('a photo whose bytes are gone was not finished, unless they had been saved', () => {
    const lines = [line('p', 'p-1'), line('q', 'q-1', 10, 1), line('q', 'q-2', 10, 2), line('r', 'r-1')];
    const whole = ({ id }: { readonly id: string }) => id === 'p';
    expect(names(resultsOf(lines, [], whole))).toEqual(['p-1']);
    expect(names(resultsOf(lines, ['q'], whole))).toEqual(['p-1', 'q-2 (taken away)']);
  });
});

describe('finding files again', () => {
  test('by path and size; what is left over is new', () => {
    const missing = [photo('1', 'cats/a.jpg', 3), photo('2', 'dogs/a.jpg', 3), photo('3', 'dogs/b.jpg', 5)];
    const found = [given('dogs/a.jpg', 'dog'), given('cats/a.jpg', 'cat'), given('dogs/b.jpg', 'longer!')];
    const { files, rest } = refind(missing, found);
    expect([...files].map(([id, { file }]) => [id, file.name]).sort()).toEqual([
      ['1', 'a.jpg'],
      ['2', 'a.jpg'],
    ]);
    expect(files.get('1')?.file).toBe(found[1]?.file);
    expect(rest).toEqual([found[2]]);
  });

  test('from another folder by name and size, unless two could be meant', () => {
    const missing = [photo('1', 'cats/a.jpg', 3), photo('2', 'cats/b.jpg', 3), photo('3', 'dogs/b.jpg', 3)];
    const { files } = refind(missing, [given('elsewhere/a.jpg', 'abc'), given('elsewhere/b.jpg', 'abc')]);
    expect([...files.keys()]).toEqual(['1']);
  });

  test('a file that has changed since has to be protected anew', () => {
    const results = resultsOf([line('1', 'x'), line('2', 'y')], [], () => true);
    const s: KeyveilState = {
      ...empty(),
      photos: new Map([
        ['1', photo('1', 'a.jpg', 3)],
        ['2', photo('2', 'b.jpg', 3)],
      ]),
      results,
    };
    const files = new Map([
      ['1', given('a.jpg', 'abc')],
      ['2', given('b.jpg', 'abc')],
    ]);
    const digests = new Map([
      ['1', 'b'],
      ['2', 'changed'],
    ]);
    const back = withFiles(s, files, digests);
    expect([...back.results.keys()]).toEqual(['1']);
    expect(back.photos.get('2')?.file).toBe(files.get('2')?.file);
  });
});
