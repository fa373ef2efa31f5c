import type { Arrangement } from './model/labels.ts';
import type { KeyveilState } from './model.ts';
import type { Services } from './services.ts';

/** What every group of actions works with. */
export interface Context {
  readonly services: Services;
  get(): KeyveilState;
  set(changes: Partial<KeyveilState>): void;
  /** Makes an arrangement the present one, as a step that undo takes back. */
  arrange(next: Arrangement): void;
  /** An id that was not given out before, on this page or another. */
  newId(prefix: string): string;
}
