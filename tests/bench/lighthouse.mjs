/**
 * Lighthouse on the built app, as a mid-range phone on a slow line and as a desktop computer see it. Served compressed
 * and with our headers, as any static host would. Prints the scores and what they are made of, writes
 * .results/lighthouse-mobile.json and -desktop.json.
 *
 *   npm run lighthouse
 *   npm run lighthouse -- --desktop    or --mobile: that one alone
 *   npm run lighthouse -- --runs=1     one run instead of the median of three
 *
 * Lighthouse is large and used here only, so `npm run lighthouse` fetches it, and no other command does.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import desktopConfig from 'lighthouse/core/config/desktop-config.js';
import { build, resolveConfig } from 'vite';
import { browserFlags, findBrowser } from '../findBrowser.mjs';
import { serveStatic } from '../serveStatic.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const results = join(root, '.results');
const outDir = join(results, 'lighthouse-app');
const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    desktop: { type: 'boolean', default: false },
    mobile: { type: 'boolean', default: false },
  },
});

/** Serves the build on a free port, with the headers of the preview. */
async function serve() {
  const { preview } = await resolveConfig({ root, logLevel: 'error' }, 'serve', 'production');
  return serveStatic(outDir, { headers: preview.headers, level: 9 });
}

/** Starts a browser with an empty profile and waits until it answers. Lighthouse wants one that nobody else drives. */
async function openBrowser(executablePath, port) {
  const profile = mkdtempSync(join(tmpdir(), 'keyveil-lighthouse-'));
  const args = [
    '--headless=new',
    `--remote-debugging-port=${port}`,
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
  const child = spawn(executablePath, [...browserFlags, ...args], { stdio: 'ignore' });
  const ended = new Promise(resolve => child.once('close', resolve));
  const close = async () => {
    child.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  for (let attempt = 0; attempt < 150; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => null);
    if (answer?.ok) return close;
    await setTimeout(200);
  }
  await close();
  throw new Error('The browser does not answer.');
}

/** What each kind of device is to Lighthouse; undefined is its own default, the phone. */
const devices = { mobile: undefined, desktop: desktopConfig };

/** One visit with an empty cache; the report. */
async function visit(executablePath, address, port, device) {
  const close = await openBrowser(executablePath, port);
  try {
    const run = await lighthouse(address, { port, logLevel: 'error', output: 'json' }, devices[device]);
    if (run === undefined || run.lhr.runtimeError)
      throw new Error(run?.lhr.runtimeError?.message ?? 'Lighthouse gave no report.');
    return run.lhr;
  } finally {
    await close();
  }
}

async function freePort() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

const browser = await findBrowser(line => console.log(line));
if (browser === null) {
  console.error('No browser could be had. Install Chrome or Chromium, or name one in KEYVEIL_BROWSER.');
  process.exit(1);
}
await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
const server = await serve();
const asked = Object.keys(devices).filter(device => options[device]);
for (const device of asked.length > 0 ? asked : Object.keys(devices)) {
  const reports = [];
  for (let run = 0; run < Number(options.runs); run++) {
    reports.push(await visit(browser.path, server.address, await freePort(), device));
  }
  tell(device, reports);
}
await server.close();

/** Prints and writes the run in the middle. */
function tell(device, reports) {
  reports.sort((a, b) => a.categories.performance.score - b.categories.performance.score);
  const median = reports[Math.floor(reports.length / 2)];
  console.log(`\n${device}`);
  for (const { title, score } of Object.values(median.categories)) {
    console.log(`${title.padEnd(28)} ${score === null ? 'no score' : Math.round(score * 100)}`);
  }
  for (const id of [
    'first-contentful-paint',
    'largest-contentful-paint',
    'interactive',
    'total-blocking-time',
    'cumulative-layout-shift',
    'speed-index',
    'total-byte-weight',
  ]) {
    const audit = median.audits[id];
    console.log(`${(audit?.title ?? id).padEnd(28)} ${audit?.displayValue ?? ''}`);
  }
  const counted = Object.values(median.categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(ref => ref.weight > 0),
  );
  for (const id of new Set(counted.map(ref => ref.id))) {
    const { title, score, scoreDisplayMode } = median.audits[id];
    if (scoreDisplayMode === 'binary' && score !== null && score < 1) console.log(`failed: ${title} (${id})`);
  }
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, `lighthouse-${device}.json`), JSON.stringify(median, null, 1));
}
