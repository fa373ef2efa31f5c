import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ScalingName, scalings } from '../../src/models/modelInput.ts';
import {
  type BackboneColumn,
  type BackboneFinding,
  backboneFigures,
} from '../../src/prove/core/backbone/backbone.ts';
import { openPage } from '../browser/openPage.ts';
import type { Home } from '../home.ts';
import type { BackboneWishes } from '../pages/backbone.ts';
import { exists } from '../terminal/files.ts';
import { maybe, maybeNumber, several } from '../terminal/options.ts';
import { refuse } from '../terminal/refusal.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { entryText } from './printTable.ts';
import { percent } from './words.ts';

/** What a network that knows such things already learns: `keyveil lab FOLDER --backbone=FILE`. */

const scalingNames = Object.keys(scalings) as readonly ScalingName[];

export const backboneOptions = {
  backbone: several(
    '<file>',
    'instead of training, a network of others (ONNX, or model.json of TensorFlow.js) as it is, with a new last layer',
  ),
  'backbone-scaling': maybe(
    '<name>',
    `what it wants its pixels to be: ${scalingNames.join(', ')}; else by its kind`,
  ),
  'backbone-side': maybeNumber(
    { low: 1, high: 2048, whole: true },
    'of its pictures, px; else as its file says',
  ),
  'backbone-layer': maybe('<name>', 'whose features are taken; else its last pooled layer'),
};

/** @throws Refusal */
export function scalingOf(given: string | null): ScalingName | null {
  if (given === null) return null;
  const name = scalingNames.find(one => one === given);
  return name ?? refuse(`--backbone-scaling is ${given}; it takes ${scalingNames.join(', ')}.`);
}

/**
 * Learns last layers on the photos of `folder`, prints what came of it and writes the reports into `out`.
 *
 * @param files of the network; weights that a model.json names are found beside it
 * @throws Refusal
 */
export async function runBackbone(
  folder: string,
  files: readonly string[],
  wishes: BackboneWishes,
  out: string,
  terminal: Terminal,
  home: Home,
): Promise<void> {
  const model = withWeights(files);
  const { page, close } = await openPage('backbone.html', 'backbone', terminal, home);
  try {
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#photos');
      if (field) field.webkitdirectory = true;
    });
    await page.locator('#photos').setInputFiles(folder);
    await page.locator('#model').setInputFiles(model.map(file => resolve(file)));
    let ended = false;
    const asked = page
      .evaluate(given => window.backbone.learn(given), wishes)
      .finally(() => {
        ended = true;
      });
    // An answer that comes while it is slept is waited for below.
    asked.catch(() => {});
    while (!ended) {
      const now = await page.evaluate(() => window.backbone.progress).catch(() => null);
      if (now) terminal.show(`${now.step}: ${now.done} of ${now.total}`);
      await sleep(500, undefined, { signal: terminal.signal });
    }
    terminal.show('');
    const answer = await asked;
    if ('trouble' in answer) refuse(answer.trouble);
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'backbone.html'), answer.html);
    writeFileSync(join(out, 'backbone.json'), answer.json);
    printFinding(answer.finding, terminal);
    terminal.print(`\nReport: ${join(out, 'backbone.html')}; as data: ${join(out, 'backbone.json')}`);
  } finally {
    await close();
  }
}

const columnNames: Readonly<Record<BackboneColumn, string>> = {
  clean: 'clean photos',
  chosen: 'protected photos',
  light: 'photos under Light',
  standard: 'photos under Standard',
  strong: 'photos under Strong',
};

function printFinding(finding: BackboneFinding, terminal: Terminal): void {
  const { model, layer, features, input, counts, columns, failed, seconds } = finding;
  const { chance, entries } = backboneFigures(finding);
  const sum = (list: readonly number[]) => list.reduce((all, count) => all + count, 0);
  terminal.print(
    `${model.name} at ${input.side} px, ${features} features of ${layer}; ${sum(counts.train)} photos learnt from, ${sum(counts.test)} asked about.\n`,
  );
  const rows = entries.map(({ column, entry }, at) => {
    const learnt = columns[at];
    const kept = learnt ? percent(learnt.kept.right / Math.max(1, learnt.kept.total)) : '';
    return [columnNames[column], entryText(entry), kept, learnt ? learnt.penalty.toExponential(0) : ''];
  });
  terminal.print(table(['last layer learnt from', 'clean (interval of 95 %)', 'kept back', 'penalty'], rows));
  terminal.print(`\nChance: ${percent(chance)}. ${Math.round(seconds)} s.`);
  if (failed > 0) terminal.print(`${failed} photos could not be read.`);
}

/** @throws Refusal for a file that there is not */
function withWeights(files: readonly string[]): readonly string[] {
  for (const file of files) if (!exists(file)) refuse(`There is no ${file}.`);
  const beside = files.filter(file => /\.json$/i.test(file)).flatMap(weightsOf);
  return [...new Set([...files, ...beside.filter(exists)])];
}

function weightsOf(json: string): readonly string[] {
  try {
    const { weightsManifest } = JSON.parse(readFileSync(json, 'utf8'));
    const paths = (weightsManifest as { paths: string[] }[]).flatMap(group => group.paths);
    return paths.map(path => join(dirname(json), path));
  } catch {
    // The page says what is wrong with it.
    return [];
  }
}
