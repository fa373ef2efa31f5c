import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type ArchiveEntry, archiveBytes, planVolumes, type Volume } from '../../src/archive/volumes.ts';
import { writeVolume } from '../../src/archive/writeVolume.ts';

/** Archives of the size of real libraries, written by the app's own code and read by two other programs. */

const gib = 2 ** 30;

/** Bytes that look like no other file's: a block of noise that begins with the file's number. */
const noise = new Uint8Array(5_000_000).map((_, i) => Math.imul(i, 2654435761) >>> 13);

function content(number: number, bytes: number): Blob {
  const start = new TextEncoder().encode(`photo ${number}\n`);
  return new Blob([start, noise.subarray(0, bytes - start.length)]);
}

interface Library {
  readonly entries: readonly ArchiveEntry[];
  readonly open: (stored: ArchiveEntry['stored']) => Promise<Blob | null>;
}

/** That many photos of that many bytes, made when they are asked for: only one of them is in memory at a time. */
function library(count: number, bytes: number): Library {
  const entries = Array.from(
    { length: count },
    (_, i): ArchiveEntry => ({
      path: `label ${i % 10}/photo ${i}.jpg`,
      stored: { kind: 'file', folder: 'session', name: String(i) },
      bytes,
    }),
  );
  const open = async (stored: ArchiveEntry['stored']) =>
    stored.kind === 'file' ? content(Number(stored.name), bytes) : null;
  return { entries, open };
}

async function writeTo(folder: string, volume: Volume, open: Library['open']): Promise<string> {
  const path = join(folder, volume.name);
  const file = openSync(path, 'w');
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: piece => {
      writeSync(file, piece);
    },
  });
  const outcome = await writeVolume(volume, open, sink);
  closeSync(file);
  expect(outcome).toEqual({ kind: 'written', bytes: archiveBytes(volume.entries) });
  expect(statSync(path).size).toBe(archiveBytes(volume.entries));
  return path;
}

const python = [
  'import hashlib, json, sys, zipfile',
  'z = zipfile.ZipFile(sys.argv[1])',
  'assert z.testzip() is None',
  'names = z.namelist()',
  'last = hashlib.sha256(z.read(names[-1])).hexdigest()',
  'print(json.dumps([len(names), len(set(names)), names[-1], last]))',
].join('\n');

/** Both programs read every byte of it; Python also tells what it found. */
function verify(path: string): unknown {
  const unzip = spawnSync('unzip', ['-tqq', path], { encoding: 'utf8' });
  expect(unzip.error, 'unzip is needed for this test').toBeUndefined();
  expect([unzip.status, unzip.stdout]).toEqual([0, '']);
  const read = spawnSync('python3', ['-c', python, path], { encoding: 'utf8' });
  expect(read.error, 'python3 is needed for this test').toBeUndefined();
  expect(read.stderr).toBe('');
  return JSON.parse(read.stdout);
}

for (const { name, count, bytes, room } of [
  { name: '5 GB', count: 1000, bytes: 5_000_000, room: 6 * gib },
  { name: '70,000 pictures', count: 70_000, bytes: 1500, room: gib },
]) {
  test(`${name}: two volumes below 4 GiB and 60,000 entries, sound to unzip and to Python`, async () => {
    test.setTimeout(600_000);
    const folder = test.info().outputPath('archive');
    mkdirSync(folder, { recursive: true });
    const disk = statfsSync(folder);
    test.skip(disk.bavail * disk.bsize < room, 'not enough room on this disk');
    const { entries, open } = library(count, bytes);
    const volumes = planVolumes('library', entries);
    expect(volumes.map(volume => volume.name)).toEqual([
      'library.part-1-of-2.zip',
      'library.part-2-of-2.zip',
    ]);
    try {
      let found = 0;
      for (const volume of volumes) {
        expect(archiveBytes(volume.entries)).toBeLessThan(4 * gib);
        expect(volume.entries.length).toBeLessThanOrEqual(60_000);
        const path = await writeTo(folder, volume, open);
        const last = volume.entries.at(-1);
        const number = Number(last?.stored.kind === 'file' ? last.stored.name : -1);
        const digest = createHash('sha256')
          .update(new Uint8Array(await content(number, bytes).arrayBuffer()))
          .digest('hex');
        expect(verify(path)).toEqual([volume.entries.length, volume.entries.length, last?.path, digest]);
        found += volume.entries.length;
        // One at a time on the disk.
        rmSync(path);
      }
      expect(found).toBe(count);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
