import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, describe, expect, it } from 'vitest';
import { digestFiles } from '../../../src/archive/digestFiles.ts';
import type { ArchiveEntry } from '../../../src/archive/volumes.ts';
import { writeVolume } from '../../../src/archive/writeVolume.ts';
import { DiskBlob } from '../../fixtures/diskBlob.ts';
import { thorough } from '../../fixtures/howMany.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyveil-digest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const contents: readonly (readonly [string, Uint8Array<ArrayBuffer>])[] = [
  ['cats/a.jpg', Uint8Array.from(randomBytes(70_000))],
  ['cats/empty.jpg', new Uint8Array()],
  // Larger than what is read at a time.
  ['dogs/large.png', Uint8Array.from(randomBytes(5_000_000))],
  ['Zoë/猫 🐈.webp', Uint8Array.from(randomBytes(10))],
];
const wanted = contents.map(([path, bytes]) => ({ path, sha256: hash(bytes) }));

async function ours(): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const entries = contents.map(
    ([path, bytes]): ArchiveEntry => ({
      path,
      stored: { kind: 'memory', blob: new Blob([bytes]) },
      bytes: bytes.length,
    }),
  );
  const open = async (stored: ArchiveEntry['stored']) => (stored.kind === 'memory' ? stored.blob : null);
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({ write: piece => void pieces.push(piece) });
  await writeVolume({ name: 'x.zip', entries }, open, sink);
  return new Blob(pieces);
}

async function packed(compression: 'STORE' | 'DEFLATE'): Promise<Blob> {
  const zip = new JSZip();
  for (const [path, bytes] of contents) zip.file(path, bytes);
  zip.file('__MACOSX/cats/._a.jpg', 'fork');
  const bytes = await zip.generateAsync({ type: 'uint8array', compression, comment: 'a comment PK\x05\x06' });
  return new Blob([Uint8Array.from(bytes)]);
}

describe('the digests of an archive', () => {
  it.each([
    ['written by us', ours],
    ['packed anew', () => packed('DEFLATE')],
    ['stored by another program', () => packed('STORE')],
  ])('%s are those of its files', async (_, make) => {
    const zip = await make();
    const progress: number[] = [];
    const digested = await digestFiles([{ path: 'x.zip', file: zip }], {
      onProgress: bytes => progress.push(bytes),
    });
    expect(digested).toEqual({ files: wanted, damaged: [] });
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(zip.size);
  });

  it('of loose files and several volumes come together', async () => {
    const file = new Blob([contents[0]?.[1] ?? '']);
    const digested = await digestFiles([
      { path: 'holiday/cats/a.jpg', file },
      { path: 'holiday/.DS_Store', file },
      { path: 'holiday/rest.zip', file: await ours() },
    ]);
    expect(digested.files).toEqual([{ path: 'holiday/cats/a.jpg', sha256: wanted[0]?.sha256 }, ...wanted]);
  });

  it.skipIf(!thorough || spawnSync('python3', ['--version']).status !== 0)(
    'of a Zip64 archive are read too',
    async () => {
      const path = join(folder, 'large.zip');
      const program = [
        'import sys, zipfile',
        'z = zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_STORED)',
        // 65,536 entries need a Zip64 end; `force_zip64` puts sizes into the extra field of the local header.
        'for i in range(65536): z.writestr(f"a/{i}.jpg", str(i))',
        'f = z.open("b/forced.jpg", "w", force_zip64=True); f.write(b"forced"); f.close()',
        'z.close()',
      ].join('\n');
      expect(spawnSync('python3', ['-c', program, path]).status).toBe(0);
      const { files } = await digestFiles([{ path, file: new DiskBlob(path) }]);
      expect(files).toHaveLength(65_537);
      expect(files[40_000]).toEqual({ path: 'a/40000.jpg', sha256: hash(Buffer.from('40000')) });
      expect(files.at(-1)).toEqual({ path: 'b/forced.jpg', sha256: hash(Buffer.from('forced')) });
    },
  );

  it.skipIf(spawnSync('python3', ['--version']).status !== 0)('beyond 4 GiB are found', async () => {
    const path = join(folder, 'sparse.zip');
    // A hole in front, which takes no room on disk: the offsets need 64 bits.
    const program = [
      'import sys, zipfile',
      'f = open(sys.argv[1], "wb"); f.seek(4_500_000_000)',
      'z = zipfile.ZipFile(f, "w", zipfile.ZIP_STORED)',
      'z.writestr("a/far.jpg", b"far away")',
      'z.close(); f.close()',
    ].join('\n');
    expect(spawnSync('python3', ['-c', program, path]).status).toBe(0);
    const { files } = await digestFiles([{ path, file: new DiskBlob(path) }]);
    expect(files).toEqual([{ path: 'a/far.jpg', sha256: hash(Buffer.from('far away')) }]);
  });

  it('behind a program that unpacks the zip are found', async () => {
    const zip = new Blob(['#!/bin/sh and much more', await ours()]);
    expect(await digestFiles([{ path: 'x.zip', file: zip }])).toEqual({ files: wanted, damaged: [] });
  });

  it('are null where an entry is damaged, and other entries stay readable', async () => {
    const bytes = new Uint8Array(await (await packed('DEFLATE')).arrayBuffer());
    // Within the packed content of the first entry.
    bytes.fill(0xff, 200, 400);
    const { files } = await digestFiles([{ path: 'x.zip', file: new Blob([bytes]) }]);
    expect(files[0]?.sha256).not.toBe(wanted[0]?.sha256);
    expect(files.slice(1)).toEqual(wanted.slice(1));
  });

  it('a zip that is cut off or none at all is named', async () => {
    const zip = await ours();
    const given = [
      { path: 'cut.zip', file: zip.slice(0, zip.size - 30) },
      { path: 'none.zip', file: new Blob(['not a zip']) },
    ];
    expect(await digestFiles(given)).toEqual({ files: [], damaged: ['cut.zip', 'none.zip'] });
  });

  it('stop when they are no longer wanted', async () => {
    const stop = new AbortController();
    const given = [{ path: 'x.zip', file: await ours() }];
    const run = digestFiles(given, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(run).rejects.toThrow();
  });
});
