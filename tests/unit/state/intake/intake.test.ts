import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Readings } from '../../../../src/archive/names/zipNames.ts';
import type { UnzipOutcome } from '../../../../src/archive/unzip.ts';
import type { PhotoDescription } from '../../../../src/pipeline/job.ts';
import { type GivenFile, givenFiles } from '../../../../src/state/intake/givenFile.ts';
import { type IntakeTools, readIntake } from '../../../../src/state/intake/intake.ts';
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
    known: [],
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

  it('notices the same file twice, among the new ones and against those that are there', async () => {
    const digested: number[] = [];
    const found = await readIntake(
      [
        file('a/1.jpg', 'jpeg 2 2 first'),
        file('b/1.jpg', 'jpeg 2 2 first'),
        file('c/1.jpg', 'jpeg 2 2 other'),
        file('d/2.jpg', 'jpeg 2 2 known'),
        file('e/3.jpg', 'jpeg 2 2 first'),
      ],
      tools({
        known: [file('2.jpg', 'jpeg 2 2 known').file, file('9.jpg', 'jpeg 2 2 ninth').file],
        digests: files => {
          digested.push(files.length);
          return Promise.all(files.map(digest));
        },
      }),
    );
    expect(found.leftOut).toEqual([
      { reason: 'same-again', path: 'b/1.jpg' },
      { reason: 'same-again', path: 'd/2.jpg' },
    ]);
    expect(found.photos.map(photo => photo.path)).toEqual(['a/1.jpg', 'c/1.jpg', 'e/3.jpg']);
    // Three named 1.jpg, two named 2.jpg: nothing else has to be read.
    expect(digested).toEqual([5]);
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
    expect(found).toEqual({ photos: [], leftOut: [{ reason: 'zip-damaged', path: 'big.zip' }] });
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
    expect(found.photos.map(photo => photo.file)).toEqual(many.map(({ file }) => file));
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
