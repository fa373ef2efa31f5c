import type { Broken } from '../core/faults/failure.ts';
import { isNotLoaded } from '../core/faults/notLoaded.ts';
import type { BackendName } from '../tfjs/backendName.ts';
import { type LayerShape, pooled } from './featureLayer.ts';
import { findModel, type ModelFile, type ModelRefusal } from './modelFiles.ts';
import { isModelInput, type ModelInput, preparedPictures } from './modelInput.ts';
import type { OpenModel, RuntimeFiles } from './openModel.ts';

export type ModelOutcome =
  | {
      readonly kind: 'opened';
      readonly model: 'tfjs' | 'onnx';
      readonly shape: readonly (number | null)[];
    }
  | ModelRefusal
  /** The runtime does not take it: an operation that it does not know, a damaged file. Its own words. */
  | { readonly kind: 'refused'; readonly reason: 'not-loaded'; readonly detail: string };

/** The pictures do not fit the model, or it failed at them. Its own words. */
interface Failed {
  readonly kind: 'failed';
  readonly detail: string;
}

export type RowsOutcome =
  /** Numbers for each picture, as many as there are of each. */
  { readonly kind: 'rows'; readonly rows: readonly Float32Array[] } | Failed;

export type LayersOutcome =
  /** In the order in which they are computed. */
  { readonly kind: 'layers'; readonly layers: readonly LayerShape[] } | Failed;

/** Opens one model at a time and shows it pictures. Never rejects. */
export class ModelHost {
  readonly #files: RuntimeFiles;
  readonly #backend: BackendName;
  #model: OpenModel | null = null;

  constructor(files: RuntimeFiles, backend: BackendName = 'wasm') {
    this.#files = files;
    this.#backend = backend;
  }

  /** Lets go of the model before. What a kind of model needs is loaded with the first of that kind. */
  async open(files: readonly ModelFile[]): Promise<ModelOutcome | Broken> {
    await this.close();
    const found = await findModel(files);
    if (found.kind === 'refused') return found;
    try {
      if (found.kind === 'onnx') {
        const { openOnnx } = await import('./onnxModel.ts');
        this.#model = await openOnnx(found, this.#files.onnx);
      } else {
        const { openTfjs } = await import('./tfjsModel.ts');
        this.#model = await openTfjs(found, this.#files.tfjs, this.#backend);
      }
      return { kind: 'opened', model: this.#model.kind, shape: this.#model.shape };
    } catch (error) {
      if (isNotLoaded(error)) return { kind: 'worker-lost', loss: 'not-loaded' };
      return { kind: 'refused', reason: 'not-loaded', detail: wordsOf(error) };
    }
  }

  /**
   * What the model says of each picture.
   *
   * @param pixels RGB bytes, side · side · 3 a picture
   */
  scores(pixels: Uint8Array, input: ModelInput): Promise<RowsOutcome> {
    return this.#inLots(pixels, input, (model, values, shape) => model.scores(values, shape));
  }

  /** The features of each picture at one of its layers; see `featureLayer.ts`. */
  features(pixels: Uint8Array, input: ModelInput, layer: string): Promise<RowsOutcome> {
    return this.#inLots(pixels, input, async (model, values, given) => {
      const [count = 1] = given;
      const { shape, values: said } = await model.layer(layer, values, given);
      const all = pooled(said, count, shape, input.layout);
      const length = all.length / count;
      return Array.from({ length: count }, (_, at) => all.slice(at * length, (at + 1) * length));
    });
  }

  /** Its layers, found by showing it two grey pictures: one would not tell what belongs to pictures. */
  async layers(input: ModelInput): Promise<LayersOutcome> {
    const model = this.#model;
    if (model === null) return noModel;
    const { side } = input;
    if (!isModelInput(input)) return wrongSize;
    try {
      const count = fixedBatch(model.shape) ?? 2;
      const grey = new Uint8Array(count * side * side * 3).fill(128);
      const layers = await model.layers(preparedPictures(grey, input), shapeOf(count, input));
      return { kind: 'layers', layers };
    } catch (error) {
      return { kind: 'failed', detail: wordsOf(error) };
    }
  }

  async #inLots(
    pixels: Uint8Array,
    input: ModelInput,
    show: (
      model: OpenModel,
      values: Float32Array<ArrayBuffer>,
      shape: readonly number[],
    ) => Promise<readonly Float32Array[]>,
  ): Promise<RowsOutcome> {
    const model = this.#model;
    if (model === null) return noModel;
    const { side } = input;
    const length = side * side * 3;
    if (!isModelInput(input) || pixels.length % length !== 0) return wrongSize;
    try {
      const rows: Float32Array[] = [];
      const fixed = fixedBatch(model.shape);
      const together = fixed ?? usualBatch(side);
      for (let from = 0; from < pixels.length; from += together * length) {
        const part = pixels.subarray(from, from + together * length);
        const count = part.length / length;
        const values = new Float32Array((fixed ?? count) * length);
        values.set(preparedPictures(part, input));
        rows.push(...(await show(model, values, shapeOf(fixed ?? count, input))).slice(0, count));
      }
      if (rows.length !== pixels.length / length)
        return { kind: 'failed', detail: 'It does not give numbers for every picture.' };
      return { kind: 'rows', rows };
    } catch (error) {
      return { kind: 'failed', detail: wordsOf(error) };
    }
  }

  async close(): Promise<void> {
    const model = this.#model;
    this.#model = null;
    await model?.dispose().catch(() => {});
  }
}

const noModel: Failed = { kind: 'failed', detail: 'No model is open.' };
const wrongSize: Failed = { kind: 'failed', detail: 'These are no pictures of that size.' };

function shapeOf(count: number, { side, layout }: ModelInput): readonly number[] {
  return layout === 'nhwc' ? [count, side, side, 3] : [count, 3, side, side];
}

/** How many pictures a model insists on; an incomplete lot is filled up with black ones. */
function fixedBatch([batch]: readonly (number | null)[]): number | null {
  return batch !== null && batch !== undefined && batch > 0 ? batch : null;
}

/** So many that memory stays small. */
function usualBatch(side: number): number {
  return Math.max(1, Math.min(64, Math.round((8 * 224 ** 2) / side ** 2)));
}

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.slice(0, 500);
}
