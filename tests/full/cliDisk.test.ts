import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesIn, keyveil, lay, ownFolder } from '../unit/cli/keyveil.ts';
import { picture } from '../unit/cli/pictures.ts';

/** A full disk, on a small one of our own in memory. */

const folder = ownFolder();
const disk = join(folder, 'disk');
const name = '--dataset=a-set';

const mount = (...args: readonly string[]) => spawnSync('mount', [...args]).status === 0;

mkdirSync(disk);
const mounted = mount('-t', 'tmpfs', '-o', 'size=2m', 'keyveil', disk);
if (!mounted) console.log('Skipped: no disk may be mounted here.');
afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
});

beforeAll(async () => {
  for (let i = 0; i < 60; i++)
    lay(join(folder, 'set'), { [`label ${i % 3}/${i}.png`]: await picture('png', 200, 150, i) });
  expect(await keyveil(['protect', 'set', 'plain', name], folder)).toMatchObject({ code: 0, err: '' });
}, 120_000);

describe.skipIf(!mounted)('a full disk', () => {
  test.each([
    ['of what comes out', 'disk/out', '--receipt=kept.keyveil.json', 'kept.keyveil.json'],
    ['of everything', 'disk/all', '--receipt=disk/all.keyveil.json', 'disk/all.keyveil.json'],
  ])(
    '%s stops the run cleanly, and once there is room it goes on',
    async (_, out, receiptOption, receipt) => {
      mount('-o', 'remount,size=2m', disk);
      const first = await keyveil(['protect', 'set', out, name, receiptOption], folder);
      expect(first.err).toContain('is full. Make room; the same command goes on from here.');
      expect(first.code).toBe(3);
      expect(existsSync(join(folder, receipt))).toBe(false);
      const wanted = filesIn(join(folder, 'plain'));
      const there = Object.entries(filesIn(join(folder, out)));
      expect(there.length).toBeGreaterThan(0);
      for (const [path, digest] of there) expect(digest, path).toBe(wanted[path]);

      mount('-o', 'remount,size=64m', disk);
      const second = await keyveil(['protect', 'set', out, name, receiptOption], folder);
      expect(second).toMatchObject({ code: 0, err: '' });
      expect(filesIn(join(folder, out))).toEqual(wanted);
      expect(readFileSync(join(folder, receipt), 'utf8')).toBe(
        readFileSync(join(folder, 'plain.keyveil.json'), 'utf8'),
      );
      spawnSync('rm', ['-rf', join(folder, out)]);
    },
  );
});
