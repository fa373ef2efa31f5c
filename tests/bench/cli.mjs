/**
 * `npm run bench -- --cli`: whole data sets by `keyveil protect`, beside what only decodes and encodes (`vips copy`, as many
 * at a time as there are cores) and, where Python has PyTorch, beside the paper's convolution on arrays in memory.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { figure, table } from './measure.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const cores = availableParallelism();
const folder = mkdtempSync(join(tmpdir(), 'keyveil-bench-'));

function noise(length) {
  const data = Buffer.alloc(length);
  for (let at = 0, state = 1; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[at] = state >>> 24;
  }
  return data;
}

async function laySets() {
  for (let i = 0; i < 32; i++) {
    mkdirSync(join(folder, `large/${i % 2}`), { recursive: true });
    const small = sharp(noise(500 * 375 * 3 + i).subarray(i), {
      raw: { width: 500, height: 375, channels: 3 },
    });
    await small
      .resize(4000, 3000)
      .jpeg({ quality: 92 })
      .toFile(join(folder, `large/${i % 2}/${i}.jpg`));
  }
  const tiny = await sharp(noise(32 * 32 * 3), { raw: { width: 32, height: 32, channels: 3 } })
    .png()
    .toBuffer();
  for (let i = 0; i < 20_000; i++) {
    if (i < 10) mkdirSync(join(folder, `tiny/${i}`), { recursive: true });
    writeFileSync(join(folder, `tiny/${i % 10}/${i}.png`), tiny);
  }
}

/** Photos a second. */
function rate(photos, work) {
  const begun = performance.now();
  work();
  return (1000 * photos) / (performance.now() - begun);
}

function run(program, args, env = {}) {
  const { status, stderr, stdout } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

const keyveil = (set, method) => () =>
  run(
    process.execPath,
    [
      join(root, 'cli/keyveil.mjs'),
      'protect',
      set,
      `${set}-${method}`,
      '--dataset=bench',
      `--method=${method}`,
    ],
    {
      KEYVEIL_KEY: 'a key for the bench',
    },
  );

const vips = (set, ending) => () => {
  mkdirSync(join(folder, `${set}-vips`), { recursive: true });
  const copy = `find ${set} -type f | VIPS_CONCURRENCY=1 xargs -P ${cores} -I{} sh -c 'vips copy "$1" "${set}-vips/$(basename "$1")${ending}"' sh {}`;
  run('sh', ['-c', copy]);
};

const torch = `
import time, torch
x = torch.rand(2000, 3, 32, 32); w = torch.rand(3, 1, 3, 3)
t = time.time()
for i in range(len(x)): y = torch.nn.functional.conv2d(x[i:i+1], w, padding=1, groups=3); y = y / y.max()
print(len(x) / (time.time() - t))`;

try {
  await laySets();
  // The sources are built once; that is no part of the work.
  run(process.execPath, [join(root, 'cli/keyveil.mjs'), '--help']);
  const rows = [];
  for (const [set, photos, ending] of [
    ['large', 32, '[Q=92,subsample-mode=on]'],
    ['tiny', 20_000, ''],
  ]) {
    for (const method of ['cast', 'veil', 'cuda'])
      rows.push([set, `keyveil, ${method}`, rate(photos, keyveil(set, method))]);
    const hasVips = spawnSync('vips', ['--version']).status === 0 && existsSync('/bin/sh');
    if (hasVips && set === 'large') rows.push([set, 'vips copy', rate(photos, vips(set, ending))]);
  }
  const python = spawnSync('python3', ['-c', torch], { encoding: 'utf8' });
  if (python.status === 0)
    rows.push(['tiny', 'PyTorch, the convolution alone, in memory', Number(python.stdout)]);
  console.log(
    `\nPhotos a second, from file to file, on ${cores} cores; 12-megapixel JPEGs, and PNGs of 32 × 32:\n`,
  );
  console.log(
    table(
      ['set', 'by', 'a second'],
      rows.map(([set, by, speed]) => [set, by, figure(speed)]),
    ),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
