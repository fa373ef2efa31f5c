import {
  argMax,
  equal,
  keep,
  losses,
  Reduction,
  type Scalar,
  sum,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  tidy,
  type Variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Pictures } from '../../core/experiment.ts';
import type { Batch, LossesOf, LossOf, Random, RegimeHooks } from '../regime.ts';
import { Adam } from './adam.ts';
import { batchOf, drawnBatches } from './batches.ts';
import type { RunControl } from './runControl.ts';
import { oneCycle } from './schedule.ts';

/** One training of one model on one set of pictures. */
export interface Training {
  readonly model: LayersModel;
  /** What learns of it: all of it, or its last layer, below which nothing then changes, moving averages included. */
  readonly learns: 'all' | 'last-layer';
  readonly pictures: Pictures;
  readonly labels: number;
  readonly hooks: RegimeHooks;
  readonly epochs: number;
  readonly batch: number;
  /** The highest; it follows `oneCycle`. */
  readonly learningRate: number;
  /** Decides order and all that the hooks draw. */
  readonly random: Random;
}

interface TrainedEpoch {
  /** From 1. */
  readonly epoch: number;
  readonly loss: number;
  readonly trainAccuracy: number;
  readonly seconds: number;
}

export type TrainingEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'diverged'; readonly epoch: number };

export interface TrainingEvents {
  /** After every step. */
  step(): void;
  /** After every epoch; the next waits for it. */
  epoch(epoch: TrainedEpoch): Promise<void>;
}

/** The one training loop. Leaves no tensor behind but the model's own. */
export async function trainModel(
  training: Training,
  control: RunControl,
  events: TrainingEvents,
): Promise<TrainingEnd> {
  const { pictures: given, hooks, epochs, batch, random } = training;
  const pictures = hooks.prepare?.(given, random, training.labels) ?? given;
  const weights = learningWeights(training);
  const adam = new Adam(weights);
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const started = performance.now();
      const batches = drawnBatches(pictures.labelOf.length, batch, random);
      let [loss, hits] = [0, 0];
      for (const [at, places] of batches.entries()) {
        if (!(await control.goOn())) return { kind: 'stopped' };
        const rate = oneCycle((epoch - 1) * batches.length + at, epochs * batches.length);
        const step = await learn({ ...training, pictures }, places, weights, adam, rate);
        if (!Number.isFinite(step.loss)) return { kind: 'diverged', epoch };
        loss += step.loss;
        hits += step.hits;
        events.step();
      }
      await events.epoch({
        epoch,
        loss: loss / batches.length,
        trainAccuracy: hits / pictures.labelOf.length,
        seconds: (performance.now() - started) / 1000,
      });
    }
    return { kind: 'done' };
  } finally {
    adam.dispose();
  }
}

function learningWeights({ model, learns }: Training): readonly Variable[] {
  const layers = learns === 'all' ? model.layers : model.layers.slice(-1);
  // A layer's weights are variables, though their type says tensors.
  return layers.flatMap(layer => layer.trainableWeights.map(weight => weight.read() as Variable));
}

interface Step {
  readonly loss: number;
  /** Pictures whose likeliest label was said. */
  readonly hits: number;
}

async function learn(
  { model, learns, pictures, labels, hooks, learningRate, random }: Training,
  places: readonly number[],
  weights: readonly Variable[],
  adam: Adam,
  rate: number,
): Promise<Step> {
  let hits: Scalar | null = null;
  let loss: Scalar | null = null;
  try {
    loss = tidy(() => {
      const { images, targets } = attacked(model, hooks, batchOf(pictures, places, labels), random);
      const { value, grads } = variableGrads(() => {
        const logits = logitsOf(model, images, learns === 'all');
        hits = keep(sum(equal(argMax(logits, 1), argMax(targets, 1))));
        return crossEntropy(logits, targets);
      }, [...weights]);
      adam.apply(grads, learningRate * rate);
      return value;
    });
    return { loss: await numberIn(loss), hits: await numberIn(hits) };
  } finally {
    for (const tensor of [loss, hits] as readonly (Scalar | null)[]) tensor?.dispose();
  }
}

async function numberIn(tensor: Scalar | null): Promise<number> {
  return (await tensor?.data())?.[0] ?? Number.NaN;
}

/** The batch as the regime wants it learnt from. */
function attacked(model: LayersModel, hooks: RegimeHooks, plain: Batch, random: Random): Batch {
  const looked = hooks.look ? { ...plain, images: hooks.look(plain.images) } : plain;
  const batch = hooks.batch(looked, random);
  if (hooks.attack === undefined) return batch;
  // With moving averages, as in TRADES (Zhang et al. 2019, arXiv:1901.08573): an attack must leave no trace in them.
  const lossOf: LossOf = (images, targets) => crossEntropy(logitsOf(model, images, false), targets);
  const lossesOf: LossesOf = (images, targets) =>
    losses.softmaxCrossEntropy(
      targets,
      logitsOf(model, images, false),
      undefined,
      undefined,
      Reduction.NONE,
    ) as Tensor1D;
  return { images: hooks.attack(batch, lossOf, random, lossesOf), targets: batch.targets };
}

function logitsOf(model: LayersModel, images: Tensor4D, training: boolean): Tensor2D {
  return model.apply(images, { training }) as Tensor2D;
}

function crossEntropy(logits: Tensor2D, targets: Tensor2D): Scalar {
  return losses.softmaxCrossEntropy(targets, logits);
}
