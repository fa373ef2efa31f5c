import type { LabCounts, ModelName, Regime } from '../core/experiment.ts';
import { kindsOf, type LabSetup, type LabState } from './labModel.ts';
import { tableGroups } from './labPlan.ts';
import { lanesFor } from './labQueue.ts';

/** How long runs will take, from the one step that was measured. Rough: it tells minutes from hours. */

/** Multiplications for one picture of 32 px, against the small CNN's 29 million. */
const costs: Readonly<Record<ModelName, number>> = {
  'small-cnn': 1,
  // 556 million.
  'resnet-18': 19,
  // 313 million.
  'vgg-16': 11,
  // 94 million; convolutions channel by channel take about twice as long as their arithmetic says.
  'mobilenet-v2': 6,
};

/** Side and batch of the step that the worker measures. */
const measured = { side: 32, batch: 32 } as const;

/** Tests after each epoch, pictures, and lanes that get in each other's way. */
const around = 1.4;

/** Whether a model is meant for machines with a GPU. */
export function wantsGpu(model: ModelName): boolean {
  return model !== 'small-cnn';
}

/** Epochs in all, pretraining by its share, each attack counted as the steps that it takes. */
function effort(regime: Regime, epochs: number): number {
  switch (regime.kind) {
    case 'adversarial':
      return epochs * (1 + regime.steps);
    case 'ueraser':
      // A look at each change costs a third of a step of learning.
      return epochs * (1 + regime.repeats / 3);
    case 'fine-tuning':
      return epochs * (1 - regime.share) + regime.epochs * regime.share;
    default:
      return epochs;
  }
}

/** Seconds that a press on the button would take; null before the machine was measured. */
export function secondsFor(
  machine: LabState['machine'],
  setup: LabSetup,
  counts: LabCounts,
  cores = globalThis.navigator?.hardwareConcurrency ?? 1,
): number | null {
  if (machine.kind !== 'measured') return null;
  const { trials, backend } = machine.machine;
  const step = trials.find(trial => trial.backend === backend)?.milliseconds ?? null;
  if (step === null) return null;
  const { experiment, pictures } = setup;
  const photos = counts.train.reduce((sum, n) => sum + n, 0);
  const perPicture =
    (step / 1000 / measured.batch) * costs[experiment.model] * (pictures.side / measured.side) ** 2;
  const runs = kindsOf(setup).length * setup.repeats;
  const turns = Math.ceil(runs / lanesFor(machine, cores));
  return around * turns * photos * effort(experiment.regime, experiment.epochs) * perPicture;
}

/** Seconds that the whole table would take; null before the machine was measured. */
export function secondsForTable(
  machine: LabState['machine'],
  setup: LabSetup,
  counts: LabCounts,
  cores = globalThis.navigator?.hardwareConcurrency ?? 1,
): number | null {
  const lanes = lanesFor(machine, cores);
  const runs = tableGroups(setup).flatMap(({ experiments }) => experiments);
  let sum = 0;
  for (const experiment of runs) {
    const one = { ...setup, experiment, common: false, repeats: 1 };
    const seconds = secondsFor(machine, one, counts, 1);
    if (seconds === null) return null;
    // That is of two runs, clean and protected, one after the other.
    sum += seconds / 2;
  }
  return sum / lanes;
}
