import { ModelHost } from '../../models/modelHost.ts';
import type { ModelInput } from '../../models/modelInput.ts';

export type AskOutcome =
  /** The class with the highest score, from 0, for each picture; `classes` as many as there are scores. */
  | { readonly kind: 'answered'; readonly said: readonly number[]; readonly classes: number }
  /** The pictures do not fit the model, or it failed at them. Its own words. */
  | { readonly kind: 'failed'; readonly detail: string };

/** Asks a model which class it takes pictures for. Never rejects. */
export class Questioner extends ModelHost {
  /** @param pixels RGB bytes, side · side · 3 a picture */
  async ask(pixels: Uint8Array, input: ModelInput): Promise<AskOutcome> {
    const scores = await this.scores(pixels, input);
    if (scores.kind === 'failed') return scores;
    return { kind: 'answered', said: scores.rows.map(highest), classes: scores.rows[0]?.length ?? 0 };
  }
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
