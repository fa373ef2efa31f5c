import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeepFile, unzip } from '../../src/archive/unzip.ts';
import { type ArchiveEntry, archiveBytes } from '../../src/archive/volumes.ts';
import { writeVolume } from '../../src/archive/writeVolume.ts';
import { entries, memorySink, openMemory, smallEntries, volumeOf, written } from './archive/entries.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyveil-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (program: string, flag: string) => spawnSync(program, [flag]).status === 0;
const hasUnzip = has('unzip', '-v');
const hasPython = has('python3', '--version');

const keepInMemory: KeepFile = async (name, bytes) => {
  const file = new File([bytes], name);
  return { file, stored: { kind: 'memory', blob: file } };
};

/** A TypeScript file with all that it imports, for Node. */
async function bundle(entry: string, to: string): Promise<void> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: entry, write: false, minify: false },
  });
  if (Array.isArray(made) || !('output' in made)) throw new Error('not one bundle');
  writeFileSync(to, made.output[0].code);
}

describe('the archive', () => {
  const path = join(folder, 'archive.zip');
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await written(entries);
    writeFileSync(path, bytes);
  });

  it('has the size that was planned for', () => {
    expect(bytes.length).toBe(archiveBytes(entries));
  });

  it('is the same on the second run, and in a process of any time zone', async () => {
    const few = await written(smallEntries);
    expect((await written(smallEntries)).equals(few)).toBe(true);
    const digest = createHash('sha256').update(few).digest('hex');
    const script = join(folder, 'digest.mjs');
    await bundle(fileURLToPath(new URL('archive/digest.ts', import.meta.url)), script);
    // A time zone is taken up when a process begins; setting it later changes nothing in a thread of one.
    const zones = ['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Africa/Monrovia'];
    for (const TZ of zones) {
      const said = execFileSync(process.execPath, [script], {
        encoding: 'utf8',
        env: { ...process.env, TZ },
      });
      expect(JSON.parse(said)).toEqual({ zone: TZ, sha256: digest });
    }
  });

  it.skipIf(!hasUnzip)('passes `unzip -t` (skipped where unzip is missing)', () => {
    const output = execFileSync('unzip', ['-t', path], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    expect(output).toContain('No errors detected');
    expect(output).toContain('cats/a (2).jpg');
  });

  it.skipIf(!hasPython)('reads right in Python (skipped where python3 is missing)', async () => {
    const script = `
import hashlib, json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    print(json.dumps({'comment': z.comment.decode(), 'entries': [
        [i.filename, i.compress_type, list(i.date_time), bool(i.flag_bits & 0x800), len(i.extra), len(i.comment),
         hashlib.sha256(z.read(i)).hexdigest()] for i in z.infolist()]}))`;
    const read: unknown = JSON.parse(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' }));
    const expected = await Promise.all(
      entries.map(async ({ path, stored }) => [
        path,
        0,
        [1980, 1, 1, 0, 0, 0],
        true,
        0,
        0,
        await sha256(stored),
      ]),
    );
    expect(read).toEqual({ comment: '', entries: expected });
  });

  it('comes back whole through our own reader', async () => {
    const outcome = await unzip(new Blob([new Uint8Array(bytes)]), keepInMemory);
    if (outcome.kind !== 'opened') throw new Error(outcome.reason);
    expect(outcome.files.map(file => file.path)).toEqual(entries.map(photo => photo.path));
    expect(outcome.leftOut).toEqual([]);
  });
});

async function sha256(stored: ArchiveEntry['stored']): Promise<string> {
  if (stored.kind !== 'memory') throw new Error('in memory here');
  const digest = await crypto.subtle.digest('SHA-256', await stored.blob.arrayBuffer());
  return Buffer.from(digest).toString('hex');
}

describe('a zip that cannot be finished', () => {
  it('fails with the name of a photo that is gone, and leaves nothing', async () => {
    const sink = memorySink();
    const gone = async (stored: ArchiveEntry['stored']) =>
      stored === entries[2]?.stored ? null : openMemory(stored);
    expect(await writeVolume(volumeOf(entries), gone, sink.stream)).toEqual({
      kind: 'failed',
      reason: 'vanished',
      path: 'Zoë & Łukasz/Grüße.png',
    });
    expect(sink.state).toEqual({ bytes: null, aborted: true });
  });

  it('fails when a stored photo has another size than it had when it was made', async () => {
    const sink = memorySink();
    const changed = async () => new Blob(['changed']);
    expect(await writeVolume(volumeOf(entries), changed, sink.stream)).toMatchObject({
      kind: 'failed',
      reason: 'vanished',
      path: 'cats/a.jpg',
    });
    expect(sink.state.bytes).toBeNull();
  });

  it.each([
    ['QuotaExceededError', 'storage-full'],
    ['NotAllowedError', 'not-allowed'],
    ['DataError', { kind: 'unexpected', detail: 'DataError: no' }],
  ])('says why the sink refused: %s', async (name, reason) => {
    const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
      write: () => Promise.reject(new DOMException('no', name)),
    });
    expect(await writeVolume(volumeOf(entries), openMemory, sink)).toMatchObject({ kind: 'failed', reason });
  });

  it('stops when it is told to, and leaves nothing', async () => {
    const controller = new AbortController();
    const sink = memorySink();
    const progress: number[] = [];
    const outcome = await writeVolume(volumeOf(entries), openMemory, sink.stream, {
      signal: controller.signal,
      onProgress: done => {
        progress.push(done);
        controller.abort();
      },
    });
    expect(outcome).toEqual({ kind: 'cancelled' });
    expect(progress).toEqual([3_000_000]);
    expect(sink.state).toEqual({ bytes: null, aborted: true });
  });
});

describe.skipIf(!hasPython)('zips that Python made (skipped where python3 is missing)', () => {
  it('come in with names in UTF-8 and in code page 437', async () => {
    const path = join(folder, 'python.zip');
    const script = `
import sys, zipfile
class Old(zipfile.ZipInfo):
    def _encodeFilenameFlags(self):
        return self.filename.encode('cp437'), self.flag_bits & ~0x800
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr(Old('M\\u00fcller/\\u00e9t\\u00e9.jpg'), b'old')
    z.writestr('\\u732b/\\u4e00.jpg', b'new')
    z.mkdir('empty') if hasattr(z, 'mkdir') else None`;
    execFileSync('python3', ['-c', script, path]);
    const { readFileSync } = await import('node:fs');
    const outcome = await unzip(new Blob([new Uint8Array(readFileSync(path))]), keepInMemory);
    if (outcome.kind !== 'opened') throw new Error(outcome.reason);
    const read = outcome.files.map(async ({ path, file }) => [path, await file.text()]);
    expect(await Promise.all(read)).toEqual([
      ['Müller/été.jpg', 'old'],
      ['猫/一.jpg', 'new'],
    ]);
    expect(outcome.leftOut).toEqual([]);
  });
});
