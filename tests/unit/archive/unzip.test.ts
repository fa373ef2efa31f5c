import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type KeepFile, readingsOf, type UnzipOptions, unzip } from '../../../src/archive/unzip.ts';
import { unzipLimits } from '../../../src/archive/zipBomb.ts';
import { type OddEntry, type OddZip, oddZip } from '../../fixtures/oddZip.ts';

const keep: KeepFile = async (name, bytes) => {
  const file = new File([bytes], name);
  return { file, stored: { kind: 'memory', blob: file } };
};

async function open(entries: readonly OddEntry[], options: UnzipOptions = {}, zip: OddZip = {}) {
  const outcome = await unzip(new Blob([oddZip(entries, zip)]), keep, options);
  if (outcome.kind !== 'opened') throw new Error(outcome.reason);
  const leftOut = outcome.leftOut.map(({ path, reason }) => `${path}: ${reason}`);
  return { ...outcome, paths: outcome.files.map(({ path }) => path), leftOut };
}

const texts = (files: readonly { readonly file: File }[]) =>
  Promise.all(files.map(({ file }) => file.text()));

describe('unzip', () => {
  it.each([0, 8])('takes the photos out as they were, method %i', async method => {
    const noise = Uint8Array.from({ length: 200_000 }, (_, index) => (index * index * 31) >> 7);
    const { files, leftOut } = await open([
      { name: 'cats/a.jpg', content: noise, method },
      { name: 'b.png', content: 'b', method },
    ]);
    expect(leftOut).toEqual([]);
    expect(files.map(({ path, file }) => [path, file.name])).toEqual([
      ['cats/a.jpg', 'a.jpg'],
      ['b.png', 'b.png'],
    ]);
    expect(Buffer.from((await files[0]?.file.arrayBuffer()) ?? new ArrayBuffer()).equals(noise)).toBe(true);
  });

  it('keeps files apart that have one name, or one path once it is cleaned', async () => {
    const names = ['Mia/a.jpg', 'Mia/a.jpg', 'Mia/./a.jpg', 'Mia//a.jpg', './Mia/a.jpg', 'Tom/../Mia/a.jpg'];
    const { files, paths, leftOut } = await open(names.map((name, i) => ({ name, content: `photo ${i}` })));
    expect(paths).toEqual(names.map(() => 'Mia/a.jpg'));
    expect(await texts(files)).toEqual(names.map((_, i) => `photo ${i}`));
    expect(leftOut).toEqual([]);
  });

  it('takes for a folder what ends in a slash, whatever the attributes say', async () => {
    const { paths, leftOut } = await open([
      { name: 'Mia/', attributes: 0x20 },
      { name: 'Tom\\', attributes: 0x10 },
      { name: 'Mia/a.jpg', content: 'a', attributes: 0x10 },
    ]);
    expect(paths).toEqual(['Mia/a.jpg']);
    expect(leftOut).toEqual([]);
  });

  it('cuts roots off, and refuses by name what leaves the zip', async () => {
    const { paths, leftOut } = await open(
      [
        '/srv/me/Mia/a.jpg',
        'C:/Photos/Tom/b.jpg',
        'c:\\Photos\\Tom\\c.jpg',
        '\\\\server\\Tom\\d.jpg',
        '../up.jpg',
        '..\\win.jpg',
        'a/../../b.jpg',
        '..',
      ].map(name => ({ name, content: name })),
    );
    expect(paths).toEqual(['srv/me/Mia/a.jpg', 'Photos/Tom/b.jpg', 'Photos/Tom/c.jpg', 'server/Tom/d.jpg']);
    expect(leftOut).toEqual([
      '../up.jpg: zip-unsafe-name',
      '../win.jpg: zip-unsafe-name',
      'a/../../b.jpg: zip-unsafe-name',
      '..: zip-unsafe-name',
    ]);
  });

  it('leaves out by name what is no photo, hidden or nested, and never unpacks it', async () => {
    const kept: string[] = [];
    const zip = oddZip(
      ['__MACOSX/._a.jpg', '.hidden/a.jpg', 'more.zip', 'notes.txt', 'cats\\good.jpg'].map(name => ({
        name,
        content: 'x',
      })),
    );
    const outcome = await unzip(new Blob([zip]), (name, bytes) => {
      kept.push(name);
      return keep(name, bytes);
    });
    if (outcome.kind !== 'opened') throw new Error(outcome.reason);
    expect(outcome.files.map(file => file.path)).toEqual(['cats/good.jpg']);
    expect(kept).toEqual(['good.jpg']);
    expect(Object.fromEntries(outcome.leftOut.map(({ path, reason }) => [path, reason]))).toEqual({
      '__MACOSX/._a.jpg': 'hidden',
      '.hidden/a.jpg': 'hidden',
      'more.zip': 'zip-nested',
      'notes.txt': 'not-an-image',
    });
  });

  it('knows by their first bytes photos whose names do not say so, stored or packed', async () => {
    const seen: number[] = [];
    const photo = `PHOTO${'x'.repeat(500_000)}`;
    const { paths, leftOut } = await open(
      [
        { name: 'Mia/IMG_0001', content: photo },
        { name: 'Mia/photo.jpg_large', content: photo, method: 0 },
        { name: 'Mia/readme', content: 'text' },
        { name: 'Mia/film.mov', content: '' },
      ],
      {
        look: async (name, bytes) => {
          seen.push(bytes.length);
          if (name === 'film.mov') return 'other-film';
          return new TextDecoder().decode(bytes).startsWith('PHOTO') ? 'photo' : 'not-an-image';
        },
      },
    );
    expect(paths).toEqual(['Mia/IMG_0001', 'Mia/photo.jpg_large']);
    expect(leftOut).toEqual(['Mia/readme: not-an-image', 'Mia/film.mov: other-film']);
    expect(seen).toEqual([65_536, 65_536, 4, 0]);
  });

  it('reads on behind one that is locked, packed in an unknown way, damaged, or of another size', async () => {
    const { files, paths, leftOut } = await open([
      { name: 'Mia/locked.jpg', content: 'secret', flags: 1 },
      { name: 'Mia/lzma.jpg', content: 'x', method: 14, packed: Uint8Array.of(1, 2, 3) },
      { name: 'Mia/aes.jpg', content: 'x', method: 99, packed: Uint8Array.of(1, 2, 3) },
      { name: 'Mia/checksum.jpg', content: 'these bytes', crc: 1 },
      { name: 'Mia/broken.jpg', content: 'x', packed: Uint8Array.of(0xff, 0xff, 0xff) },
      { name: 'Mia/short.jpg', content: 'a'.repeat(5000), bytes: 6000 },
      { name: 'Mia/stored.jpg', content: 'four', method: 0, bytes: 5 },
      { name: 'Mia/good.jpg', content: 'fine' },
    ]);
    expect(paths).toEqual(['Mia/good.jpg']);
    expect(await texts(files)).toEqual(['fine']);
    expect(leftOut).toEqual([
      'Mia/locked.jpg: entry-encrypted',
      'Mia/lzma.jpg: entry-method',
      'Mia/aes.jpg: entry-method',
      'Mia/checksum.jpg: entry-damaged',
      'Mia/broken.jpg: entry-damaged',
      'Mia/short.jpg: entry-damaged',
      'Mia/stored.jpg: entry-damaged',
    ]);
  });

  it('leaves out a file that reaches into another, and takes the other', async () => {
    const { paths, leftOut } = await open([
      { name: 'long.jpg', content: 'aaaa', method: 0, packedBytes: 60, bytes: 60 },
      { name: 'good.jpg', content: 'good', method: 0 },
      { name: 'again.jpg', content: 'good', method: 0, headerAt: 42 },
      { name: 'nowhere.jpg', content: 'x', headerAt: 7 },
      { name: 'last.jpg', content: 'x', method: 0, packedBytes: 9000 },
    ]);
    expect(paths).toEqual(['good.jpg']);
    expect(leftOut).toEqual([
      'long.jpg: entry-overlap',
      'again.jpg: entry-overlap',
      'nowhere.jpg: entry-damaged',
      'last.jpg: entry-overlap',
    ]);
  });

  it('stops at a photo that unpacks to more than it declares', async () => {
    const { paths, leftOut } = await open([
      { name: 'bomb.jpg', content: new Uint8Array(2_000_000), bytes: 1000 },
      { name: 'good.jpg', content: 'fine' },
    ]);
    expect(paths).toEqual(['good.jpg']);
    expect(leftOut).toEqual(['bomb.jpg: zip-bomb']);
  });

  it('leaves out what declares far more than a photo can be, before it is unpacked', async () => {
    const { leftOut } = await open([
      { name: 'large.jpg', content: 'a', bytes: 501e6 },
      { name: 'dense.jpg', content: 'a', bytes: 33e6 },
    ]);
    expect(leftOut).toEqual(['large.jpg: zip-bomb', 'dense.jpg: zip-bomb']);
    const blank = new Uint8Array(100_000);
    const many = await open(
      [1, 2, 3, 4].map(i => ({ name: `${i}.jpg`, content: blank })),
      { limits: { ...unzipLimits, ratio: 100, totalRatioFrom: 250_000 } },
    );
    expect(many.paths).toEqual(['1.jpg', '2.jpg']);
    expect(many.leftOut).toEqual(['3.jpg: zip-bomb', '4.jpg: zip-bomb']);
  });

  it('refuses what is no zip, or half of one', async () => {
    const zip = oddZip([{ name: 'a.jpg', content: 'some bytes' }]);
    for (const bytes of [new Uint8Array(), new Uint8Array([1, 2, 3]), zip.slice(0, 40)]) {
      expect(await unzip(new Blob([bytes]), keep)).toEqual({ kind: 'refused', reason: 'zip-damaged' });
    }
  });

  it('finds the list behind other things, in front of a comment, and says when it is cut', async () => {
    const entries = [{ name: 'a.jpg', content: 'a' }];
    const glued = await open(entries, {}, { prefix: new Uint8Array(5000), comment: 'PK\x05\x06 and more' });
    expect([glued.paths, glued.complete]).toEqual([['a.jpg'], true]);
    const cut = await open(entries, {}, { entries: 3 });
    expect([cut.paths, cut.complete]).toEqual([['a.jpg'], false]);
  });

  describe('where its end is not what it seems', () => {
    const entries = [
      { name: 'Mia/a.jpg', content: 'a' },
      { name: 'Mia/b.jpg', content: 'b' },
    ];
    const join = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
    const pathsOf = async (bytes: Uint8Array<ArrayBuffer>) => {
      const outcome = await unzip(new Blob([bytes]), keep);
      if (outcome.kind !== 'opened') return outcome;
      return { paths: outcome.files.map(({ path }) => path), complete: outcome.complete };
    };
    const both = { paths: ['Mia/a.jpg', 'Mia/b.jpg'], complete: true };
    const ofNone = `PK\x05\x06${'\0'.repeat(18)}`;

    it.each([
      ['the end of an empty zip', ofNone],
      ['such an end with a comment of its own', `and ${ofNone.slice(0, -2)}\x04\0more`],
      ['one that leads nowhere', `PK\x05\x06${'\x05\0'.repeat(8)}\0\0`],
    ])('its comment holds %s', async (_, comment) => {
      expect(await pathsOf(oddZip(entries, { comment }))).toEqual(both);
    });

    it('its comment lost some bytes, or much was put behind it', async () => {
      expect(await pathsOf(oddZip(entries, { comment: 'some words' }).slice(0, -4))).toEqual(both);
      expect(await pathsOf(join(oddZip(entries), new Uint8Array(200_000)))).toEqual(both);
    });

    it('it tells wrongly where the list begins', async () => {
      const zip = oddZip(entries);
      const view = new DataView(zip.buffer);
      view.setUint32(zip.length - 6, view.getUint32(zip.length - 6, true) + 5, true);
      expect(await pathsOf(zip)).toEqual(both);
    });

    it('it is that of a zip inside a broken one: then there may be more', async () => {
      const outer = oddZip([{ name: 'Tom/c.jpg', content: 'c' }]).slice(0, 60);
      expect(await pathsOf(join(outer, oddZip(entries)))).toEqual({ ...both, complete: false });
    });

    it('it is that of one part of several', async () => {
      const zip = oddZip(entries);
      new DataView(zip.buffer).setUint16(zip.length - 18, 2, true);
      // All of it here, as after the parts were joined.
      expect(await pathsOf(zip)).toEqual(both);
      expect(await pathsOf(zip.slice(40))).toEqual({ kind: 'refused', reason: 'zip-split' });
    });
  });

  it('takes what ends in a slash and holds something for a file', async () => {
    const { paths, leftOut } = await open([
      { name: 'Mia/', method: 0 },
      { name: 'Mia/a.jpg/', content: 'a' },
      { name: 'Mia\\notes\\', content: 'words' },
    ]);
    expect([paths, leftOut]).toEqual([['Mia/a.jpg'], ['Mia/notes: not-an-image']]);
  });

  it('counts beyond 65,535 files, whether or not the zip does', async () => {
    const many = Array.from({ length: 65_540 }, (_, i) => ({ name: `.${i}.jpg`, method: 0 }));
    const { leftOut, complete } = await open(many);
    expect([leftOut.length, complete]).toEqual([65_540, true]);
  });

  it('says when there is no room left, and keeps what was put away until then', async () => {
    let kept = 0;
    const full: KeepFile = (name, bytes) =>
      kept++ < 1 ? keep(name, bytes) : Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const zip = oddZip(['a.jpg', 'b.jpg', 'c.jpg'].map(name => ({ name, content: name })));
    expect(await unzip(new Blob([zip]), full)).toMatchObject({
      files: [{ path: 'a.jpg' }],
      leftOut: [
        { path: 'b.jpg', reason: 'storage-full' },
        { path: 'c.jpg', reason: 'storage-full' },
      ],
    });
  });

  it('stops between two photos when it is told to', async () => {
    const controller = new AbortController();
    const kept: string[] = [];
    const opening = unzip(
      new Blob([oddZip(['a.jpg', 'b.jpg'].map(name => ({ name, content: name })))]),
      (name, bytes) => {
        kept.push(name);
        controller.abort();
        return keep(name, bytes);
      },
      { signal: controller.signal },
    );
    await expect(opening).rejects.toThrow();
    expect(kept).toEqual(['a.jpg']);
  });

  it('tells how far it is', async () => {
    const told: (readonly [number, number])[] = [];
    await open(
      ['a.jpg', 'b.txt', 'c/'].map(name => ({ name })),
      { onProgress: (entries, done) => told.push([entries, done]) },
    );
    expect(told).toEqual([
      [3, 1],
      [3, 2],
      [3, 3],
    ]);
  });

  it('reads names in the encoding that a person chose', async () => {
    const entries = [{ name: Uint8Array.of(0xd0, 0xa1, 0xc3, 0xa8, 0x2f, 0x61, 0x2e, 0x6a, 0x70, 0x67) }];
    expect((await open(entries, { languages: ['zh-CN'] })).paths).toEqual(['小猫/a.jpg']);
    expect((await open(entries, { encoding: 'ibm850' })).paths).toEqual(['ðí├¿/a.jpg']);
    const readings = await readingsOf(new Blob([oddZip(entries)]), ['zh-CN']);
    expect(readings?.[0]).toEqual({ encoding: 'gbk', examples: ['小猫'] });
    expect(await readingsOf(new Blob(['no zip']), [])).toBeNull();
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPython)('methods that browsers lack (skipped where python3 is missing)', () => {
  it('unpacks bzip2, and leaves LZMA out by name', async () => {
    const program = [
      'import sys, zipfile',
      'z = zipfile.ZipFile(sys.stdout.buffer, "w")',
      'z.writestr("Mia/a.jpg", b"some photo " * 9999, zipfile.ZIP_BZIP2)',
      'z.writestr("Mia/b.jpg", b"some photo", zipfile.ZIP_LZMA)',
      'z.writestr("Mia/c", b"some photo", zipfile.ZIP_BZIP2)',
      'z.close()',
    ].join('\n');
    const { stdout } = spawnSync('python3', ['-c', program], { maxBuffer: 1e8 });
    const outcome = await unzip(new Blob([new Uint8Array(stdout)]), keep, {
      look: async (_, bytes) => (bytes.length === 10 ? 'photo' : 'not-an-image'),
    });
    if (outcome.kind !== 'opened') throw new Error(outcome.reason);
    expect(await texts(outcome.files)).toEqual(['some photo '.repeat(9999), 'some photo']);
    expect(outcome.leftOut).toEqual([{ path: 'Mia/b.jpg', reason: 'entry-method' }]);
  });
});
