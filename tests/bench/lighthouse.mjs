/**
 * Lighthouse on the built app, as a mid-range phone on a slow line sees it. Served compressed and with our headers, as
 * any static host would. Prints the scores and what they are made of, writes .results/lighthouse.json.
 *
 *   npm run lighthouse
 *   npm run lighthouse -- --runs=1     one run instead of the median of three
 *
 * Lighthouse is large and used here only, so `npm run lighthouse` fetches it, and no other command does.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import lighthouse from 'lighthouse';
import { build, resolveConfig } from 'vite';
import { browserFlags, findBrowser } from '../findBrowser.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const results = join(root, '.results');
const outDir = join(results, 'lighthouse-app');
const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/** Serves the build on a free port. */
async function serve() {
  const { preview } = await resolveConfig({ root, logLevel: 'error' }, 'serve', 'production');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(outDir, normalize(pathname === '/' ? '/index.html' : pathname));
    let body;
    try {
      if (!path.startsWith(outDir)) throw new Error('outside');
      body = gzipSync(readFileSync(path));
    } catch {
      response.writeHead(404).end();
      return;
    }
    const caching = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.writeHead(200, {
      ...preview.headers,
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Content-Encoding': 'gzip',
      'Cache-Control': caching,
    });
    response.end(body);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
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

/** One visit with an empty cache; the report. */
async function visit(executablePath, address, port) {
  const close = await openBrowser(executablePath, port);
  try {
    const run = await lighthouse(address, { port, logLevel: 'error', output: 'json' });
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
const reports = [];
for (let run = 0; run < Number(options.runs); run++) {
  reports.push(await visit(browser.path, server.address, await freePort()));
}
server.close();

reports.sort((a, b) => a.categories.performance.score - b.categories.performance.score);
const median = reports[Math.floor(reports.length / 2)];
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
writeFileSync(join(results, 'lighthouse.json'), JSON.stringify(median, null, 1));
