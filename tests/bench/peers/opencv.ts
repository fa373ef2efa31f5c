import type { Pixels, Treatment } from '../../../src/engine/engine.ts';

/** What is used of OpenCV.js, whose own types know the page only. */
interface Mat {
  readonly data: Uint8Array;
  readonly rows: number;
  readonly cols: number;
  convertTo(target: Mat, type: number, scale?: number): void;
  delete(): void;
}

interface OpenCv {
  readonly CV_8U: number;
  readonly CV_8UC4: number;
  readonly CV_32F: number;
  readonly CV_32FC1: number;
  readonly COLOR_RGBA2RGB: number;
  readonly COLOR_RGB2RGBA: number;
  readonly INTER_AREA: number;
  readonly INTER_LINEAR: number;
  readonly BORDER_CONSTANT: number;
  readonly BORDER_REPLICATE: number;
  readonly NORM_INF: number;
  readonly Mat: new (rows?: number, cols?: number, type?: number) => Mat;
  readonly Size: new (width: number, height: number) => object;
  readonly Point: new (x: number, y: number) => object;
  matFromArray(rows: number, cols: number, type: number, values: readonly number[]): Mat;
  cvtColor(from: Mat, to: Mat, code: number): void;
  filter2D(
    from: Mat,
    to: Mat,
    depth: number,
    kernel: Mat,
    anchor: object,
    delta: number,
    border: number,
  ): void;
  resize(from: Mat, to: Mat, size: object, x: number, y: number, how: number): void;
  addWeighted(a: Mat, alpha: number, b: Mat, beta: number, gamma: number, to: Mat): void;
  norm(from: Mat, kind: number): number;
}

let cv: OpenCv | null = null;

/** @param address of opencv.js, served beside the page */
export async function openOpenCv(address: string): Promise<void> {
  await import(/* @vite-ignore */ address);
  const global: { cv?: Promise<OpenCv> } = globalThis as object;
  if (global.cv === undefined) throw new Error('opencv.js gave nothing');
  cv = await global.cv;
}

/** Both methods with what the library has for them; in place. */
export function protectWithOpenCv(pixels: Pixels, treatment: Treatment): void {
  if (cv === null) throw new Error('openOpenCv comes first');
  const mats: Mat[] = [];
  try {
    const made =
      treatment.method === 'cuda'
        ? cuda(cv, pixels, treatment, mats)
        : veil(cv, pixels, onlyVeil(treatment), mats);
    pixels.data.set(made.data);
  } finally {
    for (const mat of mats) mat.delete();
  }
}

function onlyVeil(treatment: Treatment): Of<'veil'> {
  if (treatment.method !== 'veil') throw new Error(`no ${treatment.method} here`);
  return treatment;
}

type Of<M extends Treatment['method']> = Extract<Treatment, { method: M }>;

function sourceOf(cv: OpenCv, { width, height, data }: Pixels, mats: Mat[]): Mat {
  const source = new cv.Mat(height, width, cv.CV_8UC4);
  mats.push(source);
  source.data.set(data);
  return source;
}

function cuda(cv: OpenCv, pixels: Pixels, { filter }: Of<'cuda'>, mats: Mat[]): Mat {
  const source = sourceOf(cv, pixels, mats);
  const [rgb, sums, levels, out] = [new cv.Mat(), new cv.Mat(), new cv.Mat(), new cv.Mat()];
  const kernel = cv.matFromArray(filter.size, filter.size, cv.CV_32FC1, filter.weights);
  mats.push(rgb, sums, levels, out, kernel);
  cv.cvtColor(source, rgb, cv.COLOR_RGBA2RGB);
  cv.filter2D(rgb, sums, cv.CV_32F, kernel, new cv.Point(-1, -1), 0, cv.BORDER_CONSTANT);
  sums.convertTo(levels, cv.CV_8U, 255 / cv.norm(sums, cv.NORM_INF));
  cv.cvtColor(levels, out, cv.COLOR_RGB2RGBA);
  return out;
}

function veil(cv: OpenCv, pixels: Pixels, { filter, veilSize }: Of<'veil'>, mats: Mat[]): Mat {
  const source = sourceOf(cv, pixels, mats);
  const { width, height } = pixels;
  const short = Math.min(width, height);
  const scale = Math.min(short, veilSize) / short;
  const cells = new cv.Size(Math.round(width * scale), Math.round(height * scale));
  const [small, layer, veiled, out] = [new cv.Mat(), new cv.Mat(), new cv.Mat(), new cv.Mat()];
  const kernel = cv.matFromArray(5, 5, cv.CV_32FC1, sideTaps(filter.weights));
  mats.push(small, layer, veiled, out, kernel);
  cv.resize(source, small, cells, 0, 0, cv.INTER_AREA);
  cv.filter2D(small, layer, cv.CV_8U, kernel, new cv.Point(-1, -1), 0, cv.BORDER_REPLICATE);
  cv.resize(layer, veiled, new cv.Size(width, height), 0, 0, cv.INTER_LINEAR);
  cv.addWeighted(source, filter.weights[4] ?? 0, veiled, 1, 0, out);
  return out;
}

/** The side taps of a 3 × 3 filter two cells apart, as 5 × 5 weights. */
export function sideTaps(weights: readonly number[]): number[] {
  const taps = new Array<number>(25).fill(0);
  weights.forEach((weight, i) => {
    if (i !== 4) taps[Math.floor(i / 3) * 10 + (i % 3) * 2] = weight;
  });
  return taps;
}
