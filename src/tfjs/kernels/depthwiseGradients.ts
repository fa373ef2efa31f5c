import {
  depthwiseConv2d,
  type KernelConfig,
  mul,
  type NamedAttrMap,
  reshape,
  slice4d,
  stack,
  sum,
  tidy,
} from '@tensorflow/tfjs-core';
import { fitted, spreadToReach, tensor4D, turned } from './convGradients.ts';
import { convInfo } from './convInfo.ts';
import { spread } from './spread.ts';

/**
 * Gradients of a depthwise convolution with one output a channel and no dilation, for tfjs' WebAssembly backend, which
 * has none.
 */

function depthwiseInfo(inputShape: readonly number[], filterShape: readonly number[], attrs?: NamedAttrMap) {
  if (filterShape[3] !== 1) throw new Error('Only one output a channel is done here.');
  return convInfo(inputShape, filterShape, attrs, 'depthwise');
}

/** As for a plain convolution, channel by channel. */
export const depthwiseInputGradient: KernelConfig = {
  kernelName: 'DepthwiseConv2dNativeBackpropInput',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const dy = tensor4D(inputs, 'dy');
    const filter = tensor4D(inputs, 'filter');
    const info = depthwiseInfo(attrs?.inputShape as number[], filter.shape, attrs);
    return tidy(() => depthwiseConv2d(spreadToReach(dy, info), turned(filter), 1, 'valid'));
  },
};

/** Tap by tap: the sum over photos and places of dy, spread by the strides, times what that tap saw. */
export const depthwiseFilterGradient: KernelConfig = {
  kernelName: 'DepthwiseConv2dNativeBackpropFilter',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const x = tensor4D(inputs, 'x');
    const dy = tensor4D(inputs, 'dy');
    const info = depthwiseInfo(x.shape, attrs?.filterShape as number[], attrs);
    const { filterHeight, filterWidth, inChannels, padInfo } = info;
    return tidy(() => {
      // Zeros between the values of dy cost less than tfjs' way to take every second value of x.
      const apart = spread(dy, info.strideHeight, info.strideWidth);
      const [, height, width] = apart.shape;
      const reach = fitted(x, padInfo.top, padInfo.left, height + filterHeight - 1, width + filterWidth - 1);
      const taps = Array.from({ length: filterHeight * filterWidth }, (_, tap) => {
        const at: [number, number, number, number] = [0, Math.floor(tap / filterWidth), tap % filterWidth, 0];
        return sum(mul(slice4d(reach, at, apart.shape), apart), [0, 1, 2]);
      });
      return reshape(stack(taps), [filterHeight, filterWidth, inChannels, 1]);
    });
  },
};
