import { readFileSync } from 'node:fs';
import '@tensorflow/tfjs-backend-cpu';
// The package for Node leaves gradients to whoever takes them.
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { winogradBytesText } from '../../../src/tfjs/kernels/wasm/build.mjs';
import { Winograd } from '../../../src/tfjs/kernels/winograd.ts';
import { numbers } from '../../fixtures/pictures.ts';
import { onBackend, openWasm, type Values } from './wasmBackend.ts';

beforeAll(openWasm);

type Shape = [number, number, number, number];

function values(shape: Shape, seed: number): tf.Tensor4D {
  const next = numbers(seed);
  return tf.tensor4d(
    Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => next() - 0.5),
    shape,
  );
}

/** y, and the gradients of input and filter. */
function all(x: Shape, outputs: number): readonly tf.Tensor[] {
  const filter = values([3, 3, x[3], outputs], 2);
  const run = (a: tf.Tensor4D, b: tf.Tensor4D) => tf.conv2d(a, b, 1, 'same');
  const picture = values(x, 1);
  const y = run(picture, filter);
  const dy = values(y.shape, 3);
  const gradients = tf.grads((a, b) => run(a as tf.Tensor4D, b as tf.Tensor4D))([picture, filter], dy);
  return [y, ...gradients];
}

/** The greatest difference, against the greatest value. */
function off(a: Values | undefined, b: Values | undefined): number {
  const right = b?.data ?? [];
  let [worst, scale] = [0, 0];
  for (const [i, value] of (a?.data ?? []).entries()) {
    worst = Math.max(worst, Math.abs(value - (right[i] ?? Number.NaN)));
    scale = Math.max(scale, Math.abs(right[i] ?? 0));
  }
  return worst / scale;
}

describe('convolutions by Winograd’s way', () => {
  test('the bytes are what the source compiles to', async () => {
    const file = new URL('../../../src/tfjs/kernels/winogradBytes.ts', import.meta.url);
    expect(await winogradBytesText()).toBe(readFileSync(file, 'utf8'));
  });

  test.each<[string, Shape, number]>([
    ['a single part', [2, 8, 8, 8], 16],
    ['pictures that fill several parts, the last in part', [19, 8, 8, 16], 8],
    ['one picture larger than a part', [2, 40, 48, 8], 8],
    ['as wide as the small network', [1, 8, 8, 64], 64],
  ])('%s: the same as the plain backend, forth and back', async (_, shape, outputs) => {
    const make = () => [...all(shape, outputs)];
    const [wasm, cpu] = [await onBackend('wasm', make), await onBackend('cpu', make)];
    expect(wasm.map(({ shape: of }) => of)).toEqual(cpu.map(({ shape: of }) => of));
    for (const at of [0, 1, 2]) expect(off(wasm[at], cpu[at])).toBeLessThan(2e-5);
  });

  test('is what the backend now does, and only for what it is made for', async () => {
    const asked: string[] = [];
    const convolve = Winograd.prototype.convolve;
    Winograd.prototype.convolve = function (x, filter) {
      asked.push(x.shape.join(' '));
      return convolve.call(this, x, filter);
    };
    try {
      await onBackend('wasm', () => [
        tf.conv2d(values([1, 8, 8, 8], 1), values([3, 3, 8, 8], 2), 1, 'same'),
        tf.conv2d(values([1, 16, 16, 8], 1), values([3, 3, 8, 8], 2), 2, 'same'),
        tf.conv2d(values([1, 10, 10, 8], 1), values([3, 3, 8, 8], 2), 1, 'valid'),
        tf.conv2d(values([1, 8, 8, 3], 1), values([3, 3, 3, 8], 2), 1, 'same'),
        tf.conv2d(values([1, 12, 12, 8], 1), values([3, 3, 8, 8], 2), 1, 'same', 'NHWC', 2),
        tf.conv2d(values([1, 8, 8, 8], 1), values([1, 1, 8, 8], 2), 1, 'same'),
      ]);
    } finally {
      Winograd.prototype.convolve = convolve;
    }
    expect(asked).toEqual(['1 8 8 8']);
  });
});
