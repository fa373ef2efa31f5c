/**
 * How photos look under each preset: the figures of the inspector, medians over all photos of a folder; and the pairs that
 * `visible at 100 %` was calibrated on, beside what their viewer said (see looks/judged.ts).
 *
 *   npm run bench -- --looks                    the photos beside the repository
 *   npm run bench -- --looks --photos=FOLDER    the JPEG, PNG and WebP files of a folder and its folders instead
 *   npm run bench -- --looks --skimage=FOLDER   with the judged pictures of python3-skimage, too
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { median, table } from './measure.mjs';

const bytesOf = path => new Uint8Array(readFileSync(path));

function filesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter(name => /\.(jpe?g|png|webp)$/i.test(name))
    .sort();
}

const words = ({ psnr, ssim, structure, colour }) => [
  psnr.toFixed(1),
  ssim === null ? '–' : ssim.toFixed(4),
  structure === null ? '–' : structure.toFixed(3),
  colour.toFixed(1),
];

async function printMedians(module, folder) {
  const files = filesOf(folder);
  const all = [];
  for (const [i, file] of files.entries()) {
    all.push(await module.looksOf(bytesOf(join(folder, file)), `looks ${i}`, module.presets));
  }
  if (all.length === 0) return console.log(`No photos in ${folder}.`);
  const rows = module.presets.map((preset, i) => {
    const of = name => median(all.map(looks => looks[i][name] ?? 1));
    const verdicts = ['no', 'slightly', 'yes'].map(
      verdict => all.filter(looks => looks[i].visible === verdict).length,
    );
    const medians = { psnr: of('psnr'), ssim: of('ssim'), structure: of('structure'), colour: of('colour') };
    return [preset, ...words(medians), verdicts.join(' / ')];
  });
  console.log(`Medians over ${all.length} photos of ${folder}:\n`);
  console.log(
    table(['preset', 'PSNR, dB', 'SSIM', 'structure', 'ΔE2000', 'visible: no / slightly / yes'], rows),
  );
}

async function printJudged(module, photos, skimage) {
  const rows = [];
  let alike = 0;
  for (const { photo, preset, seed, seen } of module.judged) {
    const path = photo.startsWith('skimage/') ? join(skimage ?? '', photo.slice(8)) : join(photos, photo);
    const bytes = (await module.drawing(photo)) ?? (existsSync(path) ? bytesOf(path) : null);
    if (bytes === null) continue;
    const [figures] = await module.looksOf(bytes, seed, [preset]);
    if (figures.visible === seen) alike += 1;
    const [, , structure, colour] = words(figures);
    rows.push([photo, preset, structure, colour, seen, figures.visible]);
  }
  const head = ['photo', 'preset', 'structure', 'ΔE2000', 'the viewer', 'the measure'];
  console.log(`\nPairs that the bounds were set on; the two agree on ${alike} of ${rows.length}:\n`);
  console.log(table(head, rows));
}

export async function measureLooks(root, { photos, skimage }) {
  const beside = join(root, '../shared/data/photos');
  const { module } = await runnerImport(join(root, 'tests/bench/looks/looks.ts'), { root });
  await printMedians(module, photos === undefined ? beside : resolve(photos));
  if (photos === undefined) await printJudged(module, beside, skimage);
}
