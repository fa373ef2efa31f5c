import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { type KeepFile, unzip, unzipLimits } from '../../../src/archive/unzip.ts';
import { decodeZipName, readZipPath } from '../../../src/archive/zipNames.ts';
import { crc32 } from '../../../src/core/picture/crc32.ts';

const keep: KeepFile = async (name, bytes) => {
  const file = new File([bytes], name);
  return { file, stored: { kind: 'memory', blob: file } };
};

async function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  compress = true,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content, { createFolders: false });
  return new Uint8Array(
    await zip.generateAsync({ type: 'arraybuffer', compression: compress ? 'DEFLATE' : 'STORE' }),
  );
}

/** Offset of the nth header with this signature: `PK\1\2` is the central directory's, `PK\3\4` that of a file. */
function headerAt(zip: Uint8Array, signature: string, nth = 0): number {
  let at = -1;
  for (let count = 0; count <= nth; count++)
    at = Buffer.from(zip.buffer).indexOf(signature, at + 1, 'latin1');
  expect(at).toBeGreaterThanOrEqual(0);
  return at;
}

const central = 'PK\x01\x02';

describe('unzip', () => {
  it.each([true, false])('takes the photos out as they were (compressed: %s)', async compress => {
    const noise = Uint8Array.from({ length: 200_000 }, (_, index) => (index * index * 31) >> 7);
    const outcome = await unzip(
      new Blob([await zipOf({ 'cats/a.jpg': noise, 'b.png': 'b' }, compress)]),
      keep,
    );
    if (outcome.kind !== 'opened') throw new Error(outcome.reason);
    expect(outcome.leftOut).toEqual([]);
    expect(outcome.files.map(({ path, file }) => [path, file.name])).toEqual([
      ['cats/a.jpg', 'a.jpg'],
      ['b.png', 'b.png'],
    ]);
    expect(Buffer.from((await outcome.files[0]?.file.arrayBuffer()) ?? new ArrayBuffer()).equals(noise)).toBe(
      true,
    );
  });

  it('leaves out by name what is no photo, hidden, nested or out of bounds, and never unpacks it', async () => {
    const kept: string[] = [];
    const zip = await zipOf({
      '__MACOSX/._a.jpg': 'x',
      '.hidden/a.jpg': 'x',
      'more.zip': 'x',
      'notes.txt': 'x',
      'C:/photos/a.jpg': 'x',
      '../up.jpg': 'x',
      '/abs.jpg': 'x',
      '..\\win.jpg': 'x',
      'cats\\good.jpg': 'x',
    });
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
      'C:/photos/a.jpg': 'zip-unsafe-name',
      '../up.jpg': 'zip-unsafe-name',
      '/abs.jpg': 'zip-unsafe-name',
      '../win.jpg': 'zip-unsafe-name',
    });
  });

  it('refuses a zip above the limit without reading it', async () => {
    const huge = new Blob();
    Object.defineProperty(huge, 'size', { value: unzipLimits.zipBytes + 1 });
    Object.defineProperty(huge, 'arrayBuffer', { value: () => Promise.reject(new Error('was read')) });
    expect(await unzip(huge, keep)).toEqual({ kind: 'refused', reason: 'zip-too-large' });
  });

  it('refuses what is no zip, or half of one', async () => {
    const zip = await zipOf({ 'a.jpg': 'some bytes' });
    for (const bytes of [new Uint8Array(), new Uint8Array([1, 2, 3]), zip.slice(0, 40), zip.slice(20)]) {
      expect(await unzip(new Blob([bytes]), keep)).toEqual({ kind: 'refused', reason: 'zip-damaged' });
    }
  });

  it('refuses an encrypted zip', async () => {
    const zip = await zipOf({ 'a.jpg': 'some bytes' });
    const at = headerAt(zip, central) + 8;
    zip[at] = (zip[at] ?? 0) | 1;
    expect(await unzip(new Blob([zip]), keep)).toEqual({ kind: 'refused', reason: 'zip-encrypted' });
  });

  it('leaves out a photo whose checksum is wrong, and goes on', async () => {
    const zip = await zipOf({ 'bad.jpg': 'these bytes are changed', 'good.jpg': 'fine' }, false);
    zip[headerAt(zip, 'these bytes')] = 0;
    const outcome = await unzip(new Blob([zip]), keep);
    expect(outcome).toMatchObject({
      kind: 'opened',
      files: [{ path: 'good.jpg' }],
      leftOut: [{ path: 'bad.jpg', reason: 'zip-damaged' }],
    });
  });

  it('leaves out a photo whose packed bytes are damaged or shorter than declared, and goes on', async () => {
    const zip = await zipOf({
      'bad.jpg': 'a'.repeat(5000),
      'short.jpg': 'b'.repeat(5000),
      'good.jpg': 'fine',
    });
    const view = new DataView(zip.buffer);
    const data = headerAt(zip, 'bad.jpg') + 'bad.jpg'.length;
    zip.fill(0xff, data, data + 8);
    view.setUint32(headerAt(zip, central, 1) + 24, 6000, true);
    expect(await unzip(new Blob([zip]), keep)).toMatchObject({
      kind: 'opened',
      files: [{ path: 'good.jpg' }],
      leftOut: [
        { path: 'bad.jpg', reason: 'zip-damaged' },
        { path: 'short.jpg', reason: 'zip-damaged' },
      ],
    });
  });

  it('stops at a photo that unpacks to more than it declares', async () => {
    const zip = await zipOf({ 'bomb.jpg': new Uint8Array(2_000_000), 'good.jpg': 'fine' });
    new DataView(zip.buffer).setUint32(headerAt(zip, central) + 24, 1000, true);
    expect(await unzip(new Blob([zip]), keep)).toMatchObject({
      kind: 'opened',
      files: [{ path: 'good.jpg' }],
      leftOut: [{ path: 'bomb.jpg', reason: 'zip-bomb' }],
    });
  });

  it('refuses a zip that declares more than fits, before anything is unpacked', async () => {
    const never = () => Promise.reject(new Error('was unpacked'));
    const zip = await zipOf({ 'a.jpg': 'a', 'b.jpg': 'b', 'c.jpg': 'c' });
    const view = new DataView(zip.buffer);
    const declare = (sizes: readonly number[]) => {
      sizes.forEach((size, nth) => {
        view.setUint32(headerAt(zip, central, nth) + 24, size, true);
      });
      return unzip(new Blob([zip]), never);
    };
    const bomb = { kind: 'refused', reason: 'zip-bomb' };
    expect(await declare([400e6, 400e6, 401e6])).toEqual(bomb);
    expect(await declare([33e6, 1, 1])).toEqual(bomb);
    const limits = { ...unzipLimits, totalBytes: 10 };
    expect(await unzip(new Blob([await zipOf({ 'a.jpg': 'x'.repeat(11) })]), never, { limits })).toEqual(
      bomb,
    );
  });

  it('says when there is no room left', async () => {
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const outcome = await unzip(new Blob([await zipOf({ 'a.jpg': 'a' })]), full);
    expect(outcome).toEqual({ kind: 'refused', reason: 'storage-full' });
  });

  it('stops between two photos when it is told to', async () => {
    const controller = new AbortController();
    const kept: string[] = [];
    const opening = unzip(
      new Blob([await zipOf({ 'a.jpg': 'a', 'b.jpg': 'b' })]),
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
});

describe('names in zips', () => {
  it('reads UTF-8 without its flag, and else code page 437', () => {
    expect(decodeZipName(new TextEncoder().encode('Zoë/猫.jpg'))).toBe('Zoë/猫.jpg');
    expect(decodeZipName(Uint8Array.of(0x4d, 0x81, 0x6c, 0x6c, 0x65, 0x72))).toBe('Müller');
    expect(decodeZipName(Uint8Array.of(0x80, 0xff, 0xe1))).toBe('Ç\u00a0ß');
  });

  it('tells names that lead out', () => {
    const unsafe = ['../a', 'a/../../b', '/a', '\\a', 'C:\\a', 'c:a', 'a\u0000.jpg', 'a\nb.jpg'];
    expect(unsafe.filter(name => readZipPath(name).safe)).toEqual([]);
    expect(['a/b', 'a..b/c', '…/a', 'a\\b'].every(name => readZipPath(name).safe)).toBe(true);
    expect(readZipPath('a\\b\\c.jpg').path).toBe('a/b/c.jpg');
  });
});

describe('crc32', () => {
  it('gives the check value of its standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});
