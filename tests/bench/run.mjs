/**
 * Measures each engine and method against a floor that decodes, encodes and stores through the same pool but filters
 * nothing: in one run, side by side and interleaved, medians. Prints a table and writes .results/bench.json.
 *
 *   npm run bench                                all of it
 *   npm run bench -- --rounds=3 --engines=cpu    fewer rounds, one engine
 *   npm run bench -- --sizes='12 MP'             one size
 *   npm run bench -- --times                     times alone: neither memory nor the app
 *   npm run bench -- --cli                       the command line (see cli.mjs), and nothing else
 *   npm run bench -- --peers [--rounds=…]        beside other libraries (see peers.mjs), and nothing else
 *   npm run bench -- --app                       adding, the first look, and memory, in the app itself (see app.mjs), and nothing else
 *   npm run bench -- --restore [--presets=…]     what the key gives back (see restore.mjs), and nothing else
 *   npm run bench -- --trace [--all] [--photos=FOLDER] [--presets=…]   how often photos are recognised (see trace.mjs), and nothing else
 *   npm run bench -- --looks [--photos=FOLDER]   how photos look under each preset (see looks.mjs), and nothing else
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { findBrowser, softwareWebGlFlags } from '../findBrowser.mjs';
import { measureApp } from './app.mjs';
import { call, openBench, openBrowser } from './browser.mjs';
import { measureLooks } from './looks.mjs';
import { figure, median, table } from './measure.mjs';
import { peakMemory, resetPeaks } from './memory.mjs';
import { measurePage } from './page.mjs';
import { measurePeers } from './peers.mjs';
import { measureRestore } from './restore.mjs';
import { measureTrace } from './trace.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const configFile = join(root, 'tests/bench/vite.config.ts');
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string' },
    engines: { type: 'string', default: 'cpu,webgl' },
    cli: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    app: { type: 'boolean', default: false },
    times: { type: 'boolean', default: false },
    restore: { type: 'boolean', default: false },
    trace: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    presets: { type: 'string' },
    photos: { type: 'string' },
    looks: { type: 'boolean', default: false },
    skimage: { type: 'string' },
    sizes: { type: 'string', default: '12 MP,500×375,32×32' },
  },
});

if (options.cli) {
  await import('./cli.mjs');
  process.exit();
}
if (options.looks) {
  await measureLooks(root, options);
  process.exit();
}
const rounds = Number(options.rounds ?? (options.peers ? 7 : 5));
const engines = options.engines.split(',');
const methods = ['light', 'standard', 'veil', 'cuda'];
const variants = ['floor', ...methods];

/** What is asked of a machine without a GPU: greatest ratio to the floor. */
const targets = {
  ...Object.fromEntries(
    ['light', 'standard', 'veil'].flatMap(method => [
      [`${method} 12 MP`, 1.1],
      [`${method} 500×375`, 1.2],
      [`${method} 32×32`, 1.25],
    ]),
  ),
  'cuda 12 MP': 2.5,
};

const allSizes = [
  { name: '12 MP', width: 4000, height: 3000, type: 'image/jpeg', batch: 6, slowBatch: 2 },
  { name: '500×375', width: 500, height: 375, type: 'image/jpeg', batch: 120, slowBatch: 16 },
  { name: '32×32', width: 32, height: 32, type: 'image/png', batch: 400, slowBatch: 100 },
];

const sizes = allSizes.filter(({ name }) => options.sizes.split(',').includes(name));

/**
 * A browser with a pool on that engine. WebGL drawn in software is forced only where there is no GPU: 2D canvases
 * would draw through it as well. Null where the engine cannot be had.
 */
async function openWith(address, executablePath, engine) {
  for (const flags of engine === 'webgl' ? [[], softwareWebGlFlags] : [[]]) {
    const { browser, page, close } = await openBench(address, executablePath, flags);
    const { report, workers } = await call(page, 'start', engine);
    const kernels = report.kernels === undefined ? '' : `, ${report.kernels} kernels`;
    if (report.kind === engine) return { browser, page, close, name: report.name + kernels, workers };
    console.log(`${engine}${flags.length > 0 ? ' in software' : ''}: not to be had (${report.webgl})`);
    await close();
  }
  return null;
}

/** Wall times per photo in ms, one a round, by size and variant. Floor and methods take turns. */
async function measureTimes(page, engine, slow) {
  const times = new Map();
  for (const size of sizes) {
    const count = slow ? size.slowBatch : size.batch;
    await call(page, 'draw', size);
    for (const variant of variants) await call(page, 'batch', engine, size.name, variant, 2);
    for (let round = 0; round < (slow ? 1 : rounds); round++) {
      for (const variant of variants) {
        const wall = await call(page, 'batch', engine, size.name, variant, count);
        const key = `${variant} ${size.name}`;
        times.set(key, [...(times.get(key) ?? []), wall / count]);
      }
    }
  }
  return times;
}

/** Medians in ms of the stages of one photo on one worker, by size and variant: where the time goes. */
async function measureStages(page) {
  const stages = {};
  for (const size of sizes) {
    for (const variant of variants) {
      const all = await call(page, 'stages', size.name, variant, size.batch >= 100 ? 60 : 5);
      const names = Object.keys(all[0]);
      stages[`${variant} ${size.name}`] = Object.fromEntries(
        names.map(name => [name, median(all.map(one => one[name]))]),
      );
    }
  }
  return stages;
}

/** How long the inspector takes to follow the settings, once the photo is decoded: medians in ms. */
async function measurePreviews(page) {
  const medians = {};
  for (const [title, method, kernelSize] of [
    ['Standard', 'cast', 3],
    ['cuda k=9', 'cuda', 9],
    ['cuda k=15', 'cuda', 15],
  ]) {
    medians[title] = median(await call(page, 'previews', sizes[0].name, method, kernelSize, 5));
  }
  return medians;
}

/** The peak of one 12 MP photo, each in a browser of its own, in MB; the median of three. */
async function measureMemory(address, executablePath, engine, photo) {
  const peaks = {};
  for (const variant of variants) {
    const values = [];
    for (let i = 0; i < 3; i++) {
      const { browser, page, close } = await openBench(address, executablePath);
      await call(page, 'start', engine);
      await call(page, 'load', sizes[0], photo);
      await resetPeaks(browser);
      await call(page, 'batch', engine, sizes[0].name, variant, 1);
      values.push(await peakMemory(browser));
      await close();
    }
    peaks[variant] = values.includes(null) ? null : median(values);
  }
  return peaks;
}

function rowsOf(times, engine) {
  return sizes.flatMap(({ name }) => {
    const floor = median(times.get(`floor ${name}`));
    return methods.map(variant => {
      const ms = median(times.get(`${variant} ${name}`));
      const target = engine === 'cpu' ? (targets[`${variant} ${name}`] ?? null) : null;
      return { engine, size: name, variant, floorMs: floor, ms, ratio: ms / floor, target };
    });
  });
}

/** All there is to say about one engine; null where it cannot be had. */
async function measureEngine(address, executablePath, engine) {
  const opened = await openWith(address, executablePath, engine);
  if (opened === null) return null;
  const { browser, page, close, name, workers } = opened;
  const slow = /swiftshader|llvmpipe/i.test(name);
  console.log(`${engine}: ${name}, ${workers} workers`);
  const times = await measureTimes(page, engine, slow);
  const stages = engine === 'cpu' ? await measureStages(page) : null;
  const previews = engine === 'cpu' ? await measurePreviews(page) : null;
  const cancelMs = await call(page, 'cancel', engine, sizes[0].name, 'cuda', 6, 300);
  const photo = await call(page, 'draw', sizes[0]);
  const version = browser.version();
  await close();
  const memory = slow || options.times ? null : await measureMemory(address, executablePath, engine, photo);
  const rows = rowsOf(times, engine);
  const load = loadavg()[0];
  const all = Object.fromEntries(times);
  return {
    engine,
    name,
    workers,
    version,
    load,
    photo,
    rows,
    stages,
    previews,
    memory,
    cancelMs,
    times: all,
  };
}

/** The app itself, built and served like the bench. */
async function measureTasks(executablePath, photo) {
  await build({ root, logLevel: 'warn' });
  const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
  const { page, close } = await openBrowser(executablePath);
  const jpeg = Buffer.from(photo, 'base64');
  const measured = await measurePage(page, server.resolvedUrls.local[0], jpeg);
  await close();
  await server.close();
  return measured;
}

function verdict({ ratio, target }) {
  if (target === null) return '';
  return `≤ ${target}: ${ratio <= target ? 'met' : 'MISSED'}`;
}

function print(measured, page) {
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model})`;
  console.log(`\nMilliseconds a photo, all workers in use, Chromium ${measured[0].version}, ${machine}:\n`);
  const cells = measured
    .flatMap(({ rows }) => rows)
    .map(row => [
      row.engine,
      row.size,
      row.variant,
      ...[row.floorMs, row.ms, row.ratio].map(figure),
      verdict(row),
    ]);
  console.log(table(['engine', 'size', 'method', 'floor', 'ms', 'ratio', 'target'], cells));
  for (const { stages } of measured) {
    if (stages === null) continue;
    const names = Object.keys(Object.values(stages)[0]);
    const rows = Object.entries(stages).map(([title, times]) => [
      title,
      ...names.map(name => figure(times[name])),
    ]);
    console.log('\nStages of one photo on one worker, one after another, in ms:\n');
    console.log(table(['', ...names], rows));
  }
  console.log('');
  for (const { engine, memory, previews, cancelMs, load } of measured) {
    console.log(`${engine}: load of the machine at the end ${figure(load)} (1 minute)`);
    console.log(`${engine}: cancel in the middle of cuda at 12 MP ${figure(cancelMs)} ms (≤ 1000)`);
    if (previews !== null) {
      const each = Object.entries(previews).map(([title, ms]) => `${title} ${figure(ms)} ms`);
      console.log(`${engine}: the inspector follows the settings at 12 MP: ${each.join(', ')} (≤ 300)`);
    }
    if (memory === null || memory.floor === null) continue;
    const above = methods.map(variant => `${variant} ${figure(memory[variant] - memory.floor)} MB`);
    console.log(
      `${engine}: peak memory of one 12 MP photo: floor ${figure(memory.floor)} MB; above it ${above.join(', ')} (≤ 400)`,
    );
  }
  if (page === null) return;
  console.log(
    `The app with 24 photos of 12 MP: longest task on the main thread ${figure(page.longestTaskMs)} ms (≤ 100), cancel ${figure(page.cancelMs)} ms (≤ 1000)`,
  );
}

const found = await findBrowser(line => console.log(line));
if (found === null) throw new Error('no browser; name one in KEYVEIL_BROWSER');
if (options.restore) {
  await measureRestore(root, found.path, options);
  process.exit(0);
}
if (options.app) {
  await measureApp(root, found.path, Number(options.rounds ?? 3));
  process.exit(0);
}
if (options.trace) {
  await measureTrace(root, found.path, options);
  process.exit(0);
}
await build({ configFile, logLevel: 'warn' });
if (options.peers) {
  await measurePeers(root, found.path, sizes, rounds);
  process.exit(0);
}
const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
const address = server.resolvedUrls.local[0];
const measured = [];
for (const engine of engines) {
  const one = await measureEngine(address, found.path, engine);
  if (one !== null) measured.push(one);
}
await server.close();
if (measured.length === 0) throw new Error('no engine could be had');
const page = options.times ? null : await measureTasks(found.path, measured[0].photo);

print(measured, page);
mkdirSync(join(root, '.results'), { recursive: true });
const kept = measured.map(({ photo: _, ...rest }) => rest);
writeFileSync(
  join(root, '.results/bench.json'),
  JSON.stringify({ cores: availableParallelism(), engines: kept, page }, null, 2),
);
console.log('\nWritten to .results/bench.json');
