import { waves } from '../core/cast/cast.ts';
import type { Engine, Pixels, Treatment } from './engine.ts';
import type { BreakEven } from './routedEngine.ts';

/** Milliseconds for a small and a large photo. */
export interface Timing {
  readonly small: number;
  readonly large: number;
}

interface Trial {
  readonly treatment: Treatment;
  readonly small: number;
  readonly large: number;
}

/** A GPU that has not finished a first photo by then, compiling included, is no help. */
const patienceMs = 400;
const rounds = 3;

/**
 * The presets that are used most. Sides in pixels; large ones are chosen so that a slow CPU needs tens of
 * milliseconds, since all of this happens while a person waits.
 */
const trials: readonly Trial[] = [
  {
    treatment: {
      method: 'cast',
      cast: waves.flatMap(() => [0.4, -0.4, 0.4]),
      castLevel: 8,
      filter: { size: 3, weights: [1, 1, 1, 1, 8, 1, 1, 1, 1].map(w => w / 16) },
      veilSize: 160,
    },
    small: 128,
    large: 1440,
  },
  {
    treatment: {
      method: 'cuda',
      filter: { size: 9, weights: Array.from({ length: 81 }, (_, i) => (i === 40 ? 1 : 0.03)) },
    },
    small: 128,
    large: 720,
  },
];

/** Times both engines on made-up photos and says from which size on the GPU is the faster. */
export async function measureBreakEven(gpu: Engine, cpu: Engine): Promise<BreakEven> {
  const never = Number.POSITIVE_INFINITY;
  const found = { cast: never, veil: never, cuda: never };
  for (const trial of trials) {
    // Warm-up: shaders compile and code gets optimised.
    if ((await timeOf(gpu, trial.treatment, trial.large)) > patienceMs) continue;
    await timeOf(cpu, trial.treatment, trial.small);
    const gpuTiming = await timingOf(gpu, trial);
    const cpuTiming = await timingOf(cpu, trial);
    found[trial.treatment.method] = breakEvenOf(gpuTiming, cpuTiming, trial.small ** 2, trial.large ** 2);
  }
  // A veil costs what a cast's veil costs.
  return { ...found, veil: found.cast };
}

/**
 * Pixels from which on the GPU is the faster, taking time to grow evenly with pixels: 0 where it always is,
 * Infinity where it never is.
 */
export function breakEvenOf(gpu: Timing, cpu: Timing, smallPixels: number, largePixels: number): number {
  const gained = (cpu.large - cpu.small - (gpu.large - gpu.small)) / (largePixels - smallPixels);
  if (gained <= 0) return gpu.small < cpu.small && gpu.large < cpu.large ? 0 : Number.POSITIVE_INFINITY;
  return Math.max(0, smallPixels + (gpu.small - cpu.small) / gained);
}

async function timingOf(engine: Engine, { treatment, small, large }: Trial): Promise<Timing> {
  return { small: await medianOf(engine, treatment, small), large: await medianOf(engine, treatment, large) };
}

async function medianOf(engine: Engine, treatment: Treatment, side: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timeOf(engine, treatment, side));
  return times.sort((a, b) => a - b)[rounds >> 1] ?? Number.POSITIVE_INFINITY;
}

async function timeOf(engine: Engine, treatment: Treatment, side: number): Promise<number> {
  const photo = madeUpPhoto(side);
  const start = performance.now();
  await engine.protect(photo, treatment);
  return performance.now() - start;
}

function madeUpPhoto(side: number): Pixels {
  const words = new Uint32Array(side * side);
  for (let i = 0; i < words.length; i++) words[i] = Math.imul(i, 2654435761) | 0xff000000;
  return { width: side, height: side, data: new Uint8ClampedArray(words.buffer) };
}
