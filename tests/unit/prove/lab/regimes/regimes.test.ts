import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
// The package for Node leaves gradients to whoever takes them.
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pictures, Regime } from '../../../../../src/prove/core/experiment.ts';
import { grayBytes } from '../../../../../src/prove/core/grayBytes.ts';
import { regimeDefaults, regimeKinds } from '../../../../../src/prove/core/regimes.ts';
import type { Batch, LossOf } from '../../../../../src/prove/lab/regime.ts';
import { alongSides } from '../../../../../src/prove/lab/regimes/alongSides.ts';
import { blurMatrix } from '../../../../../src/prove/lab/regimes/blur.ts';
import { boxAround } from '../../../../../src/prove/lab/regimes/boxes.ts';
import { shifted } from '../../../../../src/prove/lab/regimes/coin.ts';
import { beta, normal, permutation } from '../../../../../src/prove/lab/regimes/draws.ts';
import { cropAndFlip } from '../../../../../src/prove/lab/regimes/plain.ts';
import { regimeHooks } from '../../../../../src/prove/lab/regimes/regimeHooks.ts';
import { lowPassMatrix, sharpened, sharpeningKernel } from '../../../../../src/prove/lab/regimes/rskFf.ts';
import { numbers } from '../../../../fixtures/pictures.ts';
import { decided, rounded } from './decided.ts';

beforeAll(() => {
  const require = createRequire(import.meta.url);
  setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
});

/** To the last bit; thousands of times as fast as a deep comparison. */
function sameBytes(a: tf.TypedArray, b: tf.TypedArray): boolean {
  return (
    Buffer.compare(
      new Uint8Array(Float32Array.from(a).buffer),
      new Uint8Array(Float32Array.from(b).buffer),
    ) === 0
  );
}

/** One grey picture, its three colours alike. */
function picture(rows: readonly (readonly number[])[]): tf.Tensor4D {
  const width = rows[0]?.length ?? 0;
  const values = rows.flat().flatMap(value => [value, value, value]);
  return tf.tensor4d(values, [1, rows.length, width, 3]);
}

/** The first colour of a picture, as rows. */
function rowsOf(images: tf.Tensor4D): number[][] {
  const [, height, width] = images.shape;
  const all = images.dataSync();
  return Array.from({ length: height }, (_, y) =>
    rounded(Array.from({ length: width }, (__, x) => all[(y * width + x) * 3] ?? Number.NaN)),
  );
}

function randomBatch(n: number, side: number, labels: number, seed: number): Batch {
  const next = numbers(seed);
  return {
    images: tf.tensor4d(
      Float32Array.from({ length: n * side * side * 3 }, () => next()),
      [n, side, side, 3],
    ),
    targets: tf.oneHot(
      tf.tensor1d(
        Array.from({ length: n }, (_, i) => i % labels),
        'int32',
      ),
      labels,
    ) as tf.Tensor2D,
  };
}

/** Mean of the pictures' scalar products with `slope`: its gradient is slope / n everywhere. */
function linearLoss(slope: tf.Tensor3D): LossOf {
  return images => tf.mean(tf.sum(tf.mul(images, slope), [1, 2, 3])) as tf.Scalar;
}

const neverAsked = () => {
  throw new Error('This regime asks for the mean alone.');
};

describe.each(['cpu', 'wasm'] as const)('regimes on the %s backend', backend => {
  beforeAll(async () => {
    expect(await tf.setBackend(backend)).toBe(true);
    await tf.ready();
  });

  test('crop: the place that chance names, zeros beyond the edge, then the mirror image', () => {
    const given = picture([
      [0.1, 0.2],
      [0.3, 0.4],
    ]);
    // Of three places a side, 0.4 names the middle one (the picture as it is) and 0.9 the last.
    expect(rowsOf(cropAndFlip(given, 2, 1, decided(0.4, 0.4, 0.9)))).toEqual([
      [0.1, 0.2],
      [0.3, 0.4],
    ]);
    expect(rowsOf(cropAndFlip(given, 2, 1, decided(0.4, 0.4, 0.1)))).toEqual([
      [0.2, 0.1],
      [0.4, 0.3],
    ]);
    expect(rowsOf(cropAndFlip(given, 2, 1, decided(0.9, 0, 0.9)))).toEqual([
      [0, 0.3],
      [0, 0],
    ]);
    expect(rowsOf(cropAndFlip(given, 2, 1, decided(0.9, 0, 0.1)))).toEqual([
      [0.3, 0],
      [0, 0],
    ]);
  });

  test('crop: four pixels of zeros at 32, so that 81 crops are to be had', () => {
    const batch = { images: tf.ones([1, 32, 32, 3]) as tf.Tensor4D, targets: tf.ones([1, 2]) as tf.Tensor2D };
    const first = regimeHooks({ kind: 'plain' }, 32).batch(batch, decided(0, 0, 0.9));
    expect(tf.sum(first.images).dataSync()[0]).toBe(28 * 28 * 3);
    const last = regimeHooks({ kind: 'plain' }, 32).batch(batch, decided(0.999, 5 / 9, 0.9));
    expect(tf.sum(last.images).dataSync()[0]).toBe(28 * 31 * 3);
  });

  test('mixup: λ of a picture and 1 − λ of another, and of their targets', () => {
    const images = tf.tensor4d(
      Array.from({ length: 2 * 8 * 8 * 3 }, (_, i) => (i < 192 ? 0.2 : 0.8)),
      [2, 8, 8, 3],
    );
    const targets = tf.tensor2d([
      [1, 0],
      [0, 1],
    ]);
    // Crops in the middle, unflipped; λ = 0.75; the two change places.
    const random = decided(0.4, 0.4, 0.9, 0.4, 0.4, 0.9, 0.75, 0);
    const mixed = regimeHooks({ kind: 'mixup', alpha: 1 }, 8).batch({ images, targets }, random);
    expect(new Set(rounded(mixed.images.dataSync()))).toEqual(new Set([0.35, 0.65]));
    expect(rounded(mixed.targets.dataSync())).toEqual([0.75, 0.25, 0.25, 0.75]);
  });

  test('cutout: a grey square around the pixel that chance names, cut off at the edge', () => {
    const images = tf.ones([1, 8, 8, 3]) as tf.Tensor4D;
    const targets = tf.tensor2d([[1, 0]]);
    // The square of 4 around column 0, row 7: columns 0 and 1, rows 5 to 7.
    const random = decided(0.4, 0.4, 0.9, 0, 0.9);
    const out = regimeHooks({ kind: 'cutout', share: 0.5 }, 8).batch({ images, targets }, random);
    const full = [1, 1, 1, 1, 1, 1, 1, 1];
    const cut = [0.5, 0.5, 1, 1, 1, 1, 1, 1];
    expect(rowsOf(out.images)).toEqual([full, full, full, full, full, cut, cut, cut]);
    expect(out.targets).toBe(targets);
  });

  test('cutmix: a rectangle of another picture, the target by what stayed', () => {
    const images = tf.concat([tf.zeros([1, 8, 8, 3]), tf.ones([1, 8, 8, 3])]) as tf.Tensor4D;
    const targets = tf.tensor2d([
      [1, 0],
      [0, 1],
    ]);
    // λ = 0.75: half the sides, 4 pixels; around column 7, row 4: columns 5 to 7, rows 2 to 5; 12 of 64 pixels.
    const random = decided(0.4, 0.4, 0.9, 0.4, 0.4, 0.9, 0.75, 0.9, 0.5, 0);
    const out = regimeHooks({ kind: 'cutmix', alpha: 1 }, 8).batch({ images, targets }, random);
    const none = [0, 0, 0, 0, 0, 0, 0, 0];
    const some = [0, 0, 0, 0, 0, 1, 1, 1];
    expect(rowsOf(out.images)).toEqual([none, none, some, some, some, some, none, none]);
    expect(rounded(out.targets.dataSync(), 6)).toEqual([0.8125, 0.1875, 0.1875, 0.8125]);
  });

  test('a map along both sides is M · X · Mᵀ', () => {
    const turn = tf.tensor2d([
      [1, 2],
      [0, 1],
    ]);
    const given = picture([
      [0.1, 0.2],
      [0.3, 0.4],
    ]);
    // M · X = [[0.7, 1.0], [0.3, 0.4]]; times Mᵀ: [[0.7 + 2 · 1.0, 1.0], [0.3 + 2 · 0.4, 0.4]].
    expect(rowsOf(alongSides(given, turn))).toEqual([
      [2.7, 1],
      [1.1, 0.4],
    ]);
  });

  test('blur: a single bright pixel becomes the product of two bell curves', () => {
    const rows = Array.from({ length: 16 }, () => new Array<number>(16).fill(0));
    (rows[8] as number[])[8] = 1;
    const batch = { images: picture(rows), targets: tf.tensor2d([[1, 0]]) };
    const out = regimeHooks({ kind: 'blur', sigma: 1 }, 16).batch(batch, decided(0.5, 0.5, 0.9));
    const seen = rowsOf(out.images);
    const sum = 1 + 2 * (Math.exp(-0.5) + Math.exp(-2) + Math.exp(-4.5));
    expect(seen[8]?.[8]).toBeCloseTo(1 / sum ** 2, 4);
    expect(seen[7]?.[8]).toBeCloseTo(Math.exp(-0.5) / sum ** 2, 4);
    expect(seen[10]?.[9]).toBeCloseTo(Math.exp(-2.5) / sum ** 2, 4);
    expect(seen[8]?.[12]).toBe(0);
  });

  test('COIN: pixels from between four others, round the edge', () => {
    const given = picture([
      [0.1, 0.2],
      [0.3, 0.4],
    ]);
    // Draws of (x, y) shifts a pixel: −1 to 1 of the reach.
    const stay = [0.5, 0.5];
    const halfRight = [0.625, 0.5];
    const oneDown = [0.5, 0.75];
    const all = shifted(given, 2, decided(...stay, ...halfRight, ...oneDown, ...stay));
    // Half a pixel right of the last one lies the middle between it and the first.
    expect(rowsOf(all)).toEqual([
      [0.1, 0.15],
      [0.1, 0.4],
    ]);
  });

  test('sharpening: centre and neighbours by their own weights, without an edge, cut to 0 to 1', () => {
    const given = picture([
      [0.9, 0.2, 0.9],
      [0.3, 0.4, 0.1],
      [0.9, 0.3, 0.9],
    ]);
    // 1 − 1 = no deviation: every draw is its mean, so the weights are 2.5 and four times −0.375.
    const flat = () => 0;
    expect(rounded(sharpeningKernel(flat))).toEqual([2.5, -0.375, -0.375, -0.375, -0.375]);
    expect(rowsOf(sharpened(given, flat))).toEqual([[0.6625]]);
    const bright = picture([
      [0, 0, 0],
      [0, 0.5, 0],
      [0, 0, 0],
    ]);
    expect(rowsOf(sharpened(bright, flat))).toEqual([[1]]);
  });

  test('frequency filter: what is left of a line are its mean and its slowest waves', () => {
    // All frequencies of two: nothing is lost. One: the mean.
    expect(rounded(lowPassMatrix(2, 2))).toEqual([1, 0, 0, 1]);
    expect(rounded(lowPassMatrix(4, 1))).toEqual(new Array(16).fill(0.25));
    const slow = Array.from({ length: 30 }, (_, x) => Math.cos((Math.PI * (2 * x + 1) * 8) / 60));
    const fast = Array.from({ length: 30 }, (_, x) => Math.cos((Math.PI * (2 * x + 1) * 9) / 60));
    const filter = lowPassMatrix(30, 9);
    const through = (line: readonly number[]) =>
      line.map((_, row) => line.reduce((sum, value, k) => sum + value * (filter[row * 30 + k] ?? 0), 0));
    expect(rounded(through(slow), 5)).toEqual(rounded(slow, 5));
    expect(rounded(through(fast), 5)).toEqual(new Array(30).fill(0));
  });

  test('RSK + FF leaves a flat picture flat, but for the border of the crop', () => {
    const batch = { images: tf.fill([1, 32, 32, 3], 0.5) as tf.Tensor4D, targets: tf.tensor2d([[1, 0]]) };
    // Fourteen draws for the kernel's weights, of which each takes two; then the crop in the middle: place 3 of 7.
    const random = decided(...new Array(10).fill(0), 0.45, 0.45, 0.9);
    const rows = rowsOf(regimeHooks({ kind: 'rsk-ff' }, 32).batch(batch, random).images);
    expect(rows[0]).toEqual(new Array(32).fill(0));
    expect(rows[15]).toEqual([0, ...new Array(30).fill(0.5), 0]);
  });

  test.each(['linf', 'l2'] as const)('PGD (%s) climbs a linear loss to the edge of its ball', norm => {
    const side = 4;
    const next = numbers(3);
    const slope = tf.tensor3d(
      Array.from({ length: side * side * 3 }, () => next() - 0.5),
      [side, side, 3],
    );
    const batch = {
      images: tf.fill([3, side, side, 3], 0.5) as tf.Tensor4D,
      targets: tf.ones([3, 2]) as tf.Tensor2D,
    };
    const hooks = regimeHooks({ kind: 'adversarial', norm, radius: 0.1, steps: 10 }, side);
    const moved = hooks.attack?.(batch, linearLoss(slope), numbers(9), neverAsked);
    expect(moved?.shape).toEqual(batch.images.shape);
    const shift = tf.sub(moved ?? 0, batch.images).dataSync();
    // The best place is known: the radius along the sign of the slope, or along the slope itself.
    const weights = slope.dataSync();
    const length = Math.hypot(...weights);
    const best = Array.from(weights, w => 0.1 * (norm === 'linf' ? Math.sign(w) : w / length));
    for (let i = 0; i < 3; i++) {
      const own = shift.subarray(i * best.length, (i + 1) * best.length);
      const off = Math.hypot(...own.map((value, k) => value - (best[k] ?? 0)));
      expect(off).toBeLessThan(norm === 'linf' ? 1e-5 : 0.02);
    }
  });

  test('PGD stays inside ball and picture, and raises the loss', () => {
    const batch = randomBatch(4, 8, 2, 17);
    const next = numbers(21);
    const slope = tf.tensor3d(
      Array.from({ length: 8 * 8 * 3 }, () => next() - 0.5),
      [8, 8, 3],
    );
    const loss = linearLoss(slope);
    for (const norm of ['linf', 'l2'] as const) {
      const radius = norm === 'linf' ? 8 / 255 : 0.5;
      const hooks = regimeHooks({ kind: 'adversarial', norm, radius, steps: 3 }, 8);
      const moved = hooks.attack?.(batch, loss, numbers(5), neverAsked) ?? batch.images;
      const values = moved.dataSync();
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...values)).toBeLessThanOrEqual(1);
      const shift = tf.sub(moved, batch.images) as tf.Tensor4D;
      const lengths =
        norm === 'linf'
          ? tf.max(tf.abs(shift), [1, 2, 3]).dataSync()
          : tf.sqrt(tf.sum(tf.square(shift), [1, 2, 3])).dataSync();
      expect(Math.max(...lengths)).toBeLessThanOrEqual(radius + 1e-5);
      expect(Math.min(...lengths)).toBeGreaterThan(radius * 0.5);
      const raised = loss(moved, batch.targets).dataSync()[0] ?? 0;
      expect(raised).toBeGreaterThan((loss(batch.images, batch.targets).dataSync()[0] ?? 0) + 0.1);
    }
  });

  test.each(regimeKinds)(
    '%s keeps shapes, 0 to 1 and sums of targets, and is decided by chance alone',
    kind => {
      const side = 32;
      const regime: Regime = regimeDefaults[kind];
      const hooks = regimeHooks(regime, side);
      const before = tf.memory().numTensors;
      tf.tidy(() => {
        for (const seed of [1, 2]) {
          const batch = randomBatch(5, side, 3, seed);
          const given = batch.images.dataSync().slice();
          const one = hooks.batch(batch, numbers(seed));
          const two = hooks.batch(batch, numbers(seed));
          const three = hooks.batch(batch, numbers(seed + 50));
          expect(one.images.shape).toEqual([5, side, side, 3]);
          expect(one.targets.shape).toEqual([5, 3]);
          const values = one.images.dataSync();
          expect(values.every(value => value >= 0 && value <= 1)).toBe(true);
          for (const sum of tf.sum(one.targets, 1).dataSync()) expect(sum).toBeCloseTo(1, 5);
          expect(sameBytes(two.images.dataSync(), values)).toBe(true);
          expect(sameBytes(three.images.dataSync(), values)).toBe(false);
          expect(sameBytes(batch.images.dataSync(), given)).toBe(true);
        }
      });
      expect(tf.memory().numTensors).toBe(before);
    },
  );
});

describe('what is drawn', () => {
  test('the normal distribution has its mean and deviation', () => {
    const next = numbers(8);
    const draws = Array.from({ length: 20_000 }, () => normal(2, 0.5, next));
    const mean = draws.reduce((sum, d) => sum + d, 0) / draws.length;
    const spread = Math.sqrt(draws.reduce((sum, d) => sum + (d - mean) ** 2, 0) / draws.length);
    // Within six standard errors.
    expect(Math.abs(mean - 2)).toBeLessThan(0.022);
    expect(Math.abs(spread - 0.5)).toBeLessThan(0.016);
  });

  test.each([0.2, 0.5, 1, 3])('Beta(%f, itself) has mean a half and its known variance', alpha => {
    const next = numbers(31);
    const draws = Array.from({ length: 20_000 }, () => beta(alpha, next));
    expect(draws.every(d => d >= 0 && d <= 1)).toBe(true);
    const mean = draws.reduce((sum, d) => sum + d, 0) / draws.length;
    const variance = draws.reduce((sum, d) => sum + (d - 0.5) ** 2, 0) / draws.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.022);
    expect(Math.abs(variance - 1 / (4 * (2 * alpha + 1)))).toBeLessThan(0.006);
  });

  test('an order holds every number once', () => {
    expect([...permutation(50, numbers(2))].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, i) => i),
    );
    expect([...permutation(4, () => 0)]).toEqual([1, 2, 3, 0]);
  });

  test('a box is cut off where the picture ends', () => {
    expect(boxAround(0, 7, 4, 4, 8)).toEqual({ left: 0, top: 5, right: 2, bottom: 8 });
    expect(boxAround(4, 4, 0, 0, 8)).toEqual({ left: 4, top: 4, right: 4, bottom: 4 });
  });
});

describe('blurs and greys', () => {
  test('every row of the blur sums to 1, and mirrors the picture at its edge', () => {
    const side = 8;
    for (const sigma of [0, 0.4, 1, 6]) {
      const matrix = blurMatrix(sigma, side);
      for (let row = 0; row < side; row++) {
        const sum = matrix.subarray(row * side, (row + 1) * side).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(1, 5);
      }
    }
    expect(rounded(blurMatrix(0, 2))).toEqual([1, 0, 0, 1]);
    const [first = 0, second = 0] = blurMatrix(1, side);
    // To the left of the first pixel lies the second once more.
    expect(second / first).toBeCloseTo(2 * Math.exp(-0.5), 5);
  });

  test('luminance as image libraries round it', () => {
    expect([...grayBytes(Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 10, 20, 30))]).toEqual(
      [76, 76, 76, 150, 150, 150, 29, 29, 29, 255, 255, 255, 18, 18, 18],
    );
  });

  test('pictures are made grey once, before training, and those given stay', () => {
    const pixels = Uint8Array.from({ length: 8 * 8 * 3 }, (_, i) => (i * 7) % 256);
    const given: Pictures = { side: 8, pixels, labelOf: [0] };
    const copy = pixels.slice();
    const grey = regimeHooks({ kind: 'grayscale' }, 8).prepare?.(given, () => 0, 1);
    expect(pixels).toEqual(copy);
    expect(grey?.labelOf).toEqual([0]);
    for (let at = 0; at < pixels.length; at += 3) {
      expect(grey?.pixels[at]).toBe(grey?.pixels[at + 1]);
      expect(grey?.pixels[at]).toBe(grey?.pixels[at + 2]);
    }
  });
});
