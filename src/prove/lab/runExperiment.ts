import { engine, getBackend } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import seedrandom from 'seedrandom';
import { shuffled } from '../../core/shuffled.ts';
import type { BackendName } from '../../tfjs/backendName.ts';
import type { Epoch, Experiment, LabPictures, Pictures } from '../core/experiment.ts';
import { assemble } from '../core/trainingPictures.ts';
import { models } from './models/models.ts';
import type { LabOutcome, LabProgress } from './outcome.ts';
import { regimeHooks } from './regimes/regimeHooks.ts';
import { accuracyOf, answersOf } from './train/answers.ts';
import { batchCount, chosen } from './train/batches.ts';
import type { RunControl } from './train/runControl.ts';
import { type Training, type TrainingEnd, trainModel } from './train/trainModel.ts';

/** What a network that was trained before learns at, as a part of the learning rate from nothing. */
const fineTuningRate = 0.1;

/**
 * One experiment, from first weights to the answers to all test photos, on the backend that is set. The same
 * experiment, pictures and backend on the same machine give the same result. Frees all tensors that it makes.
 */
export async function runExperiment(
  experiment: Experiment,
  pictures: LabPictures,
  control: RunControl,
  onProgress: (progress: LabProgress) => void,
): Promise<LabOutcome> {
  const { side } = pictures.test.clean;
  const seed = 1 + Math.floor(seedrandom(`${experiment.seed}/weights`)() * 0x7ffffffe);
  const before = new Set(Object.keys(engine().registeredVariables));
  try {
    const model = models[experiment.model](side, pictures.labels.length, seed);
    const outcome = await trainAndTest(experiment, pictures, model, control, onProgress);
    model.dispose();
    return outcome;
  } catch (error) {
    // Whatever there is by now, of a model that may be half-built.
    for (const [name, variable] of Object.entries(engine().registeredVariables)) {
      if (!before.has(name)) variable.dispose();
    }
    if (isOutOfMemory(error)) return { kind: 'out-of-memory' };
    throw error;
  }
}

async function trainAndTest(
  experiment: Experiment,
  pictures: LabPictures,
  model: LayersModel,
  control: RunControl,
  onProgress: (progress: LabProgress) => void,
): Promise<LabOutcome> {
  const started = performance.now();
  const { test } = pictures;
  const labels = pictures.labels.length;
  const { look } = regimeHooks(experiment.regime, test.clean.side);
  const answers = (set: Pictures) => answersOf(model, set, labels, look);
  const trainings = trainingsOf(experiment, pictures, model);
  const steps = trainings.reduce((all, { training: { pictures: set, batch, epochs } }) => {
    return all + epochs * batchCount(set.labelOf.length, batch);
  }, 0);
  let step = 0;
  const history: Epoch[] = [];
  for (const { stage, training } of trainings) {
    const end: TrainingEnd = await trainModel(training, control, {
      step: () => onProgress({ step: ++step, steps, ended: [], stage }),
      epoch: async trained => {
        if (stage === 'pretraining') return;
        const testAccuracy = accuracyOf(await answers(test.clean));
        const epoch: Epoch = { ...trained, testAccuracy };
        history.push(epoch);
        onProgress({ step, steps, ended: [epoch], stage });
      },
    });
    if (end.kind !== 'done') return end;
  }
  onProgress({ step, steps, ended: [], stage: 'testing' });
  const result = {
    history,
    clean: await answers(test.clean),
    own: await answers(test.own),
    other: await answers(test.other),
    backend: getBackend() as BackendName,
    parameters: model.countParams(),
    seconds: (performance.now() - started) / 1000,
  };
  return control.stopped ? { kind: 'stopped' } : { kind: 'trained', result };
}

interface StagedTraining {
  readonly stage: 'pretraining' | 'training';
  readonly training: Training;
}

/** One training, or, for fine-tuning, two: on clean photos, and then on others, that are protected. */
function trainingsOf(experiment: Experiment, pictures: LabPictures, model: LayersModel): StagedTraining[] {
  const { regime, epochs, batch, learningRate, seed } = experiment;
  const common = {
    model,
    labels: pictures.labels.length,
    hooks: regimeHooks(regime, pictures.test.clean.side),
    batch,
  };
  const fresh = {
    ...common,
    learns: 'all',
    epochs,
    learningRate,
    random: seedrandom(`${seed}/training`),
  } as const;
  if (regime.kind !== 'fine-tuning') {
    return [{ stage: 'training', training: { ...fresh, pictures: assemble(pictures, experiment) } }];
  }
  const { before, after } = split(pictures, regime.share, seed);
  const pretraining: Training = {
    ...fresh,
    pictures: chosen(pictures.train.clean, before),
    epochs: regime.epochs,
    random: seedrandom(`${seed}/pretraining`),
  };
  const train = {
    clean: chosen(pictures.train.clean, after),
    protected: chosen(pictures.train.protected, after),
    common: chosen(pictures.train.common, after),
  };
  const tuning: Training = {
    ...fresh,
    pictures: assemble({ ...pictures, train }, experiment),
    // A new last layer starts from nothing; a whole network must not lose at once what it knows.
    learns: regime.frozen ? 'last-layer' : 'all',
    learningRate: regime.frozen ? learningRate : learningRate * fineTuningRate,
  };
  return [
    { stage: 'pretraining', training: pretraining },
    { stage: 'training', training: tuning },
  ];
}

/** Places of the training photos that a network is pretrained on, `share` of each label, and of the others. */
function split(pictures: LabPictures, share: number, seed: string) {
  const { labelOf } = pictures.train.clean;
  const before: number[] = [];
  const after: number[] = [];
  for (const label of pictures.labels.keys()) {
    const own = labelOf.flatMap((labelOfPlace, place) => (labelOfPlace === label ? [place] : []));
    const order = shuffled(own, seedrandom(`${seed}/pretrained on/${label}`));
    const count = Math.min(own.length - 1, Math.max(1, Math.round(own.length * share)));
    before.push(...order.slice(0, count));
    after.push(...order.slice(count));
  }
  return { before, after };
}

/** Backends say it in many words, and WebGL by losing its context or failing to make a texture. */
function isOutOfMemory(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  const words = error instanceof Error ? error.message : String(error);
  return /out of memory|cannot enlarge memory|memory access out of bounds|allocation failed|unable to create webgltexture|requested texture size|context ?lost|createbuffer/i.test(
    words,
  );
}
