/**
 * Measures each engine and method against a floor that decodes, encodes and stores through the same pool but filters
 * nothing: in one run, side by side and interleaved, medians. Prints a table and writes .results/bench.json.
 *
 *   npm run bench                                all of it
 *   npm run bench -- --rounds=3 --engines=cpu    fewer rounds, one engine
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { browserFlags, findBrowser, softwareWebGlFlags } from '../findBrowser.mjs';
import { figure, median, table } from './measure.mjs';
import { peakMemory, resetPeaks } from './memory.mjs';
import { measurePage } from './page.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const configFile = join(root, 'tests/bench/vite.config.ts');
const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, engines: { type: 'string', default: 'cpu,webgl' } },
});
const rounds = Number(options.rounds);
const engines = options.engines.split(',');
const variants = ['floor', 'veil', 'cuda'];

/** What the issue asks of a machine without a GPU: greatest ratio to the floor. */
const targets = { 'veil 12 MP': 1.3, 'veil 500×375': 1.8, 'veil 32×32': 1.5, 'cuda 12 MP': 5 };

const sizes = [
  { name: '12 MP', width: 4000, height: 3000, type: 'image/jpeg', batch: 6, slowBatch: 2 },
  { name: '500×375', width: 500, height: 375, type: 'image/jpeg', batch: 120, slowBatch: 16 },
  { name: '32×32', width: 32, height: 32, type: 'image/png', batch: 400, slowBatch: 100 },
];

async function open(address, executablePath, flags = []) {
  const browser = await chromium.launch({ executablePath, args: [...browserFlags, ...flags] });
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForFunction(() => 'bench' in window);
  return { browser, page };
}

const call = (page, name, ...args) => page.evaluate(([f, a]) => window.bench[f](...a), [name, args]);

/**
 * A browser with a pool on that engine. WebGL drawn in software is forced only where there is no GPU: 2D canvases
 * would draw through it as well. Null where the engine cannot be had.
 */
async function openWith(address, executablePath, engine) {
  for (const flags of engine === 'webgl' ? [[], softwareWebGlFlags] : [[]]) {
    const { browser, page } = await open(address, executablePath, flags);
    const { report, workers } = await call(page, 'start', engine);
    if (report.kind === engine) return { browser, page, name: report.name, workers };
    console.log(`${engine}${flags.length > 0 ? ' in software' : ''}: not to be had (${report.webgl})`);
    await browser.close();
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

/** The peak of one 12 MP photo, each in a browser of its own, in MB; the median of three. */
async function measureMemory(address, executablePath, engine, photo) {
  const peaks = {};
  for (const variant of variants) {
    const values = [];
    for (let i = 0; i < 3; i++) {
      const { browser, page } = await open(address, executablePath);
      await call(page, 'start', engine);
      await call(page, 'load', sizes[0], photo);
      await resetPeaks(browser);
      await call(page, 'batch', engine, sizes[0].name, variant, 1);
      values.push(await peakMemory(browser));
      await browser.close();
    }
    peaks[variant] = values.includes(null) ? null : median(values);
  }
  return peaks;
}

function rowsOf(times, engine) {
  return sizes.flatMap(({ name }) => {
    const floor = median(times.get(`floor ${name}`));
    return ['veil', 'cuda'].map(variant => {
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
  const { browser, page, name, workers } = opened;
  const slow = /swiftshader|llvmpipe/i.test(name);
  console.log(`${engine}: ${name}, ${workers} workers`);
  const times = await measureTimes(page, engine, slow);
  const cancelMs = await call(page, 'cancel', engine, sizes[0].name, 'cuda', 6, 300);
  const photo = await call(page, 'draw', sizes[0]);
  const version = browser.version();
  await browser.close();
  const memory = slow ? null : await measureMemory(address, executablePath, engine, photo);
  const rows = rowsOf(times, engine);
  return { engine, name, workers, version, photo, rows, memory, cancelMs, times: Object.fromEntries(times) };
}

/** The app itself, built and served like the bench. */
async function measureApp(executablePath, photo) {
  await build({ root, logLevel: 'warn' });
  const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  const jpeg = Buffer.from(photo, 'base64');
  const measured = await measurePage(await browser.newPage(), server.resolvedUrls.local[0], jpeg);
  await browser.close();
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
  console.log('');
  for (const { engine, memory, cancelMs } of measured) {
    console.log(`${engine}: cancel in the middle of cuda at 12 MP ${figure(cancelMs)} ms (≤ 1000)`);
    if (memory === null || memory.floor === null) continue;
    const above = ['veil', 'cuda'].map(variant => `${variant} ${figure(memory[variant] - memory.floor)} MB`);
    console.log(
      `${engine}: peak memory of one 12 MP photo: floor ${figure(memory.floor)} MB; above it ${above.join(', ')} (≤ 400)`,
    );
  }
  console.log(
    `The app with 24 photos of 12 MP: longest task on the main thread ${figure(page.longestTaskMs)} ms (≤ 100), cancel ${figure(page.cancelMs)} ms (≤ 1000)`,
  );
}

const found = await findBrowser(line => console.log(line));
if (found === null) throw new Error('no browser; name one in KEYVEIL_BROWSER');
await build({ configFile, logLevel: 'warn' });
const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
const address = server.resolvedUrls.local[0];
const measured = [];
for (const engine of engines) {
  const one = await measureEngine(address, found.path, engine);
  if (one !== null) measured.push(one);
}
await server.close();
if (measured.length === 0) throw new Error('no engine could be had');
const page = await measureApp(found.path, measured[0].photo);

print(measured, page);
mkdirSync(join(root, '.results'), { recursive: true });
const kept = measured.map(({ photo: _, ...rest }) => rest);
writeFileSync(
  join(root, '.results/bench.json'),
  JSON.stringify({ cores: availableParallelism(), engines: kept, page }, null, 2),
);
console.log('\nWritten to .results/bench.json');
