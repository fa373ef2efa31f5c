import type { PhotoId, Result } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';

/**
 * Results with some added or replaced. Which ones is remembered beside them, so that with ten thousand photos the
 * page need not look at every one whenever a few more are done.
 */

type Results = KeyveilState['results'];

/** Weak on both sides, so that old results can be collected. */
const origins = new WeakMap<Results, { readonly from: WeakRef<Results>; readonly ids: readonly PhotoId[] }>();

/** Results with others added or replaced, and a note of which they are for {@link changedResults}. */
export function withResults(before: Results, fresh: ReadonlyMap<PhotoId, Result>): Results {
  const after = new Map(before);
  for (const [id, result] of fresh) after.set(id, result);
  origins.set(after, { from: new WeakRef(before), ids: [...fresh.keys()] });
  return after;
}

/** Photos whose results may differ between the two; null when that is not known, and all have to be looked at. */
export function changedResults(before: Results, after: Results): readonly PhotoId[] | null {
  if (before === after) return [];
  const origin = origins.get(after);
  return origin?.from.deref() === before ? origin.ids : null;
}
