import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { models } from '../../../../../src/prove/lab/models/models.ts';
import { expectToLearn, expectWeights } from '../../../../fixtures/labModels.ts';
import { openWasm } from '../../../tfjs/wasmBackend.ts';

beforeAll(openWasm);

test.each(['small-cnn', 'mobilenet-v2'] as const)(
  '%s has the weights of its paper and gives a logit a label',
  expectWeights,
);

// The larger ones take a while: tests/full/labModels.test.ts.
test('small-cnn learns', () => expectToLearn('small-cnn'));

test.each(['small-cnn'] as const)('%s begins with weights that its seed decides', name => {
  const firsts = [7, 7, 8].map(seed => {
    const model = models[name](32, 2, seed);
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
