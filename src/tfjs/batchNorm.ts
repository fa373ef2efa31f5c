import {
  add,
  customGrad,
  div,
  mul,
  rsqrt,
  serialization,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  tidy,
} from '@tensorflow/tfjs-core';
import { initializers, layers } from '@tensorflow/tfjs-layers';

const epsilon = 1e-5;
/** What the moving averages keep of themselves a step; small, since runs here are short. */
const kept = 0.9;

/**
 * Batch normalisation over the last axis (Ioffe and Szegedy 2015, arXiv:1502.03167), with the gradient of training
 * worked out as a whole: tfjs' own, put together from the parts, takes as long as the convolutions do.
 * In training (`apply(x, { training: true })`) it uses the batch's mean and variance, otherwise moving averages.
 */
export class BatchNorm extends layers.Layer {
  static readonly className = 'KeyveilBatchNorm';
  #weights: {
    readonly gamma: Weight;
    readonly beta: Weight;
    readonly mean: Weight;
    readonly variance: Weight;
  } | null = null;

  override build(inputShape: number | readonly (number | null)[] | unknown): void {
    const channels = lastOf(inputShape);
    const weight = (name: string, value: 'zeros' | 'ones', trainable: boolean) =>
      this.addWeight(name, [channels], 'float32', initializers[value](), undefined, trainable);
    this.#weights = {
      gamma: weight('gamma', 'ones', true),
      beta: weight('beta', 'zeros', true),
      mean: weight('mean', 'zeros', false),
      variance: weight('variance', 'ones', false),
    };
    this.built = true;
  }

  override computeOutputShape(inputShape: number[]): number[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[], kwargs: { readonly training?: boolean }): Tensor {
    const weights = this.#weights;
    const x = Array.isArray(inputs) ? inputs[0] : inputs;
    if (weights === null || x === undefined) throw new Error('Called before it was built.');
    return tidy(() => {
      const gamma = weights.gamma.read() as Tensor1D;
      const beta = weights.beta.read() as Tensor1D;
      if (kwargs.training === true) {
        const stats = statsOf(x);
        moveTo(weights.mean, stats.mean);
        moveTo(weights.variance, stats.variance);
        return normalised(x, gamma, beta, stats);
      }
      const scale = mul(gamma, rsqrt(add(weights.variance.read(), epsilon)));
      return add(mul(x, scale), sub(beta, mul(weights.mean.read(), scale)));
    });
  }
}

serialization.registerClass(BatchNorm);

type Weight = ReturnType<layers.Layer['addWeight']>;

/** Keeps tensors of the forward pass for the backward one. */
type Save = (tensors: Tensor[]) => void;

interface Stats {
  readonly mean: Tensor1D;
  readonly variance: Tensor1D;
}

function moveTo(weight: Weight, now: Tensor1D): void {
  weight.write(add(mul(weight.read(), kept), mul(now, 1 - kept)));
}

/** Mean and variance (by n) of each channel. */
function statsOf(x: Tensor): Stats {
  const mean = channelMeans(x);
  return { mean, variance: channelMeans(square(sub(x, mean))) };
}

function channelMeans(x: Tensor): Tensor1D {
  const channels = x.shape[x.rank - 1] ?? 1;
  return div(channelSums(x), x.size / channels);
}

function channelSums(x: Tensor): Tensor1D {
  return sum(
    x,
    Array.from({ length: x.rank - 1 }, (_, axis) => axis),
  );
}

/**
 * γ·(x − mean)/√(variance + ε) + β, where mean and variance are x's own. With x̂ the normalised x and sums over all but
 * the channels: dβ = Σdy, dγ = Σdy·x̂, dx = γ/√(variance + ε) · (dy − (dβ + x̂·dγ)/n).
 */
export function normalised(x: Tensor, gamma: Tensor1D, beta: Tensor1D, { mean, variance }: Stats): Tensor {
  const operation = customGrad((...given) => {
    const [input, scale, shift, save] = given as unknown as [Tensor, Tensor1D, Tensor1D, Save];
    const steepness = rsqrt(add(variance, epsilon));
    const factor = mul(scale, steepness);
    save([input, scale, mean, steepness]);
    return {
      value: add(mul(input, factor), sub(shift, mul(mean, factor))),
      gradFunc: (dy, saved) => gradients(dy as Tensor, saved as [Tensor, Tensor1D, Tensor1D, Tensor1D]),
    };
  });
  return operation(x, gamma, beta);
}

function gradients(
  dy: Tensor,
  [x, gamma, mean, steepness]: [Tensor, Tensor1D, Tensor1D, Tensor1D],
): Tensor[] {
  const count = x.size / gamma.size;
  const dBeta = channelSums(dy);
  // Σ dy·(x − mean) = Σ dy·x − mean·Σ dy would lose digits; the difference is taken first.
  const dGamma = mul(channelSums(mul(dy, sub(x, mean))), steepness);
  const factor = mul(gamma, steepness);
  // dx = factor·dy + slope·x + level, all but dy and x being one value a channel.
  const slope = div(mul(mul(factor, steepness), dGamma), -count);
  const level = sub(div(mul(factor, dBeta), -count), mul(slope, mean));
  const dx = add(add(mul(dy, factor), mul(x, slope)), level);
  return [dx, dGamma, dBeta];
}

function lastOf(shape: unknown): number {
  const last: unknown = Array.isArray(shape) ? shape[shape.length - 1] : null;
  if (typeof last !== 'number') throw new Error('The number of channels must be known.');
  return last;
}
