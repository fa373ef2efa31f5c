import { basename, resolve } from 'node:path';
import { modelNames } from '../../src/prove/core/experiment.ts';
import { regimeKinds } from '../../src/prove/core/regimes.ts';
import { defaultSetup } from '../../src/prove/state/labModel.ts';
import { keyOption, readKey } from '../key/readKey.ts';
import { methodOptions } from '../protect/methodOptions.ts';
import { methodSettings } from '../protect/settings.ts';
import { command } from '../terminal/command.ts';
import { exits } from '../terminal/exit.ts';
import { isFolder } from '../terminal/files.ts';
import { choice, flag, number, several, text } from '../terminal/options.ts';
import { refuse } from '../terminal/refusal.ts';
import { printRuns } from './printRuns.ts';
import { regimeOf } from './regime.ts';
import { runLab } from './runLab.ts';

const { pictures, experiment } = defaultSetup;
const any = Number.MAX_SAFE_INTEGER;

/** The training lab without a window. */
export const lab = command({
  name: 'lab',
  about: 'Trains networks on a folder of photos, clean and protected, and says what they learnt.',
  usage: ['<folder> [options]'],
  options: {
    model: choice(modelNames, 'the network', experiment.model),
    regime: text(
      '<name|json>',
      `how the trainer fights back: ${regimeKinds.join(', ')}; numbers as in its paper, others as JSON`,
      experiment.regime.kind,
    ),
    side: number({ low: 16, high: 224, whole: true }, 'of the training pictures, px', pictures.side),
    real: flag('protect at full size, then shrink; else shrink, then protect'),
    ...methodOptions,
    share: number({ low: 0, high: 1 }, 'of each label’s photos that is protected', experiment.share),
    only: several('<label>', 'a label to protect, the others staying clean; may be given several times'),
    common: flag('train with one common cast and filter for all labels too, the control'),
    'hold-out': number({ low: 0.05, high: 0.5 }, 'share of photos that are only tested on', pictures.holdOut),
    most: text('<n|all>', 'photos of a label', String(pictures.mostOfLabel ?? 'all')),
    epochs: number({ low: 1, high: 10_000, whole: true }, 'times through the photos', experiment.epochs),
    batch: number({ low: 1, high: 1024, whole: true }, 'photos a step', experiment.batch),
    rate: number({ low: 1e-6, high: 1 }, 'of learning', experiment.learningRate),
    seed: text('<text>', 'decides first weights, order and crops', experiment.seed),
    'key-file': keyOption,
    out: text('<folder>', 'for the report as HTML, CSV and JSON', '.results/lab'),
  },
  teaches: `
The folder holds one folder of photos a label. Two networks are trained, one on the photos as they are, one on
protected ones, and both are asked about photos that neither has seen. Guessing gives one in the number of labels.
Runs in headless Chromium, with the code of the app's own lab. Without a key the lab makes one up; its report names none.

  keyveil lab photos --epochs=30 --common
  keyveil lab photos --real --side=64 --regime=rsk-ff
  keyveil lab photos --regime='{"kind":"jpeg","quality":50}'`,
  async run({ values, positionals: [folder] }, terminal, home) {
    if (folder === undefined) refuse('Which folder of photos? keyveil lab --help says more.');
    if (!isFolder(folder)) refuse(`There is no folder ${folder}.`);
    const { seed } = values;
    const named = values['key-file'] !== null || process.env.KEYVEIL_KEY !== undefined;
    const key = named ? await readKey(values['key-file']) : { passphrase: 'a key for the lab' };
    const outcome = await runLab(
      resolve(folder),
      {
        passphrase: key.passphrase,
        dataset: basename(resolve(folder)),
        settings: methodSettings(values),
        pictures: {
          side: values.side,
          protectedAt: values.real ? 'real' : 'small',
          holdOut: values['hold-out'],
          mostOfLabel: mostOf(values.most),
          seed,
        },
        experiment: {
          model: values.model,
          regime: regimeOf(values.regime),
          share: values.share,
          onlyLabels: values.only.length > 0 ? values.only : null,
          epochs: values.epochs,
          batch: values.batch,
          learningRate: values.rate,
          seed,
        },
        common: values.common,
      },
      resolve(values.out),
      terminal,
      home,
    );
    printRuns(outcome, terminal);
    return outcome.runs.every(({ state }) => state.kind === 'done') ? exits.done : exits.partly;
  },
});

function mostOf(given: string): number | null {
  if (given === 'all') return null;
  const bounds = { low: 3, high: any, whole: true };
  return number(bounds, '', 3).read([given], 'most');
}
