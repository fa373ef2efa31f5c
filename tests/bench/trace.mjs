/**
 * How often photos are recognised as their owner's, at one false alarm in a hundred (p ≤ 0.01 among 199 decoy keys, any
 * of three labels), after they were resized, cropped and compressed: with the originals at hand and without, one photo
 * and five of a label together; and, without originals, how many photos of a label it takes. All of it in a browser, the
 * cells through the app's own façade, the curves through what it calls for each photo.
 *
 *   npm run bench -- --trace                   chosen cells, on the photos beside the repository: under ten minutes on two cores
 *   npm run bench -- --trace --presets=light   one preset of them
 *   npm run bench -- --trace --all             every cell, and more photos: far longer
 *   npm run bench -- --trace --photos=FOLDER   on the JPEG, PNG and WebP files of a folder and its folders, as large as they are
 *
 * The photos beside the repository have 224 px and are enlarged: blind tests look at photos at the size of the veil, 160 px,
 * or far smaller for casts, where there is as much to see in them as in larger ones. Photos that are mostly blur do worse
 * where a veil is looked for.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { openOwnBench } from './browser.mjs';
import { figure, interval, table } from './measure.mjs';
import { cellsOf, curvesOf } from './traceCells.mjs';

/** The same ones every time, from all over the folder. */
function filesOf(folder, most) {
  const digest = name => createHash('sha256').update(name).digest('hex');
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter(name => /\.(jpe?g|png|webp)$/i.test(name))
    .map(name => ({ name, order: digest(name) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => join(folder, name));
}

const percent = share => Math.round(100 * share);

function share(part, all) {
  if (all === 0) return '–';
  const [least, most] = interval(part, all);
  return `${part} of ${all} (${percent(least)} to ${percent(most)} %)`;
}

async function measureCells(page, cells) {
  const rows = [];
  let made = '';
  for (const { shortSide, preset, passing, name, originals, photos } of cells) {
    const wanted = `${shortSide} ${preset}`;
    if (made !== wanted) await page.evaluate(args => window.traceBench.protect(...args), [shortSide, preset]);
    made = wanted;
    const tally = await page.evaluate(args => window.traceBench.find(...args), [passing, originals, photos]);
    const size = shortSide === null ? 'own' : `${figure(shortSide ** 2 / 1e6)} MP`;
    rows.push({ size, preset, name, originals, ...tally });
    console.log(
      `${size}, ${preset}, ${name}, ${originals ? 'with originals' : 'alone'}: ${share(tally.found, tally.photos)}, ${figure(tally.seconds)} s`,
    );
  }
  return rows;
}

async function measureCurves(page, curves) {
  const rows = [];
  for (const { shortSide, preset, passing, name, photos, amounts } of curves) {
    await page.evaluate(args => window.traceBench.protect(...args), [shortSide, preset]);
    const points = await page.evaluate(args => window.traceBench.curve(...args), [passing, photos, amounts]);
    for (const { amount, draws, found, rightLabel } of points) {
      rows.push({ preset, name, amount, draws, found, rightLabel });
      console.log(`${preset}, ${name}, ${amount} together: ${found} of ${draws}`);
    }
  }
  return rows;
}

/**
 * @param photos folder of photos that are large already
 * @param all every cell
 */
export async function measureTrace(root, executablePath, { photos, all, presets }) {
  const folder = photos === undefined ? join(root, '../shared/data/photos') : resolve(photos);
  if (!existsSync(folder))
    throw new Error('There are no photos to try it on; name a folder: --photos=FOLDER');
  const wanted = ({ preset }) => presets === undefined || presets.split(',').includes(preset);
  const cells = cellsOf(all, photos !== undefined).filter(wanted);
  const curves = curvesOf(photos !== undefined).filter(wanted);
  const files = filesOf(folder, Math.max(...[...cells, ...curves].map(each => each.photos)));
  const { browser, page, close } = await openOwnBench(root, 'trace', executablePath);
  const start = performance.now();
  for (const file of files) {
    const bytes = readFileSync(file).toString('base64');
    await page.evaluate(base64 => window.traceBench.give(base64), bytes);
  }
  const points = await measureCurves(page, curves);
  const rows = await measureCells(page, cells);
  const seconds = (performance.now() - start) / 1000;
  const version = browser.version();
  await close();

  const machine = `Chromium ${version}, ${availableParallelism()} cores (${cpus()[0]?.model}), load ${figure(loadavg()[0])}`;
  console.log(`\nRecognised at p ≤ 0.01, ${figure(seconds)} s in all, ${machine}.`);
  console.log('In brackets where the true share lies with 95 % confidence.\n');
  console.log(
    table(
      [
        'size',
        'protected',
        'passed on',
        'originals',
        'one photo',
        'right label',
        'five together',
        's a photo',
      ],
      rows.map(row => [
        row.size,
        row.preset,
        row.name,
        row.originals ? 'yes' : 'no',
        share(row.found, row.photos),
        row.rightLabel,
        share(row.groupsFound, row.groups),
        figure(row.seconds / row.photos),
      ]),
    ),
  );
  console.log('\nWithout originals, so many photos of a label together, of 300 draws that overlap:\n');
  console.log(
    table(
      ['protected', 'passed on', 'photos', 'found', 'right label'],
      points.map(({ preset, name, amount, draws, found, rightLabel }) => [
        preset,
        name,
        amount,
        `${percent(found / draws)} %`,
        `${percent(rightLabel / draws)} %`,
      ]),
    ),
  );
  mkdirSync(join(root, '.results'), { recursive: true });
  writeFileSync(
    join(root, '.results/trace.json'),
    JSON.stringify({ machine, seconds, rows, points }, null, 2),
  );
  console.log('\nWritten to .results/trace.json');
}
