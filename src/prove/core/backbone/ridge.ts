import { factorise, solve } from '../../../core/cholesky.ts';
import { dealt } from '../crossValidation.ts';

/**
 * A new last layer for a network that stays as it is: ridge regression of one target a label (1 for its own photos, 0
 * for all others) on the network's features, in closed form (A. E. Hoerl and R. W. Kennard, "Ridge regression: biased
 * estimation for nonorthogonal problems", Technometrics 12 (1970) 55–67). With X and Y the features and targets less
 * their means,
 *
 *     W = (XᵀX + λI)⁻¹ XᵀY = Xᵀ (XXᵀ + λI)⁻¹ Y
 *
 * of which the smaller matrix is inverted. Photos get the label whose target they come nearest to.
 */

/** Features of photos: count · length, a photo a row. */
export interface FeatureRows {
  readonly count: number;
  readonly length: number;
  readonly values: Float32Array;
}

/** The layer: target k of features x is `bias[k] + Σ x[i]·weights[i·labels + k]`. */
export interface LastLayer {
  readonly labels: number;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

export interface Learnt {
  readonly layer: LastLayer;
  /** λ as a part of XᵀX's trace; one of {@link penalties}. */
  readonly penalty: number;
  /** Of the photos that were kept back to choose it: right, and in all. */
  readonly right: number;
  readonly total: number;
}

/** Half decades; as parts of the trace they mean the same for any network and any number of photos. */
export const penalties: readonly number[] = Array.from({ length: 13 }, (_, at) => 10 ** (at / 2 - 6));

/** Below this part of the trace roundings would decide. */
const smallest = 1e-12;

/**
 * Learns the layer. The penalty is the one with which a layer learnt from four fifths of each label's photos is right
 * most often on the fifth that was kept back, and among equals comes nearest to their targets; then all photos are
 * learnt from.
 *
 * @param labelOf of each photo, from 0
 * @param seed of the deal: the same seed, the same parts
 */
export function learnLastLayer(
  rows: FeatureRows,
  labelOf: readonly number[],
  labels: number,
  seed: string,
): Learnt {
  const parts = dealt(labelOf, seed);
  const places = [...labelOf.keys()];
  const kept = places.filter(place => parts[place] === 0);
  const problem = problemOf(
    rows,
    labelOf,
    labels,
    places.filter(place => parts[place] !== 0),
  );
  let best = { penalty: penalties[0] as number, right: -1, error: Number.POSITIVE_INFINITY };
  for (const penalty of penalties) {
    const found = judged(solved(problem, penalty), rows, labelOf, kept);
    if (found.right > best.right || (found.right === best.right && found.error < best.error))
      best = { penalty, ...found };
  }
  const layer = solved(problemOf(rows, labelOf, labels, places), best.penalty);
  return { layer, penalty: best.penalty, right: best.right, total: kept.length };
}

/**
 * The layer with a penalty of one's own, learnt from all photos.
 *
 * @forTests which hold it against the normal equations
 * @param penalty λ as a part of XᵀX's trace, above 0
 */
export function ridgeLayer(
  rows: FeatureRows,
  labelOf: readonly number[],
  labels: number,
  penalty: number,
): LastLayer {
  return solved(problemOf(rows, labelOf, labels, [...labelOf.keys()]), penalty);
}

/** The label that each photo is given; the first of equals. */
export function toldLabels(layer: LastLayer, rows: FeatureRows): readonly number[] {
  return Array.from({ length: rows.count }, (_, place) => {
    const targets = targetsOf(layer, rows, place);
    return targets.indexOf(Math.max(...targets));
  });
}

interface Problem {
  readonly labels: number;
  readonly length: number;
  /** Features less their means, a photo a row. */
  readonly centred: Float64Array;
  /** Targets less their means, a photo a row. */
  readonly targets: Float64Array;
  readonly mean: Float64Array;
  readonly shares: Float64Array;
  /** XXᵀ where there are fewer photos than features, else XᵀX; its lower triangle. */
  readonly matrix: Float64Array;
  readonly side: number;
  readonly dual: boolean;
  readonly trace: number;
}

function problemOf(
  rows: FeatureRows,
  labelOf: readonly number[],
  labels: number,
  places: readonly number[],
): Problem {
  const { length } = rows;
  const count = places.length;
  const mean = new Float64Array(length);
  const shares = new Float64Array(labels);
  for (const place of places) {
    for (let i = 0; i < length; i++) {
      mean[i] = (mean[i] as number) + (rows.values[place * length + i] as number) / count;
    }
    const label = labelOf[place] as number;
    shares[label] = (shares[label] as number) + 1 / count;
  }
  const centred = new Float64Array(count * length);
  const targets = new Float64Array(count * labels);
  for (const [row, place] of places.entries()) {
    for (let i = 0; i < length; i++) {
      centred[row * length + i] = (rows.values[place * length + i] as number) - (mean[i] as number);
    }
    for (let k = 0; k < labels; k++) {
      targets[row * labels + k] = (labelOf[place] === k ? 1 : 0) - (shares[k] as number);
    }
  }
  const dual = count < length;
  const side = dual ? count : length;
  const matrix = products(dual ? centred : transposed(centred, count, length), side, dual ? length : count);
  let trace = 0;
  for (let i = 0; i < side; i++) trace += matrix[i * side + i] as number;
  return { labels, length, centred, targets, mean, shares, matrix, side, dual, trace };
}

function solved(problem: Problem, penalty: number): LastLayer {
  const { labels, length, centred, targets, mean, shares, matrix, side, dual, trace } = problem;
  const factor = matrix.slice();
  // Photos all alike: nothing can be told, and any penalty says so.
  const ridge = trace > 0 ? Math.max(penalty, smallest) * trace : 1;
  for (let i = 0; i < side; i++) factor[i * side + i] = (factor[i * side + i] as number) + ridge;
  if (!factorise(factor, side))
    throw new Error('The matrix of a ridge regression was not positive definite.');
  const count = targets.length / labels;
  const weights = new Float64Array(length * labels);
  const bias = shares.slice();
  for (let k = 0; k < labels; k++) {
    const target = Float64Array.from({ length: count }, (_, row) => targets[row * labels + k] as number);
    const column = dual ? target : timesTransposed(centred, target, length);
    solve(factor, side, column);
    const own = dual ? timesTransposed(centred, column, length) : column;
    for (let i = 0; i < length; i++) {
      weights[i * labels + k] = own[i] as number;
      bias[k] = (bias[k] as number) - (own[i] as number) * (mean[i] as number);
    }
  }
  return { labels, weights, bias };
}

/** Right answers, and the squared distance to the targets. */
function judged(
  layer: LastLayer,
  rows: FeatureRows,
  labelOf: readonly number[],
  places: readonly number[],
): { readonly right: number; readonly error: number } {
  let [right, error] = [0, 0];
  for (const place of places) {
    const targets = targetsOf(layer, rows, place);
    const label = labelOf[place] as number;
    if (targets.indexOf(Math.max(...targets)) === label) right += 1;
    for (const [k, target] of targets.entries()) error += (target - (k === label ? 1 : 0)) ** 2;
  }
  return { right, error };
}

function targetsOf({ labels, weights, bias }: LastLayer, rows: FeatureRows, place: number): Float64Array {
  const targets = bias.slice();
  for (let i = 0; i < rows.length; i++) {
    const value = rows.values[place * rows.length + i] as number;
    for (let k = 0; k < labels; k++) {
      targets[k] = (targets[k] as number) + value * (weights[i * labels + k] as number);
    }
  }
  return targets;
}

/** Inner products of rows with rows, the lower triangle; two by two, so that a number fetched serves two products. */
function products(rows: Float64Array, count: number, length: number): Float64Array {
  const out = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    const one = i * length;
    for (let j = 0; j <= i; j += 2) {
      const two = j * length;
      const three = Math.min(j + 1, i) * length;
      let [a, b] = [0, 0];
      for (let k = 0; k < length; k++) {
        const value = rows[one + k] as number;
        a += value * (rows[two + k] as number);
        b += value * (rows[three + k] as number);
      }
      out[i * count + j] = a;
      out[i * count + Math.min(j + 1, i)] = b;
    }
  }
  return out;
}

function transposed(rows: Float64Array, count: number, length: number): Float64Array {
  const out = new Float64Array(rows.length);
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < length; i++) out[i * count + row] = rows[row * length + i] as number;
  }
  return out;
}

/** Xᵀ·v. */
function timesTransposed(rows: Float64Array, vector: Float64Array, length: number): Float64Array {
  const out = new Float64Array(length);
  for (const [row, value] of vector.entries()) {
    for (let i = 0; i < length; i++) {
      out[i] = (out[i] as number) + value * (rows[row * length + i] as number);
    }
  }
  return out;
}
