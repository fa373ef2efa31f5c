import {
  add,
  div,
  mul,
  type NamedTensorMap,
  sqrt,
  square,
  sub,
  type Tensor,
  tidy,
  type Variable,
  variable,
  zerosLike,
} from '@tensorflow/tfjs-core';

const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-8;
/** Part of a weight that a step at learning rate 1 takes away, for weights of two axes or more. */
const decay = 0.05;

/**
 * Adam (Kingma and Ba 2015, arXiv:1412.6980, algorithm 1) with decoupled weight decay (Loshchilov and Hutter 2019,
 * arXiv:1711.05101). tfjs' own has one learning rate for ever. Holds two tensors a weight until disposed of.
 */
export class Adam {
  readonly #moments: readonly Moments[];
  #steps = 0;

  constructor(weights: readonly Variable[]) {
    this.#moments = weights.map(weight => ({
      weight,
      first: tidy(() => variable(zerosLike(weight), false)),
      second: tidy(() => variable(zerosLike(weight), false)),
    }));
  }

  /** One step. `gradients` by the names of the weights. */
  apply(gradients: NamedTensorMap, learningRate: number): void {
    this.#steps++;
    // The corrections for moments that started at 0, folded into the rate (end of section 2 of the paper).
    const rate = (learningRate * Math.sqrt(1 - beta2 ** this.#steps)) / (1 - beta1 ** this.#steps);
    for (const { weight, first, second } of this.#moments) {
      const gradient = gradients[weight.name];
      if (gradient === undefined) throw new Error('A weight has no gradient.');
      tidy(() => {
        first.assign(blend(first, gradient, beta1));
        second.assign(blend(second, square(gradient), beta2));
        const move = mul(div(first, add(sqrt(second), epsilon)), rate);
        const lost = weight.rank > 1 ? learningRate * decay : 0;
        weight.assign(sub(mul(weight, 1 - lost), move));
      });
    }
  }

  dispose(): void {
    for (const { first, second } of this.#moments) {
      first.dispose();
      second.dispose();
    }
  }
}

interface Moments {
  readonly weight: Variable;
  readonly first: Variable;
  readonly second: Variable;
}

function blend(old: Tensor, now: Tensor, kept: number): Tensor {
  return add(mul(old, kept), mul(now, 1 - kept));
}
