import type { EngineReport } from '../protocol.ts';

/** What is known about the machine; what a browser does not say is undefined. */
export interface Machine {
  readonly hardwareConcurrency?: number | undefined;
  /** GB, rounded down to a power of two and at most 8. */
  readonly deviceMemory?: number | undefined;
}

const mostWorkers = 8;
/** One draws on the GPU while the other decodes and encodes. */
const gpuWorkers = 2;
/** Bitmap, canvas, pixels as read and pixels as encoded, four bytes each. */
const bytesPerPixel = 16;
const memoryShare = 0.25;
const gigabyte = 2 ** 30;

/** How many photo workers to use. */
export function poolSize(machine: Machine, { kind }: EngineReport): number {
  const cores = Math.max(1, Math.min(mostWorkers, machine.hardwareConcurrency ?? 2));
  return kind === 'webgl' ? Math.min(gpuWorkers, cores) : cores;
}

/** How many pixels may be in hand at once in all workers together: a quarter of the memory, 0.25 to 2 GB. */
export function pixelBudget({ deviceMemory = 4 }: Machine): number {
  const bytes = Math.min(2 * gigabyte, Math.max(gigabyte / 4, deviceMemory * memoryShare * gigabyte));
  return bytes / bytesPerPixel;
}

/** Fewest bytes that a camera's JPEG spends on a pixel, near enough: for photos of unknown size. */
const bytesOfAPixel = 0.2;

/** Pixels of a photo, guessed by its bytes where its header did not say. */
export function pixelsOfJob(job: { readonly file: Blob; readonly pixels?: number }): number {
  return job.pixels ?? job.file.size / bytesOfAPixel;
}

/**
 * How long a photo may take before its worker counts as hung, in ms. Very generous: the slowest engine (WebGL in
 * software) takes a second a megapixel, a worker has two photos in hand, and the machine may be busy.
 */
export function timeLimit(pixels: number): number {
  return 30_000 + pixels * 0.005;
}
