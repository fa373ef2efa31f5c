import type { Broken } from '../../core/faults/failure.ts';
import { isNotLoaded } from '../../core/faults/notLoaded.ts';
import type { BackendName } from '../../tfjs/backendName.ts';
import { isModelInput, type ModelInput, preparedPictures } from '../core/modelInput.ts';
import { findModel, type ModelFile, type ModelRefusal } from './modelFiles.ts';
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

export type AskOutcome =
  /** The class with the highest score, from 0, for each picture; `classes` as many as there are scores. */
  | { readonly kind: 'answered'; readonly said: readonly number[]; readonly classes: number }
  /** The pictures do not fit the model, or it failed at them. Its own words. */
  | { readonly kind: 'failed'; readonly detail: string };

/** Opens one model at a time and shows it pictures. Never rejects. */
export class Questioner {
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

  /** @param pixels RGB bytes, side · side · 3 a picture */
  async ask(pixels: Uint8Array, input: ModelInput): Promise<AskOutcome> {
    const model = this.#model;
    if (model === null) return { kind: 'failed', detail: 'No model is open.' };
    const { side, layout } = input;
    if (!isModelInput(input) || pixels.length % (side * side * 3) !== 0) {
      return { kind: 'failed', detail: 'These are no pictures of that size.' };
    }
    try {
      const rows: Float32Array[] = [];
      const length = side * side * 3;
      const fixed = fixedBatch(model.shape);
      const together = fixed ?? usualBatch(side);
      for (let from = 0; from < pixels.length; from += together * length) {
        const part = pixels.subarray(from, from + together * length);
        const count = part.length / length;
        const values = new Float32Array((fixed ?? count) * length);
        values.set(preparedPictures(part, input));
        const shape = layout === 'nhwc' ? [side, side, 3] : [3, side, side];
        rows.push(...(await model.scores(values, [fixed ?? count, ...shape])).slice(0, count));
      }
      const classes = rows[0]?.length ?? 0;
      if (rows.length !== pixels.length / length) return { kind: 'failed', detail: 'It gives no scores.' };
      return { kind: 'answered', said: rows.map(highest), classes };
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

/** How many pictures a model insists on; an incomplete lot is filled up with black ones. */
function fixedBatch([batch]: readonly (number | null)[]): number | null {
  return batch !== null && batch !== undefined && batch > 0 ? batch : null;
}

/** So many that memory stays small. */
function usualBatch(side: number): number {
  return Math.max(1, Math.min(64, Math.round((8 * 224 ** 2) / side ** 2)));
}

/** The first of equals; scores that are no numbers count for nothing. */
export function highest(scores: Float32Array): number {
  let best = 0;
  for (let at = 1; at < scores.length; at++) {
    const [score, before] = [scores[at] as number, scores[best] as number];
    if (score > before || Number.isNaN(before)) best = at;
  }
  return best;
}

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.slice(0, 500);
}
