/**
 * `npm run bench -- --cli`: whole data sets by `keyveil protect`, on the same files, in turn with what only decodes and encodes
 * (`vips copy`, a program a photo; sharp, all in one process), with what only copies files, and with the paper's convolution in
 * PyTorch on arrays in memory. Those that are not there are left out. `--rounds=5` for more than three of each.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { figure, median, table } from './measure.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const cores = availableParallelism();
const rounds = Number(/--rounds=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'keyveil-bench-'));
const counts = { large: 96, tiny: 20_000 };

/** The sample photos at 12 megapixels, and pieces of them at 32 × 32. */
async function laySets() {
  const samples = readdirSync(join(root, 'public/samples')).filter(name => name.endsWith('.jpg'));
  const pieces = [];
  for (const [at, name] of samples.entries()) {
    const photo = sharp(readFileSync(join(root, 'public/samples', name)));
    const large = await photo.clone().resize(4000, 3000).jpeg({ quality: 92 }).toBuffer();
    mkdirSync(join(folder, `large/${at % 2}`), { recursive: true });
    for (let copy = 0; copy < counts.large / samples.length; copy++)
      writeFileSync(join(folder, `large/${at % 2}/${at}-${copy}.jpg`), large);
    const small = await photo.resize(160, 160).png().toBuffer();
    for (let piece = 0; piece < 25; piece++) {
      const place = { left: 32 * (piece % 5), top: 32 * Math.floor(piece / 5), width: 32, height: 32 };
      pieces.push(await sharp(small).extract(place).png().toBuffer());
    }
  }
  for (let label = 0; label < 10; label++) mkdirSync(join(folder, `tiny/${label}`), { recursive: true });
  for (let i = 0; i < counts.tiny; i++)
    writeFileSync(join(folder, `tiny/${i % 10}/${i}.png`), pieces[i % pieces.length]);
}

function run(program, args) {
  const env = { ...process.env, KEYVEIL_KEY: 'a key for the bench', VIPS_CONCURRENCY: '1' };
  const { status, stderr, stdout } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

/** Runs a program to its end: seconds on the clock, and of all cores together. */
function timed(program, args) {
  const begun = performance.now();
  const said = run('sh', ['-c', '"$@" >/dev/null || exit; times', 'sh', program, ...args]);
  const seconds = (performance.now() - begun) / 1000;
  // The second line is of what the shell ran: user, then system.
  const spent = [...(said.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return { seconds, cpu: spent.reduce((sum, [, minutes, rest]) => sum + 60 * minutes + Number(rest), 0) };
}

let outputs = 0;
/** A new place each time: a disk takes long to make files where many were deleted just before. */
const place = () => `out-${++outputs}`;
const cli = join(root, 'cli/keyveil.mjs');

const keyveil = (set, method) => () =>
  timed(process.execPath, [cli, 'protect', set, place(), '--dataset=bench', `--method=${method}`]);

const vipsCopy = () => {
  const to = place();
  mkdirSync(join(folder, to));
  const copy = `vips copy "$1" "${to}/$(basename "$1")[Q=92,subsample-mode=on]"`;
  return timed('sh', ['-c', `find large -type f | xargs -P ${cores} -I{} sh -c '${copy}' sh {}`]);
};

const sharpCopy = () =>
  timed(process.execPath, [join(root, 'tests/bench/cli/sharpCopy.mjs'), 'large', join(folder, place())]);

const copyFiles = () => timed('cp', ['-r', 'tiny', place()]);

/** The first contender is what the others are held against. */
const contenders = {
  large: {
    'vips copy, a program a photo': isThere('vips') ? vipsCopy : null,
    'sharp in one process, decode and encode alone': sharpCopy,
    'keyveil, cast': keyveil('large', 'cast'),
    'keyveil, cuda': keyveil('large', 'cuda'),
  },
  tiny: {
    'cp -r, nothing else': isThere('cp') ? copyFiles : null,
    'keyveil, cast': keyveil('tiny', 'cast'),
    'keyveil, cuda': keyveil('tiny', 'cuda'),
  },
};

function isThere(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** In turn, so that whatever else the machine does falls on all of them. */
function measure(set) {
  const all = Object.entries(contenders[set]).filter(([, contend]) => contend !== null);
  const times = new Map(all.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, contend] of all) times.get(name).push(contend());
  return times;
}

function rowsOf(set, times) {
  const [first] = times.values();
  return [...times].map(([by, runs]) => [
    set,
    by,
    figure(median(runs.map(({ seconds }) => counts[set] / seconds))),
    figure(median(runs.map(({ seconds }, round) => first[round].seconds / seconds))),
    figure(median(runs.map(({ cpu }) => (1000 * cpu) / counts[set]))),
    figure(median(runs.map(({ cpu }, round) => first[round].cpu / cpu))),
  ]);
}

/** Pictures a second, of the first Python that has PyTorch; null where none has. */
function paperInPyTorch() {
  for (const python of ['python3', '/usr/bin/python3']) {
    const { status, stdout } = spawnSync(python, [join(root, 'tests/bench/cli/paper.py')], {
      encoding: 'utf8',
    });
    if (status === 0) return Number(stdout);
  }
  return null;
}

try {
  await laySets();
  // The sources are built once; that is no part of the work.
  run(process.execPath, [cli, '--help']);
  const rows = Object.keys(contenders).flatMap(set => rowsOf(set, measure(set)));
  const paper = paperInPyTorch();
  console.log(
    `\nFrom file to file on ${cores} cores, medians of ${rounds} rounds; large: ${counts.large} JPEGs of 12 megapixels, tiny: ` +
      `${counts.tiny.toLocaleString('en')} PNGs of 32 × 32. Ratios to the first of each set; load of the machine ${figure(loadavg()[0])}.\n`,
  );
  const head = ['set', 'by', 'photos a second', 'ratio', 'CPU ms a photo', 'ratio by CPU'];
  console.log(table(head, rows));
  if (paper === null) console.log('\nNo Python here has PyTorch.');
  else
    console.log(
      `\nPyTorch, the paper's convolution alone, one picture at a time in memory: ${figure(paper)} a second`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
