import type { Pictures } from '../../core/experiment.ts';
import type { Random } from '../regime.ts';
import { drawnBatches } from '../train/batches.ts';

/** How a linear model is learnt. */
interface LinearLearning {
  /** Times through the pictures. */
  readonly epochs: number;
  readonly learningRate: number;
}

/** Pictures a step. */
const batch = 128;

/**
 * Softmax regression from nothing by plain stochastic gradient descent: what a straight line a label can tell of
 * pictures. Their mean is taken off first: without that, steps of this length would swing along the mean picture.
 *
 * @returns a row of side · side · 3 weights a label, for pixel values from 0 to 1
 */
export function linearModel(
  pictures: Pictures,
  labels: number,
  { epochs, learningRate }: LinearLearning,
  random: Random,
): readonly Float64Array[] {
  const { labelOf } = pictures;
  const length = pictures.side ** 2 * 3;
  const mean = meanPicture(pictures);
  const rows = Array.from({ length: labels }, () => new Float64Array(length));
  const centred = (place: number) => centredPicture(pictures, place, mean);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const places of drawnBatches(labelOf.length, batch, random)) {
      const steps = rows.map(() => new Float64Array(length));
      for (const place of places) {
        const picture = centred(place);
        const said = softmax(rows.map(row => dot(row, picture)));
        for (const [label, step] of steps.entries()) {
          const wrong = (said[label] as number) - (labelOf[place] === label ? 1 : 0);
          addTo(step, picture, (-learningRate * wrong) / places.length);
        }
      }
      for (const [label, row] of rows.entries()) addTo(row, steps[label] as Float64Array, 1);
    }
  }
  return rows;
}

/** An orthonormal basis of what the rows span (Gram and Schmidt, each row once more for precision). */
export function orthonormal(rows: readonly Float64Array[]): readonly Float64Array[] {
  const basis: Float64Array[] = [];
  for (const row of rows) {
    const left = row.slice();
    const before = Math.sqrt(dot(left, left));
    for (const _ of [1, 2]) for (const axis of basis) addTo(left, axis, -dot(axis, left));
    const length = Math.sqrt(dot(left, left));
    // What the others span already leaves nothing but roundings.
    if (length > 1e-9 * before) basis.push(left.map(value => value / length));
  }
  return basis;
}

/** Values from 0 to 1. */
export function meanPicture({ side, pixels, labelOf }: Pictures, label: number | null = null): Float64Array {
  const length = side ** 2 * 3;
  const mean = new Float64Array(length);
  const places = [...labelOf.keys()].filter(place => label === null || labelOf[place] === label);
  for (const place of places) {
    for (let i = 0; i < length; i++) {
      mean[i] = (mean[i] as number) + (pixels[place * length + i] as number) / 255 / places.length;
    }
  }
  return mean;
}

function centredPicture({ pixels }: Pictures, place: number, mean: Float64Array): Float64Array {
  const from = place * mean.length;
  return mean.map((value, i) => (pixels[from + i] as number) / 255 - value);
}

function softmax(logits: readonly number[]): readonly number[] {
  const most = Math.max(...logits);
  const powers = logits.map(logit => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map(power => power / sum);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function addTo(sum: Float64Array, values: Float64Array, factor: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + factor * (values[i] as number);
}
