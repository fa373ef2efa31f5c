import {
  backend_util,
  depthwiseConv2d,
  type KernelConfig,
  mul,
  type NamedAttrMap,
  reshape,
  reverse,
  slice4d,
  stack,
  stridedSlice,
  sum,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';
import { fitted, spreadToReach, tensor4D } from './convGradients.ts';

/**
 * Gradients of a depthwise convolution with one output a channel and no dilation, for tfjs' WebAssembly backend, which
 * has none.
 */

type Shape4D = [number, number, number, number];

function depthwiseInfo(inputShape: readonly number[], filterShape: readonly number[], attrs?: NamedAttrMap) {
  if (filterShape[3] !== 1) throw new Error('Only one output a channel is done here.');
  const { strides, pad, dimRoundingMode } = attrs as unknown as {
    readonly strides: [number, number] | number;
    readonly pad: Parameters<typeof backend_util.computeConv2DInfo>[4];
    readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
  };
  return backend_util.computeConv2DInfo(
    inputShape as Shape4D,
    filterShape as Shape4D,
    strides,
    1,
    pad,
    dimRoundingMode,
    true,
  );
}

/** As for a plain convolution, channel by channel. */
export const depthwiseInputGradient: KernelConfig = {
  kernelName: 'DepthwiseConv2dNativeBackpropInput',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const dy = tensor4D(inputs, 'dy');
    const filter = tensor4D(inputs, 'filter');
    const info = depthwiseInfo(attrs?.inputShape as number[], filter.shape, attrs);
    return tidy(() => depthwiseConv2d(spreadToReach(dy, info), reverse(filter, [0, 1]), 1, 'valid'));
  },
};

/** Tap by tap: the sum over photos and places of dy times what that tap saw. */
export const depthwiseFilterGradient: KernelConfig = {
  kernelName: 'DepthwiseConv2dNativeBackpropFilter',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const x = tensor4D(inputs, 'x');
    const dy = tensor4D(inputs, 'dy');
    const info = depthwiseInfo(x.shape, attrs?.filterShape as number[], attrs);
    const { filterHeight, filterWidth, strideHeight, strideWidth, inChannels } = info;
    const height = (info.outHeight - 1) * strideHeight + filterHeight;
    const width = (info.outWidth - 1) * strideWidth + filterWidth;
    return tidy(() => {
      const reach = fitted(x, info.padInfo.top, info.padInfo.left, height, width);
      const taps = Array.from({ length: filterHeight * filterWidth }, (_, tap) => {
        const seen = everySecond(reach, Math.floor(tap / filterWidth), tap % filterWidth, info);
        return sum(mul(seen, dy), [0, 1, 2]);
      });
      return reshape(stack(taps), [filterHeight, filterWidth, inChannels, 1]);
    });
  },
};

/** The values of x that one tap meets: from (top, left) on, one stride apart, as many as there are outputs. */
function everySecond(
  x: Tensor4D,
  top: number,
  left: number,
  info: ReturnType<typeof backend_util.computeConv2DInfo>,
): Tensor4D {
  const { outHeight, outWidth, strideHeight, strideWidth } = info;
  const [n, , , c] = x.shape;
  if (strideHeight === 1 && strideWidth === 1) {
    return slice4d(x, [0, top, left, 0], [n, outHeight, outWidth, c]);
  }
  const bottom = top + (outHeight - 1) * strideHeight + 1;
  const right = left + (outWidth - 1) * strideWidth + 1;
  return stridedSlice(
    x,
    [0, top, left, 0],
    [n, bottom, right, c],
    [1, strideHeight, strideWidth, 1],
  ) as Tensor4D;
}
