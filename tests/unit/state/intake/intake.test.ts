import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Readings } from '../../../../src/archive/names/zipNames.ts';
import type { UnzipOutcome } from '../../../../src/archive/unzip.ts';
import type { PhotoDescription } from '../../../../src/pipeline/job.ts';
import { type IntakeTools, readIntake } from '../../../../src/state/intake/intake.ts';
import { type GivenFile, givenFiles } from '../../../../src/state/model/givenFile.ts';
import type { KnownPhoto } from '../../../../src/state/services/intake.ts';
import { jpegDescription } from '../../../fixtures/descriptions.ts';

function file(path: string, content: string): GivenFile {
  return { file: new File([content], path.slice(path.lastIndexOf('/') + 1)), path };
}

/** Contents of the test files read `type width height …`. */
async function described(blob: Blob): Promise<PhotoDescription | null> {
  const match = /^(jpeg|png|gif|heic) (\d+) (\d+)( moving)?/.exec(await blob.text());
  if (match === null) return null;
  const types = { jpeg: 'image/jpeg', png: 'image/png', gif: 'image/gif', heic: 'image/heic' } as const;
  const kind = match[1] as keyof typeof types;
  return {
    ...jpegDescription(Number(match[2]), Number(match[3])),
    type: types[kind],
    animated: match[4] !== undefined,
  };
}

async function digest(blob: Blob): Promise<string> {
  return createHash('sha256')
    .update(Buffer.from(await blob.arrayBuffer()))
    .digest('hex');
}

function tools(changes: Partial<IntakeTools> = {}): IntakeTools {
  return {
    describe: files => Promise.all(files.map(described)),
    digests: files => Promise.all(files.map(digest)),
    readings: async () => null,
    openZip: () => Promise.reject(new Error('no zip expected')),
    before: { photos: [], labels: [] },
    ...changes,
  };
}

describe('readIntake', () => {
  it('turns files into photos with labels, in the order given', async () => {
    const found = await readIntake(
      [
        file('loose.jpg', 'jpeg 4 3'),
        file('pets/cats/a.png', 'png 5 6'),
        file('dogs/b.gif', 'gif 1 1 moving'),
        file('dogs/c.gif', 'gif 1 1'),
      ],
      tools(),
    );
    expect(found.leftOut).toEqual([]);
    expect(
      found.photos.map(({ path, name, labelName, description }) => [
        path,
        name,
        labelName,
        description?.animated,
      ]),
    ).toEqual([
      ['loose.jpg', 'loose.jpg', null, false],
      ['pets/cats/a.png', 'a.png', 'cats', false],
      ['dogs/b.gif', 'b.gif', 'dogs', true],
      ['dogs/c.gif', 'c.gif', 'dogs', false],
    ]);
    expect(found.photos[1]?.description).toMatchObject({ type: 'image/png', width: 5, height: 6 });
  });

  it('leaves out what is no photo, and says why', async () => {
    const found = await readIntake(
      [
        file('a/.DS_Store', 'x'),
        file('a/notes.txt', 'x'),
        file('a/broken.jpg', 'x'),
        file('a/empty.png', ''),
        file('a/flat.png', 'png 0 7'),
        file('a/b.heic', 'heic 40 30'),
        file('a/huge.jpg', 'jpeg 12001 10000'),
        file('a/large.jpg', 'jpeg 12000 10000'),
      ],
      tools(),
    );
    // What is called a photo is listed and fails in the run, where it can be tried again.
    expect(found.photos.map(photo => [photo.name, photo.type])).toEqual([
      ['broken.jpg', 'image/jpeg'],
      ['empty.png', 'image/png'],
      ['flat.png', 'image/png'],
      ['b.heic', 'image/heic'],
      ['large.jpg', 'image/jpeg'],
    ]);
    expect(found.leftOut).toEqual([
      { reason: 'hidden', path: 'a/.DS_Store' },
      { reason: 'not-an-image', path: 'a/notes.txt' },
      { reason: 'too-large', path: 'a/huge.jpg' },
    ]);
  });

  const known = (path: string, content: string): KnownPhoto => ({
    ...file(path, content),
    id: path,
    labelName: path.split('/').at(-2) ?? null,
  });

  it('notices the same file twice, among the new ones and against those that are there', async () => {
    const digested: number[] = [];
    const found = await readIntake(
      [
        file('a/1.jpg', 'jpeg 2 2 first'),
        file('train/a/1.jpg', 'jpeg 2 2 first'),
        file('1.jpg', 'jpeg 2 2 first'),
        file('c/1.jpg', 'jpeg 2 2 other'),
        file('d/2.jpg', 'jpeg 2 2 known'),
        file('a/3.jpg', 'jpeg 2 2 first'),
        file('e/long.jpg', 'jpeg 2 2 longer than the others'),
      ],
      tools({
        before: { photos: [known('2.jpg', 'jpeg 2 2 known'), known('9.jpg', 'jpeg 2 2 ninth')], labels: [] },
        digests: files => {
          digested.push(files.length);
          return Promise.all(files.map(digest));
        },
      }),
    );
    expect(found.leftOut).toEqual([
      { reason: 'same-again', path: 'train/a/1.jpg' },
      { reason: 'same-again', path: '1.jpg' },
      { reason: 'same-again', path: 'd/2.jpg' },
    ]);
    expect(found.photos.map(photo => photo.path)).toEqual(['a/1.jpg', 'c/1.jpg', 'a/3.jpg', 'e/long.jpg']);
    expect(found.questions).toEqual([]);
    // Eight of one size are looked at in the middle; six of those are alike and read.
    expect(digested).toEqual([8, 6]);
  });

  it('asks about the same photos under two labels, and keeps both copies until it is answered', async () => {
    const found = await readIntake(
      [
        file('Mia/1.jpg', 'jpeg 2 2 both'),
        file('Tom/copy.jpg', 'jpeg 2 2 both'),
        file('Tom/2.jpg', 'jpeg 2 2 also'),
        file('Ben/9.jpg', 'jpeg 2 2 nine'),
      ],
      tools({ before: { photos: [known('Mia/2.jpg', 'jpeg 2 2 also')], labels: [] } }),
    );
    expect(found.leftOut).toEqual([]);
    expect(found.photos).toHaveLength(4);
    const asked = found.questions.map(question =>
      question.kind === 'twins' ? question.copies.map(pair => pair.map(({ path }) => path)) : [],
    );
    expect(asked).toEqual([
      [
        ['Mia/2.jpg', 'Tom/2.jpg'],
        ['Mia/1.jpg', 'Tom/copy.jpg'],
      ],
    ]);
  });

  it('asks which folder is the label where one name lies in several, and merges nobody until then', async () => {
    const found = await readIntake(
      [file('Mia/2023/a.jpg', 'jpeg 2 2 same'), file('Tom/2023/a.jpg', 'jpeg 2 2 same')],
      tools({ before: { photos: [known('Ben/2023/b.jpg', 'jpeg 3 3')], labels: [] } }),
    );
    expect(found.photos.map(({ path, labelName }) => [path, labelName])).toEqual([
      ['Mia/2023/a.jpg', 'Mia'],
      ['Tom/2023/a.jpg', 'Tom'],
    ]);
    // Neither copy of the photo in both is dropped either.
    expect(found.questions.map(({ kind }) => kind)).toEqual(['level', 'twins']);
    expect(found.questions[0]).toMatchObject({ level: 1, known: [{ id: 'Ben/2023/b.jpg' }] });
  });

  it('lets more photos of a folder join its label without a question', async () => {
    const found = await readIntake(
      [file('2023/Tom/2.jpg', 'jpeg 2 2 b')],
      tools({ before: { photos: [known('2022/Tom/1.jpg', 'jpeg 4 4')], labels: [] } }),
    );
    expect(found.photos.map(({ labelName }) => labelName)).toEqual(['Tom']);
    expect(found.questions).toEqual([]);
  });

  it('asks before photos of somebody else join a label, even when they come later', async () => {
    const found = await readIntake(
      [file('Tom/Beach/2.jpg', 'jpeg 2 2 b')],
      tools({ before: { photos: [known('Mia/Beach/1.jpg', 'jpeg 4 4')], labels: [] } }),
    );
    expect(found.questions).toMatchObject([{ kind: 'level', known: [{ id: 'Mia/Beach/1.jpg' }] }]);
  });

  it('asks no second time where photos of several folders are one label already', async () => {
    const before = [known('Mia/Beach/1.jpg', 'jpeg 4 4'), known('Tom/Beach/2.jpg', 'jpeg 2 2')];
    const found = await readIntake(
      [file('Ben/Beach/3.jpg', 'jpeg 3 3')],
      tools({ before: { photos: before, labels: [] } }),
    );
    expect(found.photos.map(({ labelName }) => labelName)).toEqual(['Beach']);
    expect(found.questions).toEqual([]);
  });

  it('takes the level whose labels a receipt knows', async () => {
    const found = await readIntake(
      [file('Mia/2023/a.jpg', 'jpeg 2 2'), file('Tom/2023/b.jpg', 'jpeg 2 2 b')],
      tools({ before: { photos: [], labels: ['2023'] } }),
    );
    expect(found.photos.map(({ labelName }) => labelName)).toEqual(['2023', '2023']);
  });

  it('hides nothing that a person gave by name', async () => {
    const found = await readIntake(
      [
        file('.NET meetup/a.jpg', 'jpeg 2 2'),
        file('.NET meetup/.thumbs/b.jpg', 'jpeg 2 2'),
        file('.hidden.jpg', 'jpeg 2 2'),
        file('._photos.zip', 'PK'),
        file('__MACOSX/a.jpg', 'jpeg 2 2'),
      ],
      tools(),
    );
    expect(found.photos.map(({ labelName }) => labelName)).toEqual(['.NET meetup']);
    expect(found.leftOut.map(({ reason }) => reason)).toEqual(['hidden', 'hidden', 'hidden', 'hidden']);
  });

  it('does not call files the same that it cannot read', async () => {
    const twice = [file('a/1.jpg', 'jpeg 2 2'), file('b/1.jpg', 'jpeg 2 2')];
    const found = await readIntake(twice, tools({ digests: async files => files.map(() => null) }));
    expect(found.photos).toHaveLength(2);
  });

  it('puts the photos of a zip in its place and keeps the zip in their paths', async () => {
    const putAway = { kind: 'file', folder: 'keyveil/here', name: 'unzipped-1' } as const;
    const opened: UnzipOutcome = {
      kind: 'opened',
      files: [
        { path: 'loose.jpg', file: file('loose.jpg', 'jpeg 1 2').file, stored: putAway },
        { path: 'dogs/b.jpg', file: file('b.jpg', 'jpeg 1 2').file, stored: putAway },
      ],
      leftOut: [{ path: '../evil.jpg', reason: 'zip-unsafe-name' }],
      complete: false,
    };
    const found = await readIntake(
      [file('a.jpg', 'jpeg 1 1'), file('in/cats.zip', 'PK'), file('z.jpg', 'jpeg 1 1')],
      tools({ openZip: async () => opened }),
    );
    expect(found.photos.map(photo => [photo.path, photo.labelName])).toEqual([
      ['a.jpg', null],
      ['in/cats.zip/loose.jpg', 'cats'],
      ['in/cats.zip/dogs/b.jpg', 'dogs'],
      ['z.jpg', null],
    ]);
    expect(found.leftOut).toEqual([
      { reason: 'zip-unsafe-name', path: 'in/cats.zip/../evil.jpg' },
      { reason: 'zip-incomplete', path: 'in/cats.zip' },
    ]);
    // So that they can be found again after a reload.
    expect(found.photos.map(photo => photo.origin.kind)).toEqual(['given', 'stored', 'stored', 'given']);
  });

  it('asks how the names in a zip are to be read before it is opened, where they do not say so', async () => {
    const readings: Readings = [
      { encoding: 'gbk', examples: ['小猫'] },
      { encoding: 'ibm437', examples: ['╨í├¿'] },
    ];
    const told: unknown[] = [];
    const opened: UnzipOutcome = { kind: 'opened', files: [], leftOut: [], complete: true };
    const given = [file('a.zip', 'PK'), file('plain.zip', 'PK')];
    const asking = tools({
      readings: async zip => (zip.name === 'a.zip' ? readings : null),
      askNames: async (zip, asked) => {
        told.push([zip, asked]);
        return 'ibm437';
      },
      openZip: async (zip, encoding) => {
        told.push([zip.name, encoding]);
        return opened;
      },
    });
    await readIntake(given, asking);
    expect(told).toEqual([
      ['a.zip', readings],
      ['a.zip', 'ibm437'],
      ['plain.zip', null],
    ]);
    // Where nobody can be asked the most plausible reading is taken.
    told.length = 0;
    await readIntake([file('a.zip', 'PK')], { ...asking, askNames: undefined });
    expect(told).toEqual([['a.zip', null]]);
  });

  it('passes on why a zip was refused', async () => {
    const found = await readIntake(
      [file('big.zip', 'PK')],
      tools({ openZip: async () => ({ kind: 'refused', reason: 'zip-damaged' }) }),
    );
    expect(found).toMatchObject({ photos: [], leftOut: [{ reason: 'zip-damaged', path: 'big.zip' }] });
  });

  it('takes what is only called a zip for what it is', async () => {
    const found = await readIntake(
      [file('Mia/really.zip', 'jpeg 8 8'), file('Mia/empty.zip', '')],
      tools({
        openZip: async () => ({ kind: 'refused', reason: 'zip-damaged' }),
        describe: files =>
          Promise.all(
            files.map(blob => (blob.size === 0 ? { kind: 'other', what: 'empty' } : described(blob))),
          ),
      }),
    );
    expect(found.photos.map(({ path, labelName }) => [path, labelName])).toEqual([['Mia/really.zip', 'Mia']]);
    expect(found.leftOut).toEqual([{ reason: 'other-empty', path: 'Mia/empty.zip' }]);
  });

  it('reads ten thousand headers in batches, and reports how far it is', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => file(`l${index % 7}/${index}.jpg`, 'jpeg 8 8'));
    const progress: (readonly [number, number])[] = [];
    let under = 0;
    let most = 0;
    const found = await readIntake(
      many,
      tools({
        describe: async files => {
          expect(files.length).toBeLessThanOrEqual(64);
          most = Math.max(most, ++under);
          await new Promise(resolve => setTimeout(resolve));
          under--;
          return files.map(() => jpegDescription(8, 8));
        },
        onProgress: (all, read) => progress.push([all, read]),
      }),
    );
    expect(found.photos).toHaveLength(many.length);
    // Each itself, in its place; to compare ten thousand files by what is in them takes seconds.
    expect(found.photos.findIndex((photo, at) => photo.file !== many[at]?.file)).toBe(-1);
    expect(most).toBeLessThanOrEqual(4);
    expect(progress[0]).toEqual([10_000, 0]);
    expect(progress.at(-1)).toEqual([10_000, 10_000]);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const reading = readIntake(
      Array.from({ length: 1000 }, (_, index) => file(`${index}.jpg`, 'jpeg 8 8')),
      tools({
        signal: controller.signal,
        describe: async files => {
          controller.abort(new Error('enough'));
          return files.map(() => null);
        },
      }),
    );
    await expect(reading).rejects.toThrow('enough');
  });
});

describe('files that were chosen or pasted', () => {
  it('have the path that a folder input gives, or else their name', () => {
    const fromFolder = Object.defineProperty(new File([], 'c.jpg'), 'webkitRelativePath', {
      value: './a//b/c.jpg',
    });
    expect(givenFiles([fromFolder, new File([], 'd.jpg')]).map(({ path }) => path)).toEqual([
      'a/b/c.jpg',
      'd.jpg',
    ]);
  });
});
