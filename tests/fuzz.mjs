/**
 * Feeds Keyveil hostile files: spoilt pictures, zips that lie, documents gone wrong. Most go to the readers by
 * themselves, a quarter through the built page; what was fed, taken and refused is printed.
 *
 *   npm run fuzz
 *   npm run fuzz -- --seed=7 --count=50000
 *
 * The same seed feeds the same files. Part of `npm run test:full`, with the seed that stands here.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from './findBrowser.mjs';
import { freePort } from './freePort.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20260101' },
    count: { type: 'string', default: '11000' },
  },
});
for (const [name, value] of Object.entries(values)) {
  if (!/^\d{1,9}$/.test(value)) {
    console.error(`--${name} takes a whole number, not ${value}`);
    process.exit(2);
  }
}
console.log(`Seed ${values.seed}, ${values.count} files`);

const programs = {
  vite: join(dirname(require.resolve('vite/package.json')), 'bin/vite.js'),
  vitest: join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs'),
  playwright: require.resolve('@playwright/test/cli'),
};

function run(program, args, env = {}) {
  const all = {
    ...process.env,
    KEYVEIL_TESTS: 'full',
    KEYVEIL_FUZZ_SEED: values.seed,
    KEYVEIL_FUZZ_COUNT: values.count,
    ...env,
  };
  return spawnSync(process.execPath, [programs[program], ...args], { cwd: root, stdio: 'inherit', env: all })
    .status;
}

const byThemselves = run('vitest', [
  'run',
  'tests/full/fuzz.test.ts',
  'tests/full/fuzzSizes.test.ts',
  '--disable-console-intercept',
]);

const browser = await findBrowser(line => console.log(line));
if (browser === null) {
  console.log('No browser could be had. Install Chrome or Chromium, or name one in KEYVEIL_BROWSER.');
  process.exit(1);
}
if (run('vite', ['build', '--logLevel', 'error']) !== 0) process.exit(1);
const inThePage = run(
  'playwright',
  ['test', '--project=full', 'tests/full/fuzz.spec.ts', '--workers=1', '--reporter=list'],
  { KEYVEIL_BROWSER: browser.path, KEYVEIL_PORT: String(await freePort()) },
);
process.exit(byThemselves === 0 && inThePage === 0 ? 0 : 1);
