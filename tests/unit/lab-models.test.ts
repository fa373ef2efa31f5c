import * as tf from '@tensorflow/tfjs-core';
import seedrandom from 'seedrandom';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ModelName, modelNames, type Pictures } from '../../src/core/experiment.ts';
import { models } from '../../src/lab/models/models.ts';
import { RunControl } from '../../src/lab/train/runControl.ts';
import { trainModel } from '../../src/lab/train/trainModel.ts';
import { openWasm } from './labBackend.ts';

/** Weights for ten labels, moving averages included, counted by hand from the papers' tables. */
const parameters: Readonly<Record<ModelName, number>> = {
  'small-cnn': 141_034,
  'resnet-18': 11_183_562,
  'vgg-16': 14_732_490,
  'mobilenet-v2': 2_270_794,
};
/** Those of them that learn; for ResNet-18 and MobileNetV2 the figures that others give, too. */
const trainable: Readonly<Record<ModelName, number>> = {
  'small-cnn': 140_394,
  'resnet-18': 11_173_962,
  'vgg-16': 14_724_042,
  'mobilenet-v2': 2_236_682,
};

const side = 32;

/** Pictures whose label shows in their colour. */
function pictures(count: number, labels: number): Pictures {
  const random = seedrandom('pictures');
  const pixels = new Uint8Array(count * side * side * 3);
  for (let i = 0; i < pixels.length; i++) {
    const label = Math.floor(i / (side * side * 3)) % labels;
    pixels[i] = Math.floor(random() * 80) + (i % 3 === label % 3 ? 140 : 30);
  }
  return { side, pixels, labelOf: Array.from({ length: count }, (_, i) => i % labels) };
}

beforeAll(openWasm);

describe.each([...modelNames])('%s', name => {
  const before = { tensors: 0 };
  afterEach(() => expect(tf.memory().numTensors).toBe(before.tensors));

  test('has the weights of its paper, gives a logit a label, and learns', async () => {
    before.tensors = tf.memory().numTensors;
    const model = models[name](side, 10, 7);
    const learning = model.trainableWeights.reduce((sum, { shape }) => {
      return sum + tf.util.sizeFromShape(shape.map(Number));
    }, 0);
    expect(model.countParams()).toBe(parameters[name]);
    expect(learning).toBe(trainable[name]);
    expect(model.outputs[0]?.shape).toEqual([null, 10]);

    const losses: number[] = [];
    const end = await trainModel(
      {
        model,
        learns: 'all',
        pictures: pictures(8, 2),
        labels: 10,
        hooks: { batch: given => given },
        epochs: 2,
        batch: 4,
        learningRate: 0.001,
        random: seedrandom('order'),
      },
      new RunControl(),
      {
        step: () => {},
        epoch: async ({ loss }) => {
          losses.push(loss);
        },
      },
    );
    expect(end.kind).toBe('done');
    expect(losses).toHaveLength(2);
    expect(losses[1]).toBeLessThan((losses[0] ?? 0) * 0.9);
    model.dispose();
  });
});

test.each(['small-cnn'] as const)('%s begins with weights that its seed decides', name => {
  const firsts = [7, 7, 8].map(seed => {
    const model = models[name](side, 2, seed);
    const sum = tf.tidy(() =>
      model.trainableWeights.map(weight => tf.sum(tf.abs(weight.read())).dataSync()[0] ?? 0),
    );
    model.dispose();
    return sum;
  });
  expect(firsts[0]).toEqual(firsts[1]);
  expect(firsts[0]).not.toEqual(firsts[2]);
});

test.each([
  ['small-cnn', 96],
  ['mobilenet-v2', 64],
] as const)('%s takes pictures of %i pixels', (name, larger) => {
  const model = models[name](larger, 3, 1);
  const shape = tf.tidy(() => (model.apply(tf.ones([1, larger, larger, 3])) as tf.Tensor).shape);
  expect(shape).toEqual([1, 3]);
  model.dispose();
});
