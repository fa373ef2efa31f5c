/**
 * The training lab without a window: trains on a folder of photos, one folder a label, in headless Chromium, with the
 * code that the app itself runs, and prints what came of it.
 *
 *   npm run lab -- <folder>
 *   npm run lab -- <folder> --model=resnet-18 --side=64 --epochs=30 --regime=rsk-ff --share=0.8 --common
 *
 * `npm run lab` alone lists every option. Ends with 1 when a run did not end well.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { findBrowser } from '../findBrowser.mjs';
import { openBrowser } from './browser.mjs';
import { folder, known, refuse, values, wishes } from './labOptions.mjs';
import { table } from './measure.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const configFile = join(root, 'tests/bench/vite.config.ts');

const names = { clean: 'clean photos', protected: 'protected photos', common: 'one common filter' };
const percent = part => `${(100 * part).toFixed(1)} %`;

/** A line on the terminal that is written over. */
function sayProgress(runs) {
  if (!process.stdout.isTTY) return;
  const parts = runs.map(({ experiment: { training }, state, history }) => {
    const last = history.at(-1);
    const at =
      state.kind === 'training'
        ? `${Math.floor((100 * state.step) / Math.max(1, state.steps))} %`
        : state.kind;
    return `${names[training]}: ${at}${last ? `, ${percent(last.testAccuracy)}` : ''}`;
  });
  process.stdout.write(`\r\u001b[K${parts.join(' · ')}`);
}

const browser = await findBrowser(line => console.log(line));
if (browser === null)
  refuse('No browser could be had. Install Chrome or Chromium, or name one in KEYVEIL_BROWSER.');
await build({ configFile, logLevel: 'warn' });
const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
const { page, close } = await openBrowser(browser.path, []);
let good = false;
try {
  await page.goto(`${server.resolvedUrls.local[0]}lab.html`);
  await page.waitForFunction(() => 'lab' in window);
  await page.evaluate(() => {
    document.querySelector('#photos').webkitdirectory = true;
  });
  await page.locator('#photos').setInputFiles(resolve(folder));
  const begun = performance.now();
  await page.evaluate(given => window.lab.begin(given), wishes);
  let news = await page.evaluate(() => window.lab.news());
  while (news.kind === 'at-work') {
    sayProgress(news.runs);
    await new Promise(done => setTimeout(done, 1000));
    news = await page.evaluate(() => window.lab.news());
  }
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
  if (news.kind === 'trouble')
    refuse(`In ${folder} there are no photos in folders of their own, one folder a label.`);
  const seconds = (performance.now() - begun) / 1000;
  good = news.runs.every(({ state }) => state.kind === 'done');
  print(news.runs, news.machine, seconds);
  const out = resolve(values.out ?? join(root, '.results/lab'));
  mkdirSync(out, { recursive: true });
  const files = { html: 'report.html', csv: 'runs.csv', epochs: 'epochs.csv', json: 'report.json' };
  for (const [kind, name] of Object.entries(files)) {
    const content = await page.evaluate(one => window.lab.report(one), kind);
    if (content !== null) writeFileSync(join(out, name), content);
  }
  console.log(`\nReport: ${join(out, 'report.html')}`);
} finally {
  await close();
  await server.close();
}
process.exitCode = good ? 0 : 1;

function print(runs, machine, seconds) {
  const done = runs.flatMap(({ experiment: { training }, state }) =>
    state.kind === 'done' ? [{ training, ...state.result }] : [],
  );
  const rows = done.map(({ training, clean, own, other, history, seconds: took }) => [
    names[training],
    ...[clean, own, other].map(answers => percent(known.accuracy(answers))),
    percent(history.at(-1)?.trainAccuracy ?? 0),
    Math.round(took),
  ]);
  console.log('\nRight on photos that were never trained on:\n');
  console.log(
    table(
      [
        'trained on',
        'clean',
        'under their own filter',
        'under another label’s',
        'training photos',
        'seconds',
      ],
      rows,
    ),
  );
  const [first] = done;
  if (first) console.log(`\nChance: ${percent(known.chance(first.clean))}.`);
  for (const {
    experiment: { training },
    state,
  } of runs) {
    if (state.kind === 'failed') console.log(`${names[training]}: failed, ${JSON.stringify(state.failure)}.`);
  }
  const found = machine.kind === 'measured' ? machine.machine : null;
  const trials = found?.trials.map(
    ({ backend, milliseconds }) => `${backend} ${milliseconds?.toFixed(0) ?? '–'} ms`,
  );
  console.log(
    `Backend ${found?.backend ?? 'unknown'} (a step: ${trials?.join(', ')}); ${Math.round(seconds)} s in all.`,
  );
}
