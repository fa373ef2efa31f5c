import seedrandom from 'seedrandom';
import { type Filter, isKernelSize, isStrength } from './filter.ts';

/** What {@link cudaFilter} is seeded with: `seed(cudaSeedMessage(k, L))`. The label is normalised already. */
export function cudaSeedMessage(kernelSize: number, label: string): string {
  return `filter/${kernelSize}/${label}`;
}

/**
 * The paper's filter (docs/method.md): side taps `strength · draw`, one of all taps set to 1.
 *
 * @param seed 64 hex digits, the key's answer to {@link cudaSeedMessage}
 * @param kernelSize odd, 3 to 15; any other is a bug of the caller
 * @param strength in (0, 1]
 */
export function cudaFilter(seed: string, kernelSize: number, strength: number): Filter {
  if (!isKernelSize(kernelSize)) throw new RangeError(`kernel size ${kernelSize}`);
  if (!isStrength(strength)) throw new RangeError(`strength ${strength}`);
  const random = seedrandom(seed);
  const weights = Array.from({ length: kernelSize ** 2 }, () => strength * random());
  weights[Math.floor(weights.length * random())] = 1;
  return { size: kernelSize, weights };
}
