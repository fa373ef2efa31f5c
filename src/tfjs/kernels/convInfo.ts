import { backend_util, type NamedAttrMap } from '@tensorflow/tfjs-core';

type Shape4D = [number, number, number, number];

/** Strides, padding and sizes of a convolution without dilation, from what the engine hands to its kernel. */
export function convInfo(
  inputShape: readonly number[],
  filterShape: readonly number[],
  attrs: NamedAttrMap | undefined,
  kind: 'plain' | 'depthwise' = 'plain',
) {
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
    kind === 'depthwise',
  );
}
