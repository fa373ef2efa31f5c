/**
 * How often photos are recognised as their owner's, at one false alarm in a hundred (p ≤ 0.01 among 199 decoy keys, any
 * of three labels), after they were resized, cropped and compressed: with the originals at hand and without, one photo
 * and five of a label together. All of it through the app's own façades in a browser.
 *
 *   npm run bench -- --trace                   on the photos beside the repository
 *   npm run bench -- --trace --photos=FOLDER   on the JPEG, PNG and WebP files of a folder and its folders, as large as they are
 *
 * The photos beside the repository have 224 px and are enlarged: blind tests look at photos at the size of the veil, 160 px,
 * where there is as much to see in them as in larger ones. Photos that
 * are mostly blur do worse. About five minutes on two cores.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { build, preview } from 'vite';
import { openBrowser } from './browser.mjs';
import { figure, table } from './measure.mjs';

const mostPhotos = 30;
const preset = 'standard';
const whole = { width: 1, height: 1 };

/** What happens to photos on their way. */
const passings = [
  { name: 'as saved (JPEG 92)', crop: whole, scale: 1, quality: 92, protected: true },
  { name: 'halved, JPEG 75', crop: whole, scale: 0.5, quality: 75, protected: true },
  { name: 'halved, JPEG 50', crop: whole, scale: 0.5, quality: 50, protected: true },
  { name: 'to a quarter, JPEG 75', crop: whole, scale: 0.25, quality: 75, protected: true },
  {
    name: 'cut to 80 × 70 %, halved, JPEG 75',
    crop: { width: 0.8, height: 0.7 },
    scale: 0.5,
    quality: 75,
    protected: true,
  },
  {
    name: 'cut to 55 × 60 %, halved, JPEG 75',
    crop: { width: 0.55, height: 0.6 },
    scale: 0.5,
    quality: 75,
    protected: true,
  },
  { name: 'never protected, halved, JPEG 75', crop: whole, scale: 0.5, quality: 75, protected: false },
];

/** Evenly spread over a folder's files. */
function filesOf(folder) {
  const all = readdirSync(folder, { recursive: true })
    .map(String)
    .filter(name => /\.(jpe?g|png|webp)$/i.test(name))
    .sort();
  const count = Math.min(mostPhotos, all.length);
  return Array.from({ length: count }, (_, i) => join(folder, all[Math.floor((i * all.length) / count)]));
}

const share = (part, all) => (all === 0 ? '–' : `${part} of ${all} (${Math.round((100 * part) / all)} %)`);

async function measureSize(page, shortSide, ways) {
  await page.evaluate(args => window.traceBench.protect(...args), [shortSide, preset]);
  const size = shortSide === null ? 'own' : `${figure(shortSide ** 2 / 1e6)} MP`;
  const rows = [];
  for (const { name, ...passing } of ways) {
    for (const originals of [true, false]) {
      const tally = await page.evaluate(args => window.traceBench.find(...args), [passing, originals]);
      const row = { size, name, originals, ...tally };
      console.log(
        `${size}, ${name}, ${originals ? 'with originals' : 'blind'}: ${share(tally.found, tally.photos)}, five together ${share(tally.groupsFound, tally.groups)}, ${figure(tally.seconds)} s`,
      );
      rows.push(row);
    }
  }
  return rows;
}

/** @param {string | undefined} photos folder of photos that are large already */
export async function measureTrace(root, executablePath, photos) {
  const folder = photos === undefined ? join(root, '../shared/data/photos') : resolve(photos);
  if (!existsSync(folder))
    throw new Error('There are no photos to try it on; name a folder: --photos=FOLDER');
  const files = filesOf(folder);
  const configFile = join(root, 'tests/bench/trace/vite.config.ts');
  await build({ configFile, logLevel: 'warn' });
  const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
  const { browser, page, close } = await openBrowser(executablePath);
  await page.goto(server.resolvedUrls.local[0]);
  await page.waitForFunction(() => 'traceBench' in window);
  for (const file of files) {
    const bytes = readFileSync(file).toString('base64');
    await page.evaluate(base64 => window.traceBench.give(base64), bytes);
  }
  const rows = [];
  if (photos !== undefined) rows.push(...(await measureSize(page, null, passings)));
  else {
    rows.push(...(await measureSize(page, 1200, passings)));
    rows.push(...(await measureSize(page, 500, passings.slice(0, 2))));
  }
  const version = browser.version();
  await close();
  await server.close();

  const machine = `Chromium ${version}, ${availableParallelism()} cores (${cpus()[0]?.model}), load ${figure(loadavg()[0])}`;
  console.log(`\nRecognised at p ≤ 0.01: ${files.length} photos, veil ${preset}, ${machine}:\n`);
  console.log(
    table(
      ['size', 'passed on', 'originals', 'found', 'with the right label', 'five together', 's a photo'],
      rows.map(row => [
        row.size,
        row.name,
        row.originals ? 'yes' : 'no',
        share(row.found, row.photos),
        row.rightLabel,
        share(row.groupsFound, row.groups),
        figure(row.seconds / row.photos),
      ]),
    ),
  );
  mkdirSync(join(root, '.results'), { recursive: true });
  writeFileSync(join(root, '.results/trace.json'), JSON.stringify({ machine, rows }, null, 2));
  console.log('\nWritten to .results/trace.json');
}
