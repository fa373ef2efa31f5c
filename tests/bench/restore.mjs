/**
 * What the key's owner gets back: PSNR before and after a photo is restored, for every preset, from PNG and from JPEG 92,
 * on drawn photos and on those beside the repository where there are any; and how long 12 MP take on two workers. All of
 * it through the app's own façades in a browser, so files are encoded and decoded as the app does it.
 *
 *   npm run bench -- --restore
 *   npm run bench -- --restore --presets=cast,veil   some methods alone
 *   npm run bench -- --restore --times               how long 12 MP take, and nothing else
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { openOwnBench } from './browser.mjs';
import { figure, median, table } from './measure.mjs';

const drawn = [
  [1600, 1200],
  [1000, 750],
  [500, 375],
];
const types = { PNG: 'image/png', 'JPEG 92': 'image/jpeg' };
const timedPresets = ['cast light', 'cast standard', 'cast strong', 'veil standard', 'cuda imagenet'];
/** What is aimed at. */
const leastGain = 10;
const mostSeconds = 30;

const call = (page, name, ...args) =>
  page.evaluate(([f, given]) => window.restoreBench[f](...given), [name, args]);

/** One photo of each label in the folder of photos beside the repository. */
function photoFiles(root) {
  const folder = join(root, '../shared/data/photos');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) => {
      const [first] = readdirSync(join(folder, name)).filter(file => /\.(jpe?g|png)$/i.test(file));
      return first === undefined ? [] : [join(folder, name, first)];
    });
}

/** Seconds that all of the browser's processes have worked, threads together. */
async function processorSeconds(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function measureGain(page, count, set, wanted) {
  const rows = [];
  const presets = await page.evaluate(() => window.restoreBench.presets);
  for (const preset of presets.filter(wanted)) {
    for (const [name, type] of Object.entries(types)) {
      const all = [];
      for (let photo = count.from; photo < count.to; photo++) {
        all.push(await call(page, 'restore', photo, preset, type, 2));
      }
      const gains = all.map(({ before, after }) => after - before);
      console.log(`${set}, ${preset}, ${name}: ${median(gains).toFixed(1)} dB`);
      rows.push({
        set,
        preset,
        file: name,
        before: median(all.map(({ before }) => before)),
        after: median(all.map(({ after }) => after)),
        gain: median(gains),
        least: Math.min(...gains),
        enough: gains.filter(gain => gain >= leastGain).length,
        photos: gains.length,
        other: median(all.map(({ before, other }) => other - before)),
      });
    }
  }
  return rows;
}

async function measureTime(browser, page, photo, wanted) {
  const rows = [];
  for (const preset of timedPresets.filter(wanted)) {
    for (const [name, type] of Object.entries(types)) {
      const worked = await processorSeconds(browser);
      const { seconds } = await call(page, 'restore', photo, preset, type, 2);
      rows.push({ preset, file: name, seconds, processor: (await processorSeconds(browser)) - worked });
    }
  }
  return rows;
}

/**
 * @param presets those wanted, by the beginnings of their names and with commas between; undefined: all
 * @param times how long it takes alone, and not what it gives back
 */
export async function measureRestore(root, executablePath, { presets, times: timesAlone }) {
  const wanted = preset => presets === undefined || presets.split(',').some(one => preset.startsWith(one));
  const { browser, page, close } = await openOwnBench(root, 'restore', executablePath);

  const files = photoFiles(root);
  for (const [width, height] of drawn) await call(page, 'draw', width, height);
  for (const file of files) await call(page, 'give', readFileSync(file).toString('base64'));
  await call(page, 'draw', 4000, 3000);
  const last = drawn.length + files.length;
  const gains = timesAlone ? [] : await measureGain(page, { from: 0, to: drawn.length }, 'drawn', wanted);
  if (files.length > 0 && !timesAlone) {
    gains.push(...(await measureGain(page, { from: drawn.length, to: last }, 'photos', wanted)));
  }
  const times = await measureTime(browser, page, last, wanted);
  const version = browser.version();
  await close();

  const machine = `Chromium ${version}, ${availableParallelism()} cores (${cpus()[0]?.model})`;
  console.log(`\nPSNR in dB, medians over ${drawn.length} drawn photos and ${files.length} real ones:\n`);
  const decibels = row => [row.before, row.after, row.gain, row.least, row.other].map(one => one.toFixed(1));
  console.log(
    table(
      ['photos', 'preset', 'file', 'protected', 'restored', 'gain', 'least gain', "with another label's"],
      gains.map(row => [row.set, row.preset, row.file, ...decibels(row)]),
    ),
  );
  const fromPng = gains.filter(({ file }) => file === 'PNG');
  const sumOf = name => fromPng.reduce((sum, row) => sum + row[name], 0);
  console.log(`\nPNGs that gain ${leastGain} dB or more: ${sumOf('enough')} of ${sumOf('photos')}`);
  console.log(`\n12 MP on two workers, ${machine}, load ${figure(loadavg()[0])} (1 minute):\n`);
  console.log(
    table(
      ['preset', 'file', 'seconds', `≤ ${mostSeconds}`, 'processor seconds, protecting included'],
      times.map(row => [
        row.preset,
        row.file,
        figure(row.seconds),
        row.seconds <= mostSeconds ? 'met' : 'MISSED',
        figure(row.processor),
      ]),
    ),
  );
  mkdirSync(join(root, '.results'), { recursive: true });
  writeFileSync(join(root, '.results/restore.json'), JSON.stringify({ machine, gains, times }, null, 2));
  console.log('\nWritten to .results/restore.json');
}
