/**
 * Runs the checks, a section each, and ends with `N passed, N failed`.
 *
 *   node tests/run.mjs          lint, types, unit tests, build, size, and the tests in a real browser
 *   node tests/run.mjs e2e      build and the tests in a real browser
 *   node tests/run.mjs full     build and what takes longer than a person waits for
 *   node tests/run.mjs browsers build, and the main job in Chromium, Firefox and WebKitGTK, whichever are installed
 *   node tests/run.mjs cluster  the recipes for GNU parallel and Slurm, on daemons of their own
 *   node tests/run.mjs evidence the field's networks, by PyTorch
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './freePort.mjs';
import { add, nothing, one, tallyOf } from './tally.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, '.results');
const require = createRequire(import.meta.url);

/** The programs that we run, by the file that Node runs. */
const programs = {
  rooms: join(root, 'tests/rooms.mjs'),
  biome: require.resolve('@biomejs/biome/bin/biome'),
  knip: join(root, 'node_modules/knip/bin/knip.js'),
  tsc: join(dirname(require.resolve('typescript/package.json')), 'bin/tsc'),
  vite: join(dirname(require.resolve('vite/package.json')), 'bin/vite.js'),
  vitest: join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs'),
  'size-limit': join(root, 'node_modules/size-limit/bin.js'),
  playwright: require.resolve('@playwright/test/cli'),
};

const running = new Set();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
}

/**
 * Ends with the exit code.
 * @param {((text: string) => void) | null} say takes what the program says; null: it goes straight to the terminal
 */
function run(program, args, env = {}, say = null) {
  const output = say === null ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, [programs[program], ...args], {
    cwd: root,
    stdio: ['inherit', output, output],
    env: { ...process.env, ...env },
  });
  running.add(child);
  for (const stream of say === null ? [] : [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', say);
  }
  return new Promise(resolve => {
    child.on('error', () => resolve(1));
    child.on('close', code => resolve(code ?? 1));
  }).finally(() => running.delete(child));
}

const check = (program, args) => async say => one((await run(program, args, {}, say)) === 0);

/** @param {'quick' | 'full' | 'browsers' | 'cluster' | 'evidence'} set */
function unitTests(set) {
  return async () => {
    const report = join(results, `vitest-${set}.json`);
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await run('vitest', args, { KEYVEIL_TESTS: set });
    return tallyOf('vitest', report, code);
  };
}

/** Other makes of browsers, which Playwright cannot drive as they are installed; and what they came to, as tables. */
async function otherBrowsers() {
  const tally = await unitTests('browsers')();
  const tables = readdirSync(results).filter(name => /^browsers-\d\.md$/.test(name));
  for (const name of tables.sort()) console.log(`\n${readFileSync(join(results, name), 'utf8')}`);
  return tally;
}

/** Pages that only tests load (engines in a worker, the bench), built like the app. */
const buildHarness = check('vite', ['build', '--config', 'tests/harness/vite.config.ts']);

function browserTests(...projects) {
  return async () => {
    const { findBrowser } = await import('./findBrowser.mjs');
    const browser = await findBrowser(line => console.log(line));
    if (browser === null) {
      console.log('No browser could be had. Install Chrome or Chromium, or name one in KEYVEIL_BROWSER.');
      return one(false);
    }
    console.log(`Browser: ${browser.source}`);
    const report = join(results, `playwright-${projects[0]}.json`);
    const code = await run(
      'playwright',
      ['test', ...projects.map(name => `--project=${name}`), '--reporter=list,json'],
      {
        KEYVEIL_BROWSER: browser.path,
        KEYVEIL_PORT: String(await freePort()),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    );
    return tallyOf('playwright', report, code);
  };
}

const build = ['Build', check('vite', ['build'])];
const harness = ['Build of the test pages', buildHarness];
const builds = beside([build], [harness]);

/**
 * Sections that go on beside one another, so that no core is idle: each row is one after another. What each says stands
 * under its title, once it has ended.
 */
function beside(...rows) {
  return async () => void (await Promise.all(rows.map(row => inOrder(row, true))));
}

const sections = {
  all: [
    beside(
      [build, ['Size of what loads first', check('size-limit', [])], harness],
      [
        ['What nobody uses', check('knip', ['--no-progress'])],
        [
          'What only tests use',
          check('knip', ['--no-progress', '--production', '-c', 'tests/knipShipped.json']),
        ],
      ],
      [
        ['Types', check('tsc', ['--noEmit'])],
        ['Lint and format', check('biome', ['check', '.'])],
        ['Rooms', check('rooms', [])],
      ],
    ),
    ['Unit, property and contract tests', unitTests('quick')],
    ['In a real browser, on the built app', browserTests('e2e', 'gpu')],
  ],
  e2e: [builds, ['In a real browser, on the built app', browserTests('e2e', 'gpu')]],
  full: [
    ['What takes longer, without a browser', unitTests('full')],
    builds,
    ['What takes longer, in a browser', browserTests('long', 'long-gpu', 'full', 'full-gpu')],
    ['In Chromium, Firefox and WebKitGTK', otherBrowsers],
  ],
  cluster: [['On a cluster', unitTests('cluster')]],
  evidence: [['With PyTorch', unitTests('evidence')]],
  browsers: [build, ['In Chromium, Firefox and WebKitGTK', otherBrowsers]],
};

const chosen = sections[process.argv[2] ?? 'all'];
if (chosen === undefined) {
  console.error(`Unknown set of checks; one of: ${Object.keys(sections).join(', ')}`);
  process.exit(2);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let total = nothing;
const failures = [];

async function inOrder(steps, quiet = false) {
  for (const step of steps) {
    if (typeof step === 'function') await step();
    else await section(step, quiet);
  }
}

async function section([title, work], quiet) {
  const heading = `\n=== ${title} ===`;
  const said = [];
  if (!quiet) console.log(heading);
  const since = Date.now();
  const tally = await work(quiet ? text => said.push(text) : null);
  if (quiet) console.log(`${heading}\n${said.join('').trimEnd()}`);
  const seconds = Math.round((Date.now() - since) / 1000);
  const { passed, failed, skipped } = tally;
  console.log(`--- ${title}: ${passed} passed, ${failed} failed, ${skipped} skipped, in ${seconds} s`);
  if (failed > 0) failures.push(title);
  total = add(total, tally);
}

await inOrder(chosen);

console.log('');
if (failures.length > 0) console.log(`Failed in: ${failures.join('; ')}`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
