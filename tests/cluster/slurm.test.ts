import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesIn, keyveil, lay, ownFolder } from '../unit/cli/keyveil.ts';
import { picture } from '../unit/cli/pictures.ts';
import { type Cluster, startCluster, whyNoSlurm } from './slurm.ts';

/** The Slurm recipe, on a cluster of two nodes: eight shares, one of them killed in the middle and put into the queue again. */

const missing = whyNoSlurm();
if (missing !== null) console.log(`Skipped: ${missing}.`);

const folder = ownFolder();
const recipe = fileURLToPath(new URL('../../cli/cluster/slurm.sh', import.meta.url));
const bin = fileURLToPath(new URL('../../cli/keyveil.mjs', import.meta.url));
const photos = 400;
let cluster: Cluster | null = null;

beforeAll(async () => {
  if (missing !== null) return;
  for (let i = 0; i < photos; i++)
    lay(join(folder, 'set'), { [`label ${i % 5}/${i}.png`]: await picture('png', 300, 200, i) });
  writeFileSync(join(folder, 'key'), 'a key\n');
  cluster = await startCluster(join(folder, 'slurm'));
}, 300_000);

afterAll(async () => cluster?.stop(), 60_000);

/** A process of one of the array's tasks, by what stands in its command line. */
function processOf(share: string): number | null {
  for (const id of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const line = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
      if (line.includes(`--shard=${share}`) && line[0]?.endsWith('node')) return Number(id);
    } catch {
      // It ended while we looked.
    }
  }
  return null;
}

async function until<T>(look: () => T | null, what: string): Promise<T> {
  for (let tries = 0; tries < 1200; tries++) {
    const found = look();
    if (found !== null) return found;
    await sleep(100);
  }
  throw new Error(`${what} never came.`);
}

test.skipIf(missing !== null)(
  'an array of eight shares, one killed, comes to what one machine does alone',
  async () => {
    if (cluster === null) throw new Error('There is no cluster.');
    const { call } = cluster;
    const plain = await keyveil(['protect', 'set', 'plain', '--dataset=a-set'], folder);
    expect(plain).toMatchObject({ code: 0, err: '' });

    const out = join(folder, 'out');
    await keyveil(['labels', 'set', '--out=out.labels.json'], folder);
    const given = {
      IN: join(folder, 'set'),
      OUT: out,
      DATASET: 'a-set',
      KEYVEIL_KEY_FILE: join(folder, 'key'),
      KEYVEIL: `${process.execPath} ${bin}`,
    };
    const job = call(
      'sbatch',
      ['--parsable', '--export=ALL', `--output=${join(folder, 'task-%a.log')}`, recipe],
      given,
    );
    // Killed once it has protected something, and as the system does it: without a word.
    const part = join(folder, 'out.3-of-8.keyveil-part');
    const victim = await until(() => {
      const id = processOf('3/8');
      const begun = spawnSync('test', ['-s', part]).status === 0;
      return id !== null && begun ? id : null;
    }, 'The third share');
    process.kill(victim, 'SIGKILL');

    await until(
      () => (call('squeue', ['--noheader', '--jobs', job]) === '' ? true : null),
      'The end of the array',
    );
    const parts = readdirSync(folder).filter(name => name.endsWith('-of-8.keyveil-part'));
    expect(parts).toHaveLength(8);
    const record = call('scontrol', ['show', 'job', `${job}_3`]);
    expect(record).toContain('JobState=COMPLETED');
    expect(record).toContain('Restarts=1');
    const merged = await keyveil(['merge', ...parts, '--receipt=out.keyveil.json'], folder);
    expect(merged).toMatchObject({ code: 0, err: '' });
    expect(filesIn(out)).toEqual(filesIn(join(folder, 'plain')));
    expect(readFileSync(join(folder, 'out.keyveil.json'), 'utf8')).toBe(
      readFileSync(join(folder, 'plain.keyveil.json'), 'utf8'),
    );
  },
  600_000,
);
