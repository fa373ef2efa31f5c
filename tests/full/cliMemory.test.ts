import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { begin, ownFolder } from '../unit/cli/keyveil.ts';
import { noise, picture } from '../unit/cli/pictures.ts';

/** What the command line holds in memory, whatever the size of the set. */

const folder = ownFolder();
const pictures = 70_000;
const labels = 10;
/** Resident, all processes together but for the one that only waits. */
const most = 600 * 1024 * 1024;
const onLinux = process.platform === 'linux';
if (!onLinux) console.log('Skipped: only Linux tells of the memory of other processes.');

beforeAll(async () => {
  for (let label = 0; label < labels; label++)
    mkdirSync(join(folder, `tiny/label ${label}`), { recursive: true });
  const distinct = await Promise.all(Array.from({ length: 100 }, (_, seed) => picture('png', 32, 32, seed)));
  for (let i = 0; i < pictures; i++)
    writeFileSync(join(folder, `tiny/label ${i % labels}/${i}.png`), distinct[i % distinct.length] ?? '');
  mkdirSync(join(folder, 'large/label'), { recursive: true });
  for (let i = 0; i < 24; i++) {
    const levels = noise(400 * 300 * 3, i);
    const photo = sharp(levels, { raw: { width: 400, height: 300, channels: 3 } }).resize(4000, 3000);
    await photo.jpeg({ quality: 92 }).toFile(join(folder, `large/label/${i}.jpg`));
  }
}, 300_000);

/** The greatest resident memory of the process that does the work, in bytes, until the command ends. */
async function peakOf(args: readonly string[]) {
  const run = begin(['protect', ...args, '--dataset=a-set', '--json'], folder);
  let peak = 0;
  const timer = setInterval(() => {
    for (const id of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
      try {
        const status = readFileSync(`/proc/${id}/status`, 'utf8');
        if (!status.includes(`\nPPid:\t${run.process.pid}\n`)) continue;
        peak = Math.max(peak, 1024 * Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
      } catch {
        // It ended while we looked.
      }
    }
  }, 100);
  const { code, out } = await run.ended;
  clearInterval(timer);
  const end = JSON.parse(out.trim().split('\n').at(-1) ?? '');
  console.log(`${args[0]}: ${Math.round(peak / 1024 / 1024)} MB, ${Math.round(end.seconds)} s`);
  expect(code).toBe(0);
  return { peak, end };
}

test.skipIf(!onLinux)(
  '70,000 tiny pictures, and what is known of them afterwards',
  async () => {
    const first = await peakOf(['tiny', 'tiny-out']);
    expect(first.end).toMatchObject({ protected: pictures, failed: 0 });
    expect(first.peak).toBeLessThan(most);
    const second = await peakOf(['tiny', 'tiny-out']);
    expect(second.end).toMatchObject({ protected: 0, whole: pictures });
    expect(second.peak).toBeLessThan(most);
  },
  900_000,
);

test.skipIf(!onLinux)(
  'photos of 12 megapixels on two cores',
  async () => {
    const { peak } = await peakOf(['large', 'large-out', `--threads=${Math.min(2, availableParallelism())}`]);
    expect(peak).toBeLessThan(most);
  },
  300_000,
);
