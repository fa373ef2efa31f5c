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

async function open(address, executablePath) {
  const browser = await chromium.launch({ executablePath, args: [...browserFlags, ...softwareWebGlFlags] });
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForFunction(() => 'bench' in window);
  return { browser, page };
}

const call = (page, name, ...args) => page.evaluate(([f, a]) => window.bench[f](...a), [name, args]);

/** Wall times per photo in ms, one a round, by engine, size and variant. */
async function measureTimes(page, reports) {
  const times = new Map();
  for (const size of sizes) {
    await call(page, 'draw', size);
    const cases = reports.flatMap(({ engine, slow }) =>
      variants.map(variant => ({ engine, variant, count: slow ? size.slowBatch : size.batch, slow })),
    );
    for (const { engine, variant } of cases) await call(page, 'batch', engine, size.name, variant, 2);
    for (let round = 0; round < rounds; round++) {
      for (const { engine, variant, count, slow } of cases) {
        if (slow && round > 0) continue;
        const wall = await call(page, 'batch', engine, size.name, variant, count);
        const key = `${engine} ${variant} ${size.name}`;
        times.set(key, [...(times.get(key) ?? []), wall / count]);
      }
      process.stderr.write(`\r${size.name}: round ${round + 1} of ${rounds}   `);
    }
    process.stderr.write('\n');
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

function rowsOf(times, reports) {
  return reports.flatMap(({ engine }) =>
    sizes.flatMap(({ name }) => {
      const floor = median(times.get(`${engine} floor ${name}`));
      return ['veil', 'cuda'].map(variant => {
        const ms = median(times.get(`${engine} ${variant} ${name}`));
        const target = engine === 'cpu' ? (targets[`${variant} ${name}`] ?? null) : null;
        return { engine, size: name, variant, floorMs: floor, ms, ratio: ms / floor, target };
      });
    }),
  );
}

const found = await findBrowser(line => console.log(line));
if (found === null) throw new Error('no browser; name one in KEYVEIL_BROWSER');
await build({ configFile, logLevel: 'warn' });
const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
const address = server.resolvedUrls.local[0];
const { browser, page } = await open(address, found.path);

const reports = [];
for (const engine of engines) {
  const { report, workers } = await call(page, 'start', engine);
  const used = report.kind === engine;
  console.log(
    `${engine}: ${report.name}, ${workers} workers${used ? '' : `; not available (${report.webgl})`}`,
  );
  if (used)
    reports.push({ engine, name: report.name, workers, slow: /swiftshader|llvmpipe/i.test(report.name) });
}

const times = await measureTimes(page, reports);
const cancelMs = {};
for (const { engine } of reports) {
  cancelMs[engine] = await call(page, 'cancel', engine, sizes[0].name, 'cuda', 6, 300);
}
const version = browser.version();
const photo = await call(page, 'draw', sizes[0]);
await browser.close();

const memory = {};
for (const { engine, slow } of reports) {
  if (!slow) memory[engine] = await measureMemory(address, found.path, engine, photo);
}
await server.close();

const rows = rowsOf(times, reports);
const verdict = ({ ratio, target }) =>
  target === null ? '' : `≤ ${target}: ${ratio <= target ? 'met' : 'MISSED'}`;
console.log(
  `\nMilliseconds a photo, all workers in use, Chromium ${version}, ${availableParallelism()} cores (${cpus()[0]?.model}):\n`,
);
console.log(
  table(
    ['engine', 'size', 'method', 'floor', 'ms', 'ratio', 'target'],
    rows.map(r => [
      r.engine,
      r.size,
      r.variant,
      figure(r.floorMs),
      figure(r.ms),
      figure(r.ratio),
      verdict(r),
    ]),
  ),
);
for (const [engine, peaks] of Object.entries(memory)) {
  if (peaks.floor === null) continue;
  const above = variant => `${variant} ${figure(peaks[variant] - peaks.floor)}`;
  console.log(
    `\nPeak memory of one 12 MP photo, ${engine}: floor ${figure(peaks.floor)} MB; above it ${above('veil')} MB, ${above('cuda')} MB (≤ 400)`,
  );
}
for (const [engine, ms] of Object.entries(cancelMs)) {
  console.log(`Cancel in the middle of 12 MP cuda, ${engine}: ${figure(ms)} ms (≤ 1000)`);
}

mkdirSync(join(root, '.results'), { recursive: true });
writeFileSync(
  join(root, '.results/bench.json'),
  JSON.stringify(
    {
      browser: version,
      cores: availableParallelism(),
      engines: reports,
      rows,
      memory,
      cancelMs,
      times: Object.fromEntries(times),
    },
    null,
    2,
  ),
);
console.log('\nWritten to .results/bench.json');
