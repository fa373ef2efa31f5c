import { argMax, type Tensor2D, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Answers, Pictures } from '../../core/experiment.ts';
import { imagesOf } from './batches.ts';

/** Pictures looked at together; bounds memory, changes nothing. At 32 pixels a side. */
const together = 100;

/**
 * What a model says to pictures of `labels` labels. Reads the answers once a batch.
 *
 * @param look what its regime does to every picture that the model is shown
 */
export async function answersOf(
  model: LayersModel,
  pictures: Pictures,
  labels: number,
  look: (images: Tensor4D) => Tensor4D = images => images,
): Promise<Answers> {
  const confusion = Array.from({ length: labels }, () => new Array<number>(labels).fill(0));
  const count = Math.max(8, Math.round((together * 32 ** 2) / pictures.side ** 2));
  for (let from = 0; from < pictures.labelOf.length; from += count) {
    const said = tidy(() => {
      const places = pictures.labelOf.slice(from, from + count).map((_, i) => from + i);
      return argMax(model.apply(look(imagesOf(pictures, places)), { training: false }) as Tensor2D, 1);
    });
    const answers = await said.data();
    said.dispose();
    for (const [i, answer] of answers.entries()) {
      const row = confusion[pictures.labelOf[from + i] ?? 0];
      if (row !== undefined) row[answer] = (row[answer] ?? 0) + 1;
    }
  }
  return { confusion };
}

/** Part of the pictures for which the right label was said; 0 of none. */
export function accuracyOf({ confusion }: Answers): number {
  const all = confusion.flat().reduce((sum, count) => sum + count, 0);
  const right = confusion.reduce((sum, row, label) => sum + (row[label] ?? 0), 0);
  return all === 0 ? 0 : right / all;
}
