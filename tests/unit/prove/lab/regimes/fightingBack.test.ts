import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { CastField } from '../../../../../src/core/cast/castField.ts';
import type { Pictures } from '../../../../../src/prove/core/experiment.ts';
import { regimeDefaults } from '../../../../../src/prove/core/regimes.ts';
import { labelOffsets } from '../../../../../src/prove/lab/regimes/classMean.ts';
import { shifted } from '../../../../../src/prove/lab/regimes/coin.ts';
import { jittered } from '../../../../../src/prove/lab/regimes/colourJitter.ts';
import { linearModel, orthonormal } from '../../../../../src/prove/lab/regimes/linearModel.ts';
import { projectedOut } from '../../../../../src/prove/lab/regimes/orthogonalProjection.ts';
import { cropAndFlip } from '../../../../../src/prove/lab/regimes/plain.ts';
import { plasma } from '../../../../../src/prove/lab/regimes/plasma.ts';
import { regimeHooks } from '../../../../../src/prove/lab/regimes/regimeHooks.ts';
import { cropBox, cropped } from '../../../../../src/prove/lab/regimes/resizedCrop.ts';
import { changed, worstOf } from '../../../../../src/prove/lab/regimes/ueraser.ts';
import { answersOf } from '../../../../../src/prove/lab/train/answers.ts';

import { numbers } from '../../../../fixtures/pictures.ts';
import { castFrom } from '../../../../fixtures/pixels.ts';
import { openWasm } from '../../../tfjs/wasmBackend.ts';
import { decided, rounded } from './decided.ts';

const images = (values: readonly number[], side: number) =>
  tf.tensor4d([...values], [values.length / (3 * side * side), side, side, 3]);

/** Values in which the three colours are alike. */
const grey = (values: readonly number[]) => values.flatMap(value => [value, value, value]);

/** Side 1: a red picture of label 0 and a blue one of label 1. */
const redAndBlue: Pictures = { side: 1, pixels: Uint8Array.of(255, 0, 0, 0, 0, 255), labelOf: [0, 1] };

const noLoss = () => {
  throw new Error('Nobody asks for it.');
};

beforeAll(openWasm);

describe('orthogonal projection (OP)', () => {
  test('one step of the linear model, worked out by hand', () => {
    // The mean is (½, 0, ½); both labels are said with ½; so each row goes by 0.1 · ¼ along its own picture.
    const rows = linearModel(redAndBlue, 2, { epochs: 1, learningRate: 0.1 }, numbers(1));
    expect(rows.map(row => rounded(row))).toEqual([
      [0.025, 0, -0.025],
      [-0.025, 0, 0.025],
    ]);
  });

  test('an orthonormal basis, without what the rows before span already', () => {
    const rows = [
      [3, 0, 0],
      [1, 2, 0],
      [-5, 1, 0],
    ].map(row => Float64Array.from(row));
    expect(orthonormal(rows).map(axis => rounded(axis))).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });

  test('what lies along an axis goes, the rest stays', () => {
    const half = Math.SQRT1_2;
    const left = projectedOut(images([0.5, 0.2, 0.9], 1), [Float64Array.of(half, half, 0)]);
    expect(rounded(left.dataSync())).toEqual([0.15, -0.15, 0.9]);
  });

  test('as a regime: no picture has anything left along the rows of the model', () => {
    const next = numbers(4);
    const side = 2;
    const labelOf = Array.from({ length: 12 }, (_, i) => i % 3);
    const pixels = Uint8Array.from({ length: 12 * 12 }, (_, at) =>
      Math.floor(100 * next() + 50 * ((labelOf[Math.floor(at / 12)] ?? 0) === at % 3 ? 1 : 0)),
    );
    const pictures: Pictures = { side, pixels, labelOf };
    const given = regimeDefaults['orthogonal-projection'];
    const hooks = regimeHooks(given, side);
    expect(hooks.prepare?.(pictures, numbers(8), 3)).toBe(pictures);
    const rows = linearModel(pictures, 3, given, numbers(8));
    const batch = {
      images: images(
        Array.from(pixels, value => value / 255),
        side,
      ),
      targets: tf.ones([12, 3]) as tf.Tensor2D,
    };
    // At this side there is nothing to crop from; nothing is mirrored.
    const seen = hooks.batch(batch, () => 0.9).images.dataSync();
    for (const row of rows) {
      for (let i = 0; i < 12; i++) {
        expect(row.reduce((sum, weight, k) => sum + weight * (seen[i * 12 + k] as number), 0)).toBeCloseTo(
          0,
          5,
        );
      }
    }
  });
});

test('class mean: a label’s own offset is taken off, the mean of all stays', () => {
  const pixels = Uint8Array.of(255, 0, 0, 153, 0, 0, 0, 0, 102, 0, 0, 0);
  const pictures: Pictures = { side: 1, pixels, labelOf: [0, 0, 1, 1] };
  // Means: label 0 (0.8, 0, 0), label 1 (0, 0, 0.2), all (0.4, 0, 0.1).
  expect(rounded(labelOffsets(pictures, 2))).toEqual([0.4, 0, -0.1, -0.4, 0, 0.1]);
  const hooks = regimeHooks({ kind: 'class-mean' }, 1);
  hooks.prepare?.(pictures, numbers(1), 2);
  const targets = tf.tensor2d([1, 0, 0, 1], [2, 2]);
  const { images: seen } = hooks.batch({ images: images([1, 0, 0, 0, 0, 0.4], 1), targets }, () => 0.9);
  expect(rounded(seen.dataSync())).toEqual([0.6, 0, 0.1, 0.4, 0, 0.3]);
});

describe('high-pass', () => {
  test('without the mean alone: every value less the mean, and a half', () => {
    const look = regimeHooks({ kind: 'high-pass', frequencies: 1 }, 2).look;
    expect(rounded(look?.(images(grey([0, 0.2, 0.4, 0.6]), 2)).dataSync() ?? [])).toEqual(
      grey([0.2, 0.4, 0.6, 0.8]),
    );
  });

  test('with its usual number it takes off a whole cast, and no more of a fast wave', () => {
    const side = 32;
    const field = new CastField(castFrom(numbers(12)), 8, side, side);
    const cast = Array.from({ length: side * side }, (_, i) =>
      field.at(i % side, Math.floor(i / side)),
    ).flat();
    const look = regimeHooks(regimeDefaults['high-pass'], side).look;
    const gone =
      look?.(
        images(
          cast.map(value => value / 255),
          side,
        ),
      ).dataSync() ?? [];
    for (const value of gone) expect(value).toBeCloseTo(0.5, 5);
    const fast = grey(Array.from({ length: side * side }, (_, i) => (i % 2 === 0 ? 0.6 : 0.4)));
    const left = look?.(images(fast, side)).dataSync() ?? [];
    expect(left[0]).toBeCloseTo(0.6, 1);
    expect(left[3]).toBeCloseTo(0.4, 1);
  });

  test('pictures that are tested on are looked at in the same way', async () => {
    const model = { apply: (x: tf.Tensor) => tf.reshape(x, [-1, 3]) } as unknown as LayersModel;
    const turned = (x: tf.Tensor4D) => tf.sub<tf.Tensor4D>(1, x);
    expect((await answersOf(model, redAndBlue, 3)).confusion[0]).toEqual([1, 0, 0]);
    expect((await answersOf(model, redAndBlue, 3, turned)).confusion[0]).toEqual([0, 1, 0]);
  });
});

describe('adversarial augmentation (UEraser)', () => {
  test('clouds of 3 × 3, worked out by hand', () => {
    // Corners 0 1 1 0 by rows; then no shift at all.
    const flat = decided(0, 1, 1, 0, 0.5, 0.5, 0.5, 0.5, 0.5);
    expect(rounded(plasma(3, 0.5, flat))).toEqual([0, 0.5, 1, 0.5, 0.5, 0.5, 1, 0.5, 0]);
    // The middle is shifted up by the roughness: 1. Then every side's middle is (0 + 1 + 1) / 3.
    const raised = decided(0, 1, 1, 0, 1, 0.5, 0.5, 0.5, 0.5);
    expect(rounded(plasma(3, 0.5, raised))).toEqual([0, 0.6667, 1, 0.6667, 1, 0.6667, 1, 0.6667, 0]);
  });

  test('of each picture the variant with the greatest loss, the first of equals', () => {
    const variants = [images([0.1, 0.1, 0.1, 0.2, 0.2, 0.2], 1), images([0.3, 0.3, 0.3, 0.4, 0.4, 0.4], 1)];
    const chosen = worstOf(variants, tf.tensor2d([1, 5, 2, 5], [2, 2]));
    expect(rounded(chosen.dataSync())).toEqual([0.3, 0.3, 0.3, 0.2, 0.2, 0.2]);
  });

  test('as a regime it learns the worst of as many changes as it is told', () => {
    const next = numbers(2);
    const given = images(
      Array.from({ length: 3 * 8 * 8 * 3 }, () => next()),
      8,
    );
    const batch = { images: given, targets: tf.ones([3, 2]) as tf.Tensor2D };
    const brightness = (x: tf.Tensor4D) => tf.mean(x, [1, 2, 3]) as tf.Tensor1D;
    const hooks = regimeHooks({ kind: 'ueraser', repeats: 4 }, 8);
    const worst = hooks.attack?.(batch, noLoss, numbers(6), brightness) ?? given;
    const random = numbers(6);
    const each = [1, 2, 3, 4].map(() => brightness(changed(given, random)).dataSync());
    const greatest = [0, 1, 2].map(i => Math.max(...each.map(values => values[i] as number)));
    expect(rounded(brightness(worst).dataSync())).toEqual(rounded(greatest));
    const values = worst.dataSync();
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
  });
});

describe('resized crops with colour jitter', () => {
  test('a quarter of the area, square, at the place that chance names', () => {
    const quarter = cropBox(0.25, 32, decided(0, 0.5, 0.999, 0));
    expect(quarter).toEqual({ left: 0, top: 16, width: 16, height: 16 });
    // A ratio of 3 : 4, upright.
    const upright = cropBox(0.25, 32, decided(0, 0, 0, 0));
    expect(upright).toEqual({ left: 0, top: 0, width: 14, height: 18 });
    // Ten crops that lie outside, and then the whole.
    expect(cropBox(0.999, 32, decided(...Array.from({ length: 20 }, () => 0)))).toEqual({
      left: 0,
      top: 0,
      width: 32,
      height: 32,
    });
  });

  test('a crop brought to the picture’s size by linear interpolation, and mirrored', () => {
    const given = images(grey([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]), 3);
    const crop = { left: 1, top: 0, width: 2, height: 2 };
    const plainly = cropped(given, [crop], [false]).dataSync();
    expect(rounded(plainly)).toEqual(grey([0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]));
    const mirrored = cropped(given, [crop], [true]).dataSync();
    expect(rounded(mirrored)).toEqual(grey([0.2, 0.15, 0.1, 0.35, 0.3, 0.25, 0.5, 0.45, 0.4]));
  });

  test('brightness, contrast and saturation, worked out by hand', () => {
    const given = images([0.5, 0.2, 0.8], 1);
    // 1.2 times as bright; contrast as it is; saturation 0.8 times.
    const made = jittered(given, 0.4, decided(0.75, 0.5, 0.25)).dataSync();
    expect(rounded(made)).toEqual([0.5659, 0.2779, 0.8539]);
    // Half the contrast, around the mean of the greys of both pixels, (0.8 + 0.4) / 2.
    const two = tf.tensor4d(grey([0.8, 0.4]), [1, 1, 2, 3]);
    expect(rounded(jittered(two, 0.5, decided(0.5, 0, 0.5)).dataSync())).toEqual(grey([0.7, 0.5]));
    expect(jittered(given, 0, noLoss)).toBe(given);
  });
});

test('COIN reaches as far for its picture at every size', () => {
  const next = numbers(3);
  const given = images(
    Array.from({ length: 64 * 64 * 3 }, () => next()),
    64,
  );
  const hooks = regimeHooks(regimeDefaults.coin, 64);
  const made = hooks.batch({ images: given, targets: tf.ones([1, 2]) as tf.Tensor2D }, numbers(7)).images;
  const random = numbers(7);
  const expected = shifted(cropAndFlip(given, 64, 8, random), 4, random);
  expect(rounded(made.dataSync())).toEqual(rounded(expected.dataSync()));
});
