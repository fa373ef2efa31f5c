import { getKernel, type KernelConfig, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { sumOver } from './channelSums.ts';
import { convFilterGradient, convInputGradient } from './convGradients.ts';
import { depthwiseFilterGradient, depthwiseInputGradient } from './depthwiseGradients.ts';
import { fastConvolutions } from './fastConvolution.ts';
import { maxPoolGradientOver } from './maxPoolGradient.ts';
import { openWinograd } from './winograd.ts';

let done = false;

/** Gives tfjs' WebAssembly backend what training needs and it lacks, or does slowly. May be called again. */
export function registerWasmKernels(): void {
  if (done) return;
  done = true;
  const sum = getKernel('Sum', 'wasm');
  const maxPoolGradient = getKernel('MaxPoolGrad', 'wasm');
  for (const kernel of [
    convFilterGradient,
    convInputGradient,
    depthwiseFilterGradient,
    depthwiseInputGradient,
    sumOver(sum),
    maxPoolGradientOver(maxPoolGradient),
  ]) {
    replace(kernel);
  }
}

let fast = false;

/** Puts faster convolutions in the place of the backend's, once it is open. May be called again. */
export async function registerFastConvolutions(): Promise<void> {
  if (fast) return;
  fast = true;
  const winograd = await openWinograd();
  if (winograd !== null) for (const kernel of fastConvolutions(winograd)) replace(kernel);
}

function replace(kernel: KernelConfig): void {
  const { kernelName, backendName } = kernel;
  if (getKernel(kernelName, backendName) !== undefined) unregisterKernel(kernelName, backendName);
  registerKernel(kernel);
}
