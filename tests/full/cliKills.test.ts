import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { begin, filesIn, keyveil, lay, ownFolder } from '../unit/cli/keyveil.ts';
import { noise, picture } from '../unit/cli/pictures.ts';

/** `kill -9` at random moments, again and again: what comes of it is what one undisturbed run makes. */

const folder = ownFolder();
const name = '--dataset=a-set';

beforeAll(async () => {
  for (let i = 0; i < 600; i++)
    lay(join(folder, 'set'), { [`label ${i % 7}/${i}.png`]: await picture('png', 200, 150, i) });
  expect(await keyveil(['protect', 'set', 'plain', name], folder)).toMatchObject({ code: 0, err: '' });
  await keyveil(['labels', 'set', '--out=labels.json'], folder);
}, 300_000);

/** Milliseconds from when a command is begun, the same ones each time. */
const moments = [...noise(24, 7)].map(level => 300 + level * 9);

async function killedUntilDone(args: readonly string[]): Promise<number> {
  let kills = 0;
  for (const moment of [...moments, null]) {
    const run = begin(['protect', ...args, name], folder);
    const timer = moment === null ? null : setTimeout(() => run.process.kill('SIGKILL'), moment);
    const { code } = await run.ended;
    if (timer !== null) clearTimeout(timer);
    if (code === 0) return kills;
    expect(code).toBeNull();
    kills += 1;
  }
  throw new Error('It never came to its end.');
}

test('a run', async () => {
  expect(await killedUntilDone(['set', 'killed'])).toBeGreaterThan(0);
  expect(filesIn(join(folder, 'killed'))).toEqual(filesIn(join(folder, 'plain')));
  expect(readFileSync(join(folder, 'killed.keyveil.json'), 'utf8')).toBe(
    readFileSync(join(folder, 'plain.keyveil.json'), 'utf8'),
  );
}, 600_000);

test('three shares side by side', async () => {
  const shares = ['1/3', '2/3', '3/3'];
  await Promise.all(
    shares.map(share =>
      killedUntilDone(['set', 'shares', '--labels=labels.json', `--shard=${share}`, '--threads=1']),
    ),
  );
  const parts = shares.map(share => `shares.${share.replace('/', '-of-')}.keyveil-part`);
  expect((await keyveil(['merge', ...parts, '--receipt=shares.keyveil.json'], folder)).code).toBe(0);
  expect(filesIn(join(folder, 'shares'))).toEqual(filesIn(join(folder, 'plain')));
  expect(readFileSync(join(folder, 'shares.keyveil.json'), 'utf8')).toBe(
    readFileSync(join(folder, 'plain.keyveil.json'), 'utf8'),
  );
}, 600_000);
