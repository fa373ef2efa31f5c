import { type Broken, isBroken } from '../core/faults/failure.ts';
import type { ModelOutcome } from './modelHost.ts';

/** Why a model could not be opened, as a screen tells it. `detail`: the runtime's own words, or names of files. */
export type OpenTrouble =
  | { readonly kind: 'no-model' }
  | { readonly kind: 'missing-files' | 'not-loaded'; readonly detail: string }
  | Broken;

export function openTrouble(outcome: Exclude<ModelOutcome | Broken, { kind: 'opened' }>): OpenTrouble {
  if (isBroken(outcome)) return outcome;
  switch (outcome.reason) {
    case 'no-model':
      return { kind: 'no-model' };
    case 'missing-files':
      return { kind: 'missing-files', detail: outcome.names.join(', ') };
    case 'not-loaded':
      return { kind: 'not-loaded', detail: outcome.detail };
  }
}

/** What a model is called: the name of the one of its files that names the others. '' where there is none. */
export function modelName(files: readonly File[]): string {
  return files.find(({ name }) => /\.(?:onnx|json)$/i.test(name))?.name ?? '';
}
