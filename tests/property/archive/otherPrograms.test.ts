import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDirectory } from '../../../src/archive/read/directory.ts';
import { type KeepFile, unzip } from '../../../src/archive/unzip.ts';
import { howMany } from '../../fixtures/howMany.ts';
import { type Draw, pick, whole } from '../../fixtures/mutate.ts';
import { type OddEntry, oddZip } from '../../fixtures/oddZip.ts';
import { numbers } from '../../fixtures/pictures.ts';

/** Zips of other programs, with names and flags by chance: photos and what is left out are all that is in them. */

const work = mkdtempSync(join(tmpdir(), 'keyveil-zips-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const rounds = howMany(8, 24);
const draws = (seed: number): Draw => numbers(seed);

const keep: KeepFile = async (name, bytes) => {
  const file = new File([bytes], name);
  return { file, stored: { kind: 'memory', blob: file } };
};

interface Opened {
  readonly photos: ReadonlyMap<string, string>;
  readonly leftOut: readonly string[];
}

/** Opens a zip; `entries` are all that are no folders. */
async function open(path: string, entries: number): Promise<Opened> {
  const zip = new Blob([new Uint8Array(readFileSync(path))]);
  const outcome = await unzip(zip, keep);
  if (outcome.kind !== 'opened') throw new Error(`${path}: ${outcome.reason}`);
  const { files, leftOut } = outcome;
  expect(files.length + leftOut.length, 'photos and left out are all entries').toBe(entries);
  const folders = (await readDirectory(zip)).records.length - entries;
  expect(folders).toBeGreaterThanOrEqual(0);
  const texts = await Promise.all(files.map(async ({ path: at, file }) => [at, await file.text()] as const));
  return { photos: new Map(texts), leftOut: leftOut.map(({ path: at, reason }) => `${at}: ${reason}`) };
}

const people = ['Mia', 'Tom', '小猫', 'Zoë', 'Ñandú', 'Пётр', 'a b', '.hidden', 'train', 'IMG'] as const;
const endings = ['.jpg', '.JPG', '.png', '', '.txt', '.jpeg', '.mov'] as const;

function someName(draw: Draw, i: number): string {
  const depth = whole(draw, 4);
  const folders = Array.from({ length: depth }, () => pick(draw, people));
  return [...folders, `${pick(draw, people)}${i}${pick(draw, endings)}`].join('/');
}

const isPhoto = (name: string) => /\.(?:jpe?g|png)$/i.test(name) && !/(?:^|\/)\./.test(name);

function someText(draw: Draw): string {
  return pick(draw, ['x', 'photo ', 'same again ', '\u0000\u0001']).repeat(1 + whole(draw, 3000));
}

describe.skipIf(spawnSync('python3', ['--version']).status !== 0)(
  'zips by Python (skipped where it is missing)',
  () => {
    const program = [
      'import json, sys, zipfile, warnings',
      'warnings.simplefilter("ignore")',
      'for job in json.load(sys.stdin):',
      '    z = zipfile.ZipFile(job["path"], "w")',
      '    z.comment = job["comment"].encode()',
      '    for e in job["entries"]:',
      '        i = zipfile.ZipInfo(e["name"])',
      '        i.compress_type = e["method"]',
      '        i.create_system = e["system"]',
      '        i.external_attr = e["attributes"]',
      '        with z.open(i, "w", force_zip64=e["zip64"]) as f: f.write(e["text"].encode())',
      '    z.close()',
    ].join('\n');

    it('open whole, whatever their names, methods and attributes', async () => {
      const jobs = Array.from({ length: rounds }, (_, seed) => {
        const draw = draws(seed + 1);
        const entries = Array.from({ length: 1 + whole(draw, 12) }, (_, i) => ({
          // Some twice.
          name: draw() < 0.1 ? 'Mia/twice.jpg' : someName(draw, i),
          method: pick(draw, [0, 8, 8, 12, 14]),
          system: pick(draw, [0, 3]),
          attributes: pick(draw, [0, 0x10, 0x20, 0o644 << 16]),
          zip64: draw() < 0.2,
          text: someText(draw),
        }));
        return {
          path: join(work, `python-${seed}.zip`),
          comment: draw() < 0.3 ? 'PK\u0005\u0006' : '',
          entries,
        };
      });
      const made = spawnSync('python3', ['-c', program], { input: JSON.stringify(jobs), encoding: 'utf8' });
      expect(made.stderr).toBe('');
      for (const { path, entries } of jobs) {
        const { photos, leftOut } = await open(path, entries.length);
        const readable = entries.filter(({ name, method }) => isPhoto(name) && method !== 14);
        const texts = new Map(readable.map(({ name, text }) => [name, text]));
        for (const [name, text] of photos) {
          if (name !== 'Mia/twice.jpg') expect(text, name).toBe(texts.get(name));
        }
        expect(photos.size).toBe(texts.size);
        for (const { name, method } of entries)
          if (method === 14 && isPhoto(name)) expect(leftOut).toContain(`${name}: entry-method`);
      }
    });
  },
);

/** Files on the disk, below a folder of their own; those that the disk does not take are passed over. */
function someFiles(folder: string, draw: Draw): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (let i = 0; i < 1 + whole(draw, 10); i++) {
    const name = someName(draw, i);
    const text = someText(draw);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    files.set(name, text);
  }
  return files;
}

async function expectWhole(path: string, files: ReadonlyMap<string, string>, locked = false): Promise<void> {
  const { photos, leftOut } = await open(path, files.size);
  const wanted = [...files].filter(([name]) => isPhoto(name));
  if (locked) {
    expect(photos.size).toBe(0);
    for (const [name] of wanted) expect(leftOut).toContain(`${name}: entry-encrypted`);
  } else expect(new Map(photos)).toEqual(new Map(wanted));
}

const hasZip = spawnSync('zip', ['-v']).status === 0;

describe.skipIf(!hasZip)('zips by Info-ZIP (skipped where `zip` is missing)', () => {
  it('open whole, whatever their names and flags', async () => {
    for (let seed = 0; seed < rounds; seed++) {
      const draw = draws(seed + 100);
      const folder = join(work, `info-${seed}`);
      const files = someFiles(folder, draw);
      const path = join(work, `info-${seed}.zip`);
      const locked = draw() < 0.2;
      const flags = [
        pick(draw, ['-0', '-1', '-9']),
        ...pick(draw, [[], ['-fz'], ['-X'], ['-D'], ['-Z', 'bzip2']]),
        ...(locked ? ['-P', 'secret'] : []),
      ];
      const { status, stdout } = spawnSync('zip', ['-q', '-r', ...flags, path, '.'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
      expect(status, stdout).toBe(0);
      await expectWhole(path, files, locked);
    }
  });

  it('open whole when they were written in a stream', async () => {
    const folder = join(work, 'stream');
    const files = someFiles(folder, draws(7));
    const { stdout } = spawnSync('zip', ['-q', '-r', '-', '.'], { cwd: folder, maxBuffer: 1e8 });
    const path = join(work, 'stream.zip');
    writeFileSync(path, stdout);
    await expectWhole(path, files);
  });
});

const sevenZip = ['7z', '7zz', '7za'].find(program => spawnSync(program, ['i']).status === 0);

describe.skipIf(sevenZip === undefined)('zips by 7-Zip (skipped where it is missing)', () => {
  it('open whole, whatever their names and methods, or tell of each file why not', async () => {
    for (let seed = 0; seed < rounds; seed++) {
      const draw = draws(seed + 200);
      const folder = join(work, `seven-${seed}`);
      const files = someFiles(folder, draw);
      const path = join(work, `seven-${seed}.zip`);
      const method = pick(draw, ['Copy', 'Deflate', 'Deflate64', 'BZip2', 'LZMA']);
      const locked = draw() < 0.2;
      const flags = [
        `-mm=${method}`,
        pick(draw, ['-mcu=on', '-mcu=off']),
        ...(locked ? ['-psecret', pick(draw, ['-mem=ZipCrypto', '-mem=AES256'])] : []),
      ];
      const { status, stdout } = spawnSync(sevenZip ?? '', ['a', '-tzip', '-bd', ...flags, path, '.'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
      expect(status, stdout).toBe(0);
      if (method === 'LZMA' && !locked) {
        const { leftOut } = await open(path, files.size);
        // What cannot be made smaller is stored.
        expect(leftOut.every(line => /entry-method|hidden|not-an-image/.test(line))).toBe(true);
      } else await expectWhole(path, files, locked);
    }
  });
});

describe('zips that lie', () => {
  it('are accounted for to the last entry', async () => {
    for (let seed = 0; seed < 300; seed++) {
      const draw = draws(seed + 300);
      const entries = Array.from({ length: 1 + whole(draw, 8) }, (_, i): OddEntry => {
        const lie = whole(draw, 10);
        return {
          name: pick(draw, [
            someName(draw, i),
            `${someName(draw, i)}/`,
            `../${i}.jpg`,
            `/${i}.jpg`,
            '',
            '\\',
          ]),
          content: someText(draw).slice(0, 400),
          ...(lie === 0 ? { method: pick(draw, [1, 9, 12, 14, 93, 95, 99]) } : {}),
          ...(lie === 1 ? { flags: pick(draw, [1, 9, 0x41, 0x2000]) } : {}),
          ...(lie === 2 ? { bytes: pick(draw, [0, 1, 0x7fffffff, 0xfffffffe]) } : {}),
          ...(lie === 3 ? { packedBytes: pick(draw, [0, 1, 5000, 0x7fffffff]) } : {}),
          ...(lie === 4 ? { headerAt: whole(draw, 3000) } : {}),
          ...(lie === 5 ? { crc: 7 } : {}),
        };
      });
      const path = join(work, 'lies.zip');
      writeFileSync(path, oddZip(entries));
      // What is named like a folder and holds bytes is a file.
      const folders = entries.filter(
        ({ name, content, bytes = content?.length }) => /[/\\]$/.test(String(name)) && bytes === 0,
      ).length;
      await open(path, entries.length - folders);
    }
  });
});
