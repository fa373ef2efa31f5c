import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeZip } from 'client-zip';
import { afterAll, expect, test } from 'vitest';
import { unzip } from '../../src/archive/unzip.ts';
import { DiskBlob } from '../fixtures/diskBlob.ts';

/** The reader by itself on a zip of 5 GB; `largeZip.spec.ts` does it in the page. */

const folder = mkdtempSync(join(tmpdir(), 'keyveil-large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const photos = 1050;
const photoBytes = 5_000_000;

async function* library() {
  const noise = Uint8Array.from({ length: photoBytes }, (_, i) => Math.imul(i, 2654435761) >>> 13);
  for (let i = 0; i < photos; i++) {
    const input = noise.slice();
    new DataView(input.buffer).setUint32(0, i);
    yield { name: `label ${i % 7}/${i}.jpg`, lastModified: new Date(0), input };
  }
}

test('a zip of 5 GB is read a slice at a time', { timeout: 600_000 }, async context => {
  const disk = statfsSync(folder);
  if (disk.bavail * disk.bsize < 6e9) context.skip('not enough room on this disk');
  const path = join(folder, 'library.zip');
  const written = openSync(path, 'w');
  const reader = makeZip(library()).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) writeSync(written, next.value);
  closeSync(written);

  const zip = new DiskBlob(path);
  expect(zip.size).toBeGreaterThan(photos * photoBytes);
  const seen = new Set<number>();
  let most = 0;
  const outcome = await unzip(zip, async (name, bytes) => {
    seen.add(new DataView(bytes.buffer).getUint32(0));
    most = Math.max(most, process.memoryUsage().rss);
    return { file: new File([], name), stored: { kind: 'memory', blob: new Blob() } };
  });
  if (outcome.kind !== 'opened') throw new Error(outcome.reason);
  expect([outcome.files.length, outcome.leftOut.length, seen.size]).toEqual([photos, 0, photos]);
  expect(zip.largest).toBe(photoBytes);
  console.log(`${(zip.size / 1e9).toFixed(2)} GB; most memory held ${(most / 1e6).toFixed(0)} MB`);
  // Garbage and the test itself included.
  expect(most).toBeLessThan(1.5e9);
});
