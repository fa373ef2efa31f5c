import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { BatchNorm, normalised } from '../../../src/tfjs/batchNorm.ts';
import { onBackend, openWasm } from './wasmBackend.ts';

beforeAll(openWasm);

/** Values that are the same on every backend. */
function values(shape: readonly number[], seed: number): Float32Array {
  const random = tf.util.sizeFromShape([...shape]);
  return Float32Array.from({ length: random }, (_, i) => Math.sin((i + 1) * 12.9898 + seed * 78.233) * 2);
}

type Make = () => tf.Tensor[];

/** What both backends give, and that WebAssembly's is the plain CPU's but for rounding. */
async function expectSame(make: Make): Promise<void> {
  const [wasm, cpu] = [await onBackend('wasm', make), await onBackend('cpu', make)];
  expect(wasm.map(({ shape }) => shape)).toEqual(cpu.map(({ shape }) => shape));
  for (const [at, { data }] of wasm.entries()) {
    const right = cpu[at]?.data ?? [];
    const scale = Math.max(1, ...[...right].map(Math.abs));
    const worst = Math.max(...[...data].map((value, i) => Math.abs(value - (right[i] ?? Number.NaN))));
    expect(worst / scale).toBeLessThan(5e-5);
  }
}

const geometry = fc.record({
  photos: fc.integer({ min: 1, max: 3 }),
  height: fc.integer({ min: 3, max: 9 }),
  width: fc.integer({ min: 3, max: 9 }),
  channels: fc.integer({ min: 1, max: 5 }),
  filters: fc.integer({ min: 1, max: 5 }),
  size: fc.constantFrom(1, 2, 3),
  stride: fc.constantFrom(1, 2, 3),
  padding: fc.constantFrom('same' as const, 'valid' as const),
  seed: fc.nat(1000),
});

describe('gradients that tfjs does not have, or not fast, for WebAssembly', () => {
  test('of a convolution, for input and filter', async () => {
    await fc.assert(
      fc.asyncProperty(geometry, async g => {
        await expectSame(() => {
          const x = tf.tensor4d(values([g.photos, g.height, g.width, g.channels], g.seed), [
            g.photos,
            g.height,
            g.width,
            g.channels,
          ]);
          const shape: [number, number, number, number] = [g.size, g.size, g.channels, g.filters];
          const filter = tf.tensor4d(values(shape, g.seed + 1), shape);
          const run = (a: tf.Tensor4D, b: tf.Tensor4D) => tf.conv2d(a, b, g.stride, g.padding);
          const y = run(x, filter);
          const dy = tf.tensor4d(values(y.shape, g.seed + 2), y.shape);
          return tf.grads((a, b) => run(a as tf.Tensor4D, b as tf.Tensor4D))([x, filter], dy);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('of a depthwise convolution, for input and filter', async () => {
    await fc.assert(
      fc.asyncProperty(geometry, async g => {
        await expectSame(() => {
          const shape: [number, number, number, number] = [g.photos, g.height, g.width, g.channels];
          const x = tf.tensor4d(values(shape, g.seed), shape);
          const filter = tf.tensor4d(values([g.size, g.size, g.channels, 1], g.seed + 1), [
            g.size,
            g.size,
            g.channels,
            1,
          ]);
          const run = (a: tf.Tensor4D, b: tf.Tensor4D) => tf.depthwiseConv2d(a, b, g.stride, g.padding);
          const y = run(x, filter);
          const dy = tf.tensor4d(values(y.shape, g.seed + 2), y.shape);
          return tf.grads((a, b) => run(a as tf.Tensor4D, b as tf.Tensor4D))([x, filter], dy);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('of 2 × 2 pooling without overlap, at even sides and at odd ones', async () => {
    await fc.assert(
      fc.asyncProperty(geometry, async g => {
        await expectSame(() => {
          const shape: [number, number, number, number] = [g.photos, g.height, g.width, g.channels];
          const x = tf.tensor4d(values(shape, g.seed), shape);
          const run = (a: tf.Tensor4D) => tf.maxPool(a, 2, 2, 'valid');
          const y = run(x);
          const dy = tf.tensor4d(values(y.shape, g.seed + 2), y.shape);
          return [tf.grad(a => run(a as tf.Tensor4D))(x, dy)];
        });
      }),
      { numRuns: 60 },
    );
  });

  test('pooling gives a gradient to the first of several largest values alone', async () => {
    const [dx] = await onBackend('wasm', () => [
      tf.grad(a => tf.maxPool(a as tf.Tensor4D, 2, 2, 'valid'))(tf.ones([1, 2, 2, 1])),
    ]);
    expect([...(dx?.data ?? [])]).toEqual([1, 0, 0, 0]);
  });

  test('sums over all axes but the last, of few rows and of many', async () => {
    for (const shape of [
      [2, 3],
      [7, 5, 3],
      [3, 2, 2, 4],
      [2, 64, 64, 3],
      [1, 4099, 2],
    ]) {
      await expectSame(() => {
        const x = tf.tensor(values(shape, 3), shape);
        const axes = shape.slice(1).map((_, axis) => axis);
        return [tf.sum(x, axes), tf.sum(x, axes, true), tf.sum(x, -1), tf.sum(x)];
      });
    }
  });
});

describe('batch normalisation', () => {
  const shape: [number, number, number, number] = [3, 4, 5, 6];
  const inputs = () => ({
    x: tf.tensor4d(values(shape, 1), shape),
    gamma: tf.tensor1d(values([6], 2)),
    beta: tf.tensor1d(values([6], 3)),
    dy: tf.tensor4d(values(shape, 4), shape),
  });

  test('has the values and gradients that tfjs derives from its parts', async () => {
    const ours = () => {
      const { x, gamma, beta, dy } = inputs();
      return tf.grads((a, b, c) => {
        const { mean, variance } = tf.moments(a as tf.Tensor, [0, 1, 2]);
        const stats = { mean: mean as tf.Tensor1D, variance: variance as tf.Tensor1D };
        return normalised(a as tf.Tensor, b as tf.Tensor1D, c as tf.Tensor1D, stats);
      })([x, gamma, beta], dy);
    };
    const theirs = () => {
      const { x, gamma, beta, dy } = inputs();
      return tf.grads((a, b, c) => {
        const { mean, variance } = tf.moments(a as tf.Tensor, [0, 1, 2]);
        return tf.batchNorm(
          a as tf.Tensor4D,
          mean as tf.Tensor1D,
          variance as tf.Tensor1D,
          c as tf.Tensor1D,
          b as tf.Tensor1D,
          1e-5,
        );
      })([x, gamma, beta], dy);
    };
    const derived = await onBackend('cpu', theirs);
    for (const backend of ['wasm', 'cpu'] as const) {
      for (const [at, { data }] of (await onBackend(backend, ours)).entries()) {
        for (const [i, value] of data.entries()) expect(value).toBeCloseTo(derived[at]?.data[i] ?? 0, 4);
      }
    }
  });

  test('brings a batch to mean 0 and deviation 1, and later photos by what it saw', async () => {
    await onBackend('wasm', () => {
      const layer = new BatchNorm({});
      const x = tf.add(tf.mul(tf.tensor4d(values(shape, 1), shape), 3), 5);
      let y = layer.apply(x, { training: true }) as tf.Tensor;
      for (let i = 0; i < 100; i++) y = layer.apply(x, { training: true }) as tf.Tensor;
      const { mean, variance } = tf.moments(y, [0, 1, 2]);
      for (const value of mean.dataSync()) expect(value).toBeCloseTo(0, 4);
      for (const value of variance.dataSync()) expect(value).toBeCloseTo(1, 3);
      const later = layer.apply(x, { training: false }) as tf.Tensor;
      expect(tf.max(tf.abs(tf.sub(later, y))).dataSync()[0]).toBeLessThan(1e-2);
      layer.dispose();
      return [];
    });
  });
});
