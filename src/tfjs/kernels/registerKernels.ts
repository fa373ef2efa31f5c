import { getKernel, type KernelConfig, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { sumOver } from './channelSums.ts';
import { convFilterGradient, convInputGradient } from './convGradients.ts';
import { depthwiseFilterGradient, depthwiseInputGradient } from './depthwiseGradients.ts';
import { maxPoolGradientOver } from './maxPoolGradient.ts';

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

function replace(kernel: KernelConfig): void {
  const { kernelName, backendName } = kernel;
  if (getKernel(kernelName, backendName) !== undefined) unregisterKernel(kernelName, backendName);
  registerKernel(kernel);
}
