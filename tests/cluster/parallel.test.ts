import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { filesIn, keyveil, lay, ownFolder } from '../unit/cli/keyveil.ts';
import { picture } from '../unit/cli/pictures.ts';

/** The recipe for GNU parallel, as it stands. */

const recipe = fileURLToPath(new URL('../../cli/cluster/parallel.sh', import.meta.url));
const bin = fileURLToPath(new URL('../../cli/keyveil.mjs', import.meta.url));
const folder = ownFolder();

function whyNoParallel(): string | null {
  const there = () =>
    spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU parallel');
  if (there()) return null;
  if (process.getuid?.() === 0) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'parallel'], { stdio: 'ignore' });
  }
  return there() ? null : 'GNU parallel is not installed (Debian: parallel)';
}

const missing = whyNoParallel();
if (missing !== null) console.log(`Skipped: ${missing}.`);

beforeAll(async () => {
  for (let i = 0; i < 60; i++)
    lay(join(folder, 'set'), { [`label ${i % 5}/${i}.png`]: await picture('png', 60, 50, i) });
  lay(join(folder, 'set'), { 'label 1/broken.png': 'no picture' });
  writeFileSync(join(folder, 'key'), 'a key\n');
}, 60_000);

test.skipIf(missing !== null)('five shares by GNU parallel come to what one machine does alone', async () => {
  expect((await keyveil(['protect', 'set', 'plain', '--dataset=a-set'], folder)).code).toBe(2);
  const { status, stderr } = spawnSync('bash', [recipe, 'set', 'out', 'a-set', '5'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      KEYVEIL: `${process.execPath} ${bin}`,
      KEYVEIL_KEY_FILE: join(folder, 'key'),
      JOBS: '2',
    },
  });
  expect(status, stderr).toBe(0);
  expect(stderr).toContain('label 1/broken.png is no picture');
  expect(filesIn(join(folder, 'out'))).toEqual(filesIn(join(folder, 'plain')));
  expect(readFileSync(join(folder, 'out.keyveil.json'), 'utf8')).toBe(
    readFileSync(join(folder, 'plain.keyveil.json'), 'utf8'),
  );
});
