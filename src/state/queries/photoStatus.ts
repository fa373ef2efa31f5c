import type { ProtectedPhoto } from '../../pipeline/job.ts';
import type { PhotoId, PhotoStatus, Result } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { isLeftOut } from './ownChoice.ts';
import { doneBefore, recipeOf } from './plan.ts';

/** What a photo's tile shows when no worker has it in hand. */
export type SettledStatus = Exclude<PhotoStatus, 'working'>;

/** Everything that a photo's status depends on, except the results. */
export const photoStatusInputs = (s: KeyveilState): readonly unknown[] => [
  s.photos,
  s.arrangement,
  s.frozenLabels,
  s.reopened,
  s.dataset,
  s.key,
  s.settings,
  s.output,
  s.lastKeyCheck,
];

/** What a photo's tile shows. */
export function photoStatus(s: KeyveilState, id: PhotoId): PhotoStatus {
  return s.working.has(id) ? 'working' : settledStatus(s, id);
}

/** @param results to look in, where they are not those of now */
export function settledStatus(s: KeyveilState, id: PhotoId, results = s.results): SettledStatus {
  if (!s.arrangement.labelOf.has(id)) return 'unlabelled';
  if (doneBefore(s, id)) return 'before';
  if (isLeftOut(s, id)) return 'left-out';
  const result = results.get(id);
  if (!result) return 'waiting';
  if (isCurrent(s, id, result)) return result.kind;
  return result.kind === 'protected' ? 'outdated' : 'waiting';
}

/** What came of a photo, if that is up to date and its bytes are still here. */
export function finishedPhoto(s: KeyveilState, id: PhotoId): ProtectedPhoto | null {
  const result = s.results.get(id);
  const shown = result?.kind === 'protected' && result.kept && settledStatus(s, id) === 'protected';
  return shown ? result.photo : null;
}

/** Whether a result was made with what is chosen now. */
export function isCurrent(s: KeyveilState, id: PhotoId, result: Result): boolean {
  return result.recipe === recipeOf(s, id);
}

/** Whether a run would work on a photo of this status. */
export function isToDo(status: SettledStatus): boolean {
  return status === 'waiting' || status === 'outdated';
}
