import { getKernel, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import { convInfo } from './convInfo.ts';
import type { Winograd } from './winograd.ts';

type Call = Parameters<KernelConfig['kernelFunc']>[0];

/** Convolutions and their gradients where Winograd's way takes them; all others as before. */
export function fastConvolutions(winograd: Winograd): readonly KernelConfig[] {
  const over = (name: string, fast: (call: Call) => TensorInfo | null): KernelConfig => {
    const general = getKernel(name, 'wasm');
    return { ...general, kernelFunc: call => fast(call) ?? general.kernelFunc(call) };
  };
  const forward = (call: Call) => {
    const [x, filter] = [call.inputs.x, call.inputs.filter];
    return x && filter && isPlain(call, x.shape, filter.shape, winograd)
      ? winograd.convolve(x, filter)
      : null;
  };
  return [
    over('Conv2D', forward),
    over('FusedConv2D', call => {
      const { bias, preluActivationWeights } = call.inputs;
      const bare = bias === undefined && preluActivationWeights === undefined;
      return bare && call.attrs?.activation === 'linear' ? forward(call) : null;
    }),
    over('Conv2DBackpropInput', call => {
      const [dy, filter] = [call.inputs.dy, call.inputs.filter];
      const shape = call.attrs?.inputShape as readonly number[];
      if (!dy || !filter || !isPlain(call, shape, filter.shape, winograd)) return null;
      return winograd.inputGradient(dy, filter);
    }),
    over('Conv2DBackpropFilter', call => {
      const [x, dy] = [call.inputs.x, call.inputs.dy];
      const shape = call.attrs?.filterShape as readonly number[];
      return x && dy && isPlain(call, x.shape, shape, winograd) ? winograd.filterGradient(x, dy) : null;
    }),
  ];
}

/** Stride 1, no dilation, as many pixels out as in, and of a size that Winograd's way takes. */
function isPlain(
  { inputs, attrs }: Call,
  shape: readonly number[],
  filter: readonly number[],
  winograd: Winograd,
): boolean {
  if (!winograd.takes(shape, filter)) return false;
  if (Object.values(inputs).some(tensor => tensor !== undefined && tensor.dtype !== 'float32')) return false;
  const dilations = (attrs?.dilations ?? 1) as number | readonly number[];
  if (![dilations].flat().every(dilation => dilation === 1)) return false;
  if (attrs?.dataFormat !== undefined && attrs.dataFormat !== 'NHWC') return false;
  const { strideHeight, strideWidth, padInfo, outHeight, outWidth } = convInfo(shape, filter, attrs);
  const same = outHeight === shape[1] && outWidth === shape[2] && padInfo.top === 1 && padInfo.left === 1;
  return same && strideHeight === 1 && strideWidth === 1;
}
