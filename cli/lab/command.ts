import { rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { chance } from '../../src/prove/core/confusion.ts';
import { modelNames, type PictureSettings } from '../../src/prove/core/experiment.ts';
import { tableColumns } from '../../src/prove/core/labTable.ts';
import { regimeKinds } from '../../src/prove/core/regimes.ts';
import { defaultSetup, mostRepeats } from '../../src/prove/state/labModel.ts';
import { tableOfRuns } from '../../src/prove/state/labTables.ts';
import type { Home } from '../home.ts';
import { keyOption, readKey } from '../key/readKey.ts';
import type { BackboneWishes } from '../pages/backbone.ts';
import { methodOptions } from '../protect/methodOptions.ts';
import { methodSettings } from '../protect/settings.ts';
import { command } from '../terminal/command.ts';
import { exits } from '../terminal/exit.ts';
import { isFolder } from '../terminal/files.ts';
import { choice, flag, maybe, maybeNumber, number, several, text, type Values } from '../terminal/options.ts';
import { refuse } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { backboneOptions, runBackbone, scalingOf } from './backbone.ts';
import { Cells, cellsFile } from './cells.ts';
import { commitOfSources } from './commit.ts';
import { runDetector } from './detector.ts';
import { columnsOf, groupsWanted } from './plan.ts';
import { printEnd, printRuns } from './printRuns.ts';
import { printTable } from './printTable.ts';
import { regimeOf } from './regime.ts';
import { groupsOf, printRepeated, readReported } from './repeat.ts';
import { type LabOutcome, runLab } from './runLab.ts';

const { pictures, experiment } = defaultSetup;
const any = Number.MAX_SAFE_INTEGER;

const options = {
  model: choice(modelNames, 'the network', experiment.model),
  regime: text(
    '<name|json>',
    `how the trainer fights back: ${regimeKinds.join(', ')}; numbers as in its paper, others as JSON`,
    experiment.regime.kind,
  ),
  table: flag(`clean photos and every preset under many regimes; what is finished is kept in --out`),
  column: several(`<${tableColumns.join('|')}>`, 'with --table, a column; may be given several times'),
  row: several('<name|json>', 'with --table, a regime in place of the usual ones; several times'),
  anew: flag('with --table, do everything again, finished or not'),
  detector: flag(
    'whether a scraper can tell protected photos from clean ones, for every preset; trains no network',
  ),
  repeat: maybe('<report.json>', 'do the runs of a report again and say whether they come to the same'),
  seeds: number({ low: 1, high: mostRepeats, whole: true }, 'runs of each kind, seeds 1 to so many', 1),
  side: number({ low: 16, high: 224, whole: true }, 'of the training pictures, px', pictures.side),
  real: flag('protect at full size, then shrink; else shrink, then protect'),
  ...methodOptions,
  share: number({ low: 0, high: 1 }, 'of each label’s photos that is protected', experiment.share),
  only: several('<label>', 'a label to protect, the others staying clean; may be given several times'),
  common: flag('train with one common cast and filter for all labels too, the control'),
  'hold-out': number({ low: 0.05, high: 0.5 }, 'share of photos that are only tested on', pictures.holdOut),
  most: text('<n|all>', 'photos of a label', String(pictures.mostOfLabel ?? 'all')),
  epochs: maybeNumber(
    { low: 1, high: 10_000, whole: true },
    `times through the photos; else ${experiment.epochs}, in a table half of it`,
  ),
  batch: number({ low: 1, high: 1024, whole: true }, 'photos a step', experiment.batch),
  rate: number({ low: 1e-6, high: 1 }, 'of learning', experiment.learningRate),
  seed: text('<text>', 'decides the deal, first weights, order and crops', experiment.seed),
  ...backboneOptions,
  'key-file': keyOption,
  out: text('<folder>', 'for the report as HTML, CSV and JSON', '.results/lab'),
};

/** The training lab without a window. */
export const lab = command({
  name: 'lab',
  about: 'Trains networks on a folder of photos, clean and protected, and says what they learnt.',
  usage: [
    '<folder> [options]',
    '<folder> --table [options]',
    '<folder> --backbone=<file> [options]',
    '<folder> --detector',
    '<folder> --repeat=<report.json>',
  ],
  options,
  teaches: `
The folder holds one folder of photos a label. Two networks are trained, one on the photos as they are, one on
protected ones, and both are asked about photos that neither has seen. Guessing gives one in the number of labels.
Runs in headless Chromium, with the code of the app's own lab. Without a key the lab makes one up; its report names none.

  keyveil lab photos --epochs=30 --common
  keyveil lab photos --real --side=64 --preset=light --regime=rsk-ff
  keyveil lab photos --regime='{"kind":"jpeg","quality":50}' --seeds=3
  keyveil lab photos --table --out=table     # Ctrl-C, and the same line goes on
  keyveil lab photos --backbone=mobilenet/model.json --table
  keyveil lab photos --detector
  keyveil lab photos --repeat=table/report.json`,
  async run({ values, positionals: [given] }, terminal, home) {
    if (given === undefined) refuse('Which folder of photos? keyveil lab --help says more.');
    if (!isFolder(given)) refuse(`There is no folder ${given}.`);
    const [folder, out] = [resolve(given), resolve(values.out)];
    if (values.backbone.length > 0) {
      await learnOn(values.backbone, folder, out, values, terminal, home);
      return exits.done;
    }
    if (values.detector) return runDetector(folder, out, terminal, home);
    const reported = values.repeat === null ? null : readReported(values.repeat);
    const dealt: PictureSettings = reported?.pictures ?? {
      side: values.side,
      protectedAt: values.real ? 'real' : 'small',
      holdOut: values['hold-out'],
      mostOfLabel: mostOf(values.most),
      seed: values.seed,
    };
    const setup = {
      pictures: dealt,
      experiment: {
        model: values.model,
        regime: regimeOf(values.regime),
        share: values.share,
        onlyLabels: values.only.length > 0 ? values.only : null,
        epochs: values.epochs ?? experiment.epochs,
        batch: values.batch,
        learningRate: values.rate,
        seed: values.seed,
      },
      common: values.common,
      repeats: values.seeds,
    };
    const rows = values.row.map(regimeOf);
    const wanted = reported
      ? groupsOf(reported)
      : groupsWanted(setup, values.table, rows, columnsOf(values.column));
    if (values.anew) rmSync(join(out, cellsFile), { force: true });
    const cells = values.table ? new Cells(out, folder) : null;
    const wishes = {
      passphrase: await passphraseOf(values['key-file']),
      dataset: reported?.dataset ?? basename(folder),
      settings: reported?.settings ?? methodSettings(values),
      pictures: dealt,
      groups: cells ? wanted.map(group => cells.resumed(group, dealt)) : wanted,
      commit: commitOfSources(),
    };
    const outcome = await runLab(folder, wishes, out, cells, terminal, home);
    const ended = outcome.runs.every(({ state }) => state.kind === 'done');
    if (reported) {
      const same = printRepeated(reported, readReported(outcome.data), terminal);
      printEnd(outcome, terminal);
      return same && ended ? exits.done : exits.partly;
    }
    if (values.table) printTableOf(outcome, terminal);
    else printRuns(outcome, terminal);
    return ended ? exits.done : exits.partly;
  },
});

/** Without a key the lab makes one up. */
async function passphraseOf(keyFile: string | null): Promise<string> {
  const named = keyFile !== null || process.env.KEYVEIL_KEY !== undefined;
  return named ? (await readKey(keyFile)).passphrase : 'a key for the lab';
}

/** Last layers on a network of others, by the options that both ways share and its own. */
async function learnOn(
  files: readonly string[],
  folder: string,
  out: string,
  values: Values<typeof options>,
  terminal: Terminal,
  home: Home,
): Promise<void> {
  const wishes: BackboneWishes = {
    passphrase: await passphraseOf(values['key-file']),
    dataset: basename(folder),
    settings: methodSettings(values),
    dealing: { holdOut: values['hold-out'], mostOfLabel: mostOf(values.most), seed: values.seed },
    columns: values.table ? tableColumns : ['clean', 'chosen'],
    scaling: scalingOf(values['backbone-scaling']),
    side: values['backbone-side'],
    layer: values['backbone-layer'],
    commit: commitOfSources(),
  };
  await runBackbone(folder, files, wishes, out, terminal, home);
}

function printTableOf(outcome: LabOutcome, terminal: Terminal): void {
  const first = outcome.runs.find(({ state }) => state.kind === 'done')?.state;
  const guessed = first?.kind === 'done' ? chance(first.result.clean) : 0;
  printTable(tableOfRuns(outcome), guessed, terminal);
  printEnd(outcome, terminal);
}

function mostOf(given: string): number | null {
  if (given === 'all') return null;
  const bounds = { low: 3, high: any, whole: true };
  return number(bounds, '', 3).read([given], 'most');
}
