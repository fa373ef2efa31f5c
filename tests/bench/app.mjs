/**
 * The built app as a person uses it: how long adding 1,000 pictures takes, how soon a photo is seen protected once the
 * key is typed, and the memory that photos of 12 megapixels take above the empty page. Medians of some rounds, each in
 * a browser of its own. Prints verdicts and writes .results/app.json.
 *
 *   npm run bench -- --app
 *   npm run bench -- --app --rounds=1
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { call, openBench, openBrowser } from './browser.mjs';
import { figure, median } from './measure.mjs';
import { peakMemory, resetPeaks } from './memory.mjs';

const pictures = 1000;
const labels = 10;
const large = 8;

/** What is asked for, in ms and MB. */
const limits = { addingMs: 2000, firstLookMs: 1500, memoryMb: 300 };

/** Photos that differ in a comment, and in size by that, so that none is "the same again"; some labels of them. */
function writePhotos(folder, jpeg, count, inLabels) {
  for (let i = 0; i < count; i++) {
    const label = join(folder, `label ${i % inLabels}`);
    mkdirSync(label, { recursive: true });
    const text = Buffer.from(`photo ${i} ${'.'.repeat(i)}`);
    const length = text.length + 2;
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, length >> 8, length & 255]), text]);
    writeFileSync(
      join(label, `photo-${i}.jpg`),
      Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
    );
  }
}

const folderInput = page => page.locator('input[type=file][aria-label="Add a folder"]');

async function open(page, address) {
  await page.goto(address);
  await page.locator('#root:not([inert])').waitFor();
  await page.getByRole('tab', { name: 'Protect' }).waitFor();
}

/** From the moment at which the browser has handed the files over until the button offers to protect them all, in ms. */
async function measureAdding(page, folder) {
  await page.evaluate(wanted => {
    window.added = new Promise(resolve => {
      let from = 0;
      document.addEventListener('change', () => (from ||= performance.now()), { capture: true });
      const look = () => {
        const all = [...document.querySelectorAll('button')].map(button => button.textContent ?? '');
        if (from > 0 && all.some(words => words.includes(wanted))) resolve(performance.now() - from);
        else requestAnimationFrame(look);
      };
      look();
    });
  }, pictures.toLocaleString('en'));
  await folderInput(page).setInputFiles(folder);
  return page.evaluate(() => window.added);
}

/** From the last letter of the key until the photo in view is there with its protection, in ms. */
async function measureFirstLook(page, folder) {
  await folderInput(page).setInputFiles(folder);
  await page.getByRole('listbox', { name: 'Photos' }).getByRole('option').first().click();
  await page.locator('[aria-busy=false] canvas').first().waitFor();
  await page.evaluate(() => {
    window.looked = new Promise(resolve => {
      let from = 0;
      let wasBusy = false;
      let done = 0;
      document.addEventListener('input', () => (from ||= performance.now()), { capture: true });
      const look = () => {
        const busy = [...document.querySelectorAll('[aria-busy]')].some(one => one.ariaBusy === 'true');
        const now = performance.now();
        if (from > 0 && busy) {
          wasBusy = true;
          done = 0;
        } else if (wasBusy && done === 0) done = now;
        // What is busy no more for a second is done.
        if (done > 0 && now - done > 1000) resolve(done - from);
        else requestAnimationFrame(look);
      };
      look();
    });
  });
  await page.getByLabel('Private key', { exact: true }).fill('a key for the bench of 83 humming otters');
  return page.evaluate(() => window.looked);
}

/** The peak while photos are protected by all workers, above what the page held when it was empty, in MB. */
async function measureMemory(browser, page, folder) {
  await resetPeaks(browser);
  const empty = await peakMemory(browser);
  await page.getByLabel('Private key', { exact: true }).fill('a key for the bench of 83 humming otters');
  await folderInput(page).setInputFiles(folder);
  await page.getByRole('button', { name: `Protect ${large} photos` }).click();
  await page
    .getByRole('status')
    .filter({ hasText: `${large} of ${large} photos protected` })
    .waitFor({ timeout: 120_000 });
  const peak = await peakMemory(browser);
  return empty === null || peak === null ? null : peak - empty;
}

function line(what, values, limit, unit) {
  const value = median(values);
  const met = value <= limit ? 'met' : 'MISSED';
  const spread = `${figure(Math.min(...values))}–${figure(Math.max(...values))}`;
  return `${what}: ${figure(value)} ${unit} (${spread}; ≤ ${limit}: ${met})`;
}

export async function measureApp(root, executablePath, rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'keyveil-bench-'));
  const benchConfig = join(root, 'tests/bench/vite.config.ts');
  await build({ configFile: benchConfig, logLevel: 'warn' });
  await build({ root, logLevel: 'warn' });
  const host = { host: '127.0.0.1', port: 0 };
  const bench = await preview({ configFile: benchConfig, preview: host, logLevel: 'warn' });
  const app = await preview({ root, preview: host, logLevel: 'warn' });
  const address = app.resolvedUrls.local[0];
  try {
    const drawing = await openBench(bench.resolvedUrls.local[0], executablePath);
    const draw = async (width, height) => {
      const size = { name: 'drawn', width, height, type: 'image/jpeg' };
      return Buffer.from(await call(drawing.page, 'draw', size), 'base64');
    };
    const [small, big] = [await draw(500, 375), await draw(4000, 3000)];
    await drawing.close();
    writePhotos(join(folder, 'many'), small, pictures, labels);
    writePhotos(join(folder, 'one'), big, 1, 1);
    writePhotos(join(folder, 'large'), big, large, 2);

    const measured = { addingMs: [], firstLookMs: [], memoryMb: [] };
    const inPage = async work => {
      const opened = await openBrowser(executablePath);
      try {
        await open(opened.page, address);
        return await work(opened);
      } finally {
        await opened.close();
      }
    };
    for (let round = 0; round < rounds; round++) {
      measured.addingMs.push(await inPage(({ page }) => measureAdding(page, join(folder, 'many'))));
      measured.firstLookMs.push(await inPage(({ page }) => measureFirstLook(page, join(folder, 'one'))));
      const memory = await inPage(({ browser, page }) => measureMemory(browser, page, join(folder, 'large')));
      if (memory !== null) measured.memoryMb.push(memory);
      console.log(`round ${round + 1} of ${rounds} done`);
    }
    print(measured);
    mkdirSync(join(root, '.results'), { recursive: true });
    writeFileSync(join(root, '.results/app.json'), JSON.stringify(measured, null, 2));
    console.log('\nWritten to .results/app.json');
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await bench.close();
    await app.close();
  }
}

function print({ addingMs, firstLookMs, memoryMb }) {
  console.log(
    `\n${availableParallelism()} cores, load of the machine in the last 5 minutes ${figure(loadavg()[1])}\n`,
  );
  console.log(line(`Adding ${pictures} pictures`, addingMs, limits.addingMs, 'ms'));
  console.log(line('From the key to a protected photo in view', firstLookMs, limits.firstLookMs, 'ms'));
  if (memoryMb.length > 0)
    console.log(
      line(`Memory above the empty page, ${large} photos of 12 MP`, memoryMb, limits.memoryMb, 'MB'),
    );
}
