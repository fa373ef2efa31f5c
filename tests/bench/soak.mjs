/**
 * A long run through the app's own pool, and what the page's process holds meanwhile, as the system counts it. Stops by
 * itself: after 500 photos of 12 megapixels and 10,000 pictures of 32×32, or after ten minutes.
 *
 *   npm run soak
 *   npm run soak -- --photos=100 --pictures=2000 --minutes=5
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { findBrowser } from '../findBrowser.mjs';
import { call, openBench } from './browser.mjs';
import { figure, median, table } from './measure.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const configFile = join(root, 'tests/bench/vite.config.ts');
const { values: options } = parseArgs({
  options: {
    photos: { type: 'string', default: '500' },
    pictures: { type: 'string', default: '10000' },
    method: { type: 'string', default: 'standard' },
    minutes: { type: 'string', default: '10' },
  },
});
const end = Date.now() + Number(options.minutes) * 60_000;

/** Greatest resident memory at any moment, in MB, and greatest growth of what is held, in per cent. */
const limits = { residentMb: 1000, growthPercent: 10 };

const jpeg = (width, height) => ({ name: `${width}×${height}`, width, height, type: 'image/jpeg' });
const runs = [
  {
    title: '12 MP',
    // Upright, lying, and of another camera: memory must not grow with sizes that come and go.
    sizes: [jpeg(4000, 3000), jpeg(3000, 4000), jpeg(4032, 3024)],
    count: Number(options.photos),
    /** This share of the time that is left. */
    share: 0.8,
  },
  {
    title: '32×32',
    sizes: [{ name: '32×32', width: 32, height: 32, type: 'image/png' }],
    count: Number(options.pictures),
    share: 1,
  },
];

/** The page's process: the one that is busy. */
async function rendererOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.sort((a, b) => b.cpuTime - a.cpuTime)[0].id;
}

/** Resident memory in MB. */
function residentOf(process) {
  const text = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8');
  return Number(/^Rss:\s+(\d+) kB/m.exec(text)?.[1]) / 1024;
}

/** Photos as files in base64, drawn in another browser so that drawing leaves no trace in the memory. */
async function drawn(address, path, sizes) {
  const { page, close } = await openBench(address, path);
  const all = [];
  for (const size of sizes) all.push(await call(page, 'draw', size));
  await close();
  return all;
}

/**
 * Has the page and its workers collect their garbage, as a browser does by itself when memory runs short. What is still
 * resident afterwards is what the app holds.
 */
async function collector(page) {
  const session = await page.context().newCDPSession(page);
  const workers = new Set();
  const answers = new Map();
  session.on('Target.attachedToTarget', ({ sessionId }) => workers.add(sessionId));
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => answers.get(JSON.parse(message).id)?.());
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  let last = 0;
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    for (const sessionId of workers) {
      const id = ++last;
      const answered = new Promise(resolve => answers.set(id, resolve));
      const message = JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' });
      await session.send('Target.sendMessageToTarget', { sessionId, message });
      await answered;
    }
  };
}

/**
 * Samples of [photos done, MB], two a second, until all are done or the time is up; and what is held after a tenth and
 * at the end, in MB.
 */
async function soak(address, path, { sizes, count, share }) {
  const files = await drawn(address, path, sizes);
  const { browser, page, close } = await openBench(address, path);
  try {
    await call(page, 'start', 'cpu');
    for (const [i, size] of sizes.entries()) await call(page, 'load', size, files[i]);
    const stop = Date.now() + (end - Date.now()) * share;
    await call(
      page,
      'soak',
      sizes.map(({ name }) => name),
      options.method,
      count,
    );
    const collect = await collector(page);
    const heldNow = async () => {
      await collect();
      return residentOf(await rendererOf(browser));
    };
    const held = [];
    const samples = [];
    let state = { done: 0, failed: [] };
    while (state.done < count && Date.now() < stop) {
      await new Promise(resolve => setTimeout(resolve, 500));
      state = await call(page, 'soaked');
      samples.push([state.done, residentOf(await rendererOf(browser))]);
      if (held.length === 0 && state.done >= count / 10) held.push(await heldNow());
    }
    held.push(await heldNow());
    return { samples, held, done: state.done, failed: state.failed };
  } finally {
    await close();
  }
}

/**
 * Growth, in per cent, from a tenth of the run on (the 50th of 500 photos) to its end: of what is held, and of what is
 * resident as it comes, which counts garbage that the browser has not got round to collecting (medians of two windows
 * of a tenth).
 */
function judge({ samples, held, done }, count) {
  const from = count / 10;
  const window = (low, high) => samples.filter(([n]) => n >= low && n <= high).map(([, mb]) => mb);
  const width = Math.max(1, (done - from) / 10);
  const growth = (before, after) => (after / before - 1) * 100;
  const [first, last] = [window(from, from + width), window(done - width, done)];
  return {
    peak: Math.max(...samples.map(([, mb]) => mb)),
    heldGrowth: held.length === 2 ? growth(...held) : Number.NaN,
    rawGrowth: first.length > 0 && last.length > 0 ? growth(median(first), median(last)) : Number.NaN,
  };
}

const found = await findBrowser(line => console.log(line));
if (found === null) throw new Error('no browser; name one in KEYVEIL_BROWSER');
await build({ configFile, logLevel: 'warn' });
const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
const results = [];
for (const run of runs.filter(({ count }) => count > 0)) {
  const outcome = await soak(server.resolvedUrls.local[0], found.path, run);
  const judged = judge(outcome, run.count);
  const good = judged.peak < limits.residentMb && judged.heldGrowth < limits.growthPercent;
  results.push({ title: run.title, count: run.count, ...outcome, ...judged, good, load: loadavg()[0] });
}
await server.close();

console.log(`\nResident memory of the page's process, ${options.method}:\n`);
console.log(
  table(
    [
      'photos',
      'done',
      'failed',
      'held after a tenth, MB',
      'at the end, MB',
      'growth, %',
      'uncollected, %',
      'peak, MB',
      'load',
      '',
    ],
    results.map(r => [
      `${r.count} of ${r.title}`,
      r.done,
      r.failed.length,
      ...[r.held[0] ?? Number.NaN, r.held.at(-1), r.heldGrowth, r.rawGrowth, r.peak, r.load].map(figure),
      `< ${limits.residentMb} MB, < ${limits.growthPercent} %: ${r.good ? 'met' : 'MISSED'}${r.done < r.count ? ', time was up' : ''}`,
    ]),
  ),
);
mkdirSync(join(root, '.results'), { recursive: true });
writeFileSync(join(root, '.results/soak.json'), JSON.stringify({ limits, results }, null, 2));
console.log('\nWritten to .results/soak.json');
process.exitCode = results.every(({ good, failed }) => good && failed.length === 0) ? 0 : 1;
