import {
  type backend_util,
  concat,
  conv2d,
  type KernelConfig,
  type NamedTensorInfoMap,
  pad,
  reshape,
  slice4d,
  split,
  type Tensor4D,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';
import { convInfo } from './convInfo.ts';
import { spread } from './spread.ts';

/**
 * Gradients of a convolution, written as convolutions, for tfjs' WebAssembly backend: its forward convolution is
 * fast (XNNPACK), while it has no gradient for the filter and only a naive one for the input.
 */

/** The engine hands tensors to kernels, though their type says less. */
export function tensor4D(inputs: NamedTensorInfoMap, name: string): Tensor4D {
  return inputs[name] as Tensor4D;
}

/**
 * x n × h × w × c and dy n × oh × ow × k give the filter's gradient fh × fw × c × k: with photos in the channels'
 * place it is a convolution of x with dy as the filter, whose dilation is the forward stride.
 */
export const convFilterGradient: KernelConfig = {
  kernelName: 'Conv2DBackpropFilter',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const x = tensor4D(inputs, 'x');
    const dy = tensor4D(inputs, 'dy');
    const info = convInfo(x.shape, attrs?.filterShape as number[], attrs);
    const { top, left } = info.padInfo;
    return tidy(() => {
      const reach = fitted(
        x,
        top,
        left,
        (info.outHeight - 1) * info.strideHeight + info.filterHeight,
        (info.outWidth - 1) * info.strideWidth + info.filterWidth,
      );
      const gradient = conv2d(
        transpose<Tensor4D>(reach, [3, 1, 2, 0]),
        transpose<Tensor4D>(dy, [1, 2, 0, 3]),
        1,
        'valid',
        'NHWC',
        [info.strideHeight, info.strideWidth],
      );
      return transpose<Tensor4D>(gradient, [1, 2, 0, 3]);
    });
  },
};

/**
 * dy n × oh × ow × k and the filter give the input's gradient n × h × w × c: dy, with stride − 1 zeros between its
 * values, convolved with the filter turned by half and with inputs and outputs exchanged.
 */
export const convInputGradient: KernelConfig = {
  kernelName: 'Conv2DBackpropInput',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const dy = tensor4D(inputs, 'dy');
    const filter = tensor4D(inputs, 'filter');
    const info = convInfo(attrs?.inputShape as number[], filter.shape, attrs);
    return tidy(() => {
      const exchanged = transpose<Tensor4D>(turned(filter), [0, 1, 3, 2]);
      return conv2d(spreadToReach(dy, info), exchanged, 1, 'valid');
    });
  },
};

/** A filter turned by half: its taps in reverse. (tfjs' `reverse` and `gather` go value by value.) */
export function turned(filter: Tensor4D): Tensor4D {
  const [height, width, inputs, outputs] = filter.shape;
  const taps = split(reshape(filter, [height * width, inputs * outputs]), height * width);
  return reshape(concat(taps.reverse(), 0), filter.shape);
}

/** dy spread by the strides, with the edges that a 'valid' convolution needs to give the forward input's size. */
export function spreadToReach(
  dy: Tensor4D,
  info: ReturnType<typeof backend_util.computeConv2DInfo>,
): Tensor4D {
  return fitted(
    spread(dy, info.strideHeight, info.strideWidth),
    info.filterHeight - 1 - info.padInfo.top,
    info.filterWidth - 1 - info.padInfo.left,
    info.inHeight + info.filterHeight - 1,
    info.inWidth + info.filterWidth - 1,
  );
}

/** x with `top` and `left` zeros before it, then cut or filled up with zeros to height × width. */
export function fitted(x: Tensor4D, top: number, left: number, height: number, width: number): Tensor4D {
  const [n, h, w, c] = x.shape;
  const [rows, columns] = [Math.min(h, height - top), Math.min(w, width - left)];
  const cut = rows === h && columns === w ? x : slice4d(x, [0, 0, 0, 0], [n, rows, columns, c]);
  return pad(cut, [
    [0, 0],
    [top, height - top - rows],
    [left, width - left - columns],
    [0, 0],
  ]);
}
