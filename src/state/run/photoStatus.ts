import type { KeyveilState, PhotoId, PhotoStatus, Result } from '../model.ts';
import { doneBefore, recipeOf } from './recipes.ts';
import { changedResults } from './results.ts';

/** How photos stand, one by one and all together. */

/** What a photo's tile shows when no worker has it in hand. */
export type SettledStatus = Exclude<PhotoStatus, 'working'>;

/** Everything that a photo's status depends on, but for the results. */
export const photoStatusBasis = (s: KeyveilState): readonly unknown[] => [
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

/** Whether a result was made with what is chosen now. */
export function isCurrent(s: KeyveilState, id: PhotoId, result: Result): boolean {
  return result.recipe === recipeOf(s, id);
}

export function photoStatusOf(s: KeyveilState, id: PhotoId, results = s.results): SettledStatus {
  if (!s.arrangement.labelOf.has(id)) return 'unlabelled';
  if (doneBefore(s, id)) return 'before';
  const result = results.get(id);
  if (!result) return 'waiting';
  if (isCurrent(s, id, result)) return result.kind;
  return result.kind === 'protected' ? 'outdated' : 'waiting';
}

/** Whether a run would work on a photo that stands so. */
export function isToDo(status: SettledStatus): boolean {
  return status === 'waiting' || status === 'outdated';
}

/** How many photos stand how. */
export interface Tally {
  readonly counts: Readonly<Record<SettledStatus, number>>;
  /** Photos to do whose files have to be found again first. */
  readonly missing: number;
  /** In no particular order. */
  readonly failed: ReadonlySet<PhotoId>;
}

const zero = { unlabelled: 0, waiting: 0, protected: 0, before: 0, outdated: 0, failed: 0 };

let last: {
  readonly basis: readonly unknown[];
  readonly results: KeyveilState['results'];
  readonly tally: Tally;
} | null = null;

/** The tally of the moment. When nothing but some results changed since the last one, only those are looked at. */
export function tallyOf(s: KeyveilState): Tally {
  const basis = photoStatusBasis(s);
  const known = last?.basis.every((value, index) => value === basis[index]) ? last : null;
  if (known?.results === s.results) return known.tally;
  const changed = known && changedResults(known.results, s.results);
  const tally = known && changed ? amended(known.tally, s, changed, known.results) : counted(s);
  last = { basis, results: s.results, tally };
  return tally;
}

function counted(s: KeyveilState): Tally {
  const counts = { ...zero };
  const failed = new Set<PhotoId>();
  let missing = 0;
  for (const id of s.arrangement.order) {
    const status = photoStatusOf(s, id);
    counts[status]++;
    if (status === 'failed') failed.add(id);
    if (isToDo(status) && !s.photos.get(id)?.file) missing++;
  }
  return { counts, missing, failed };
}

/** A photo that was taken off the page has no label either: it stands as before, and its late result changes nothing. */
function amended(
  tally: Tally,
  s: KeyveilState,
  changed: readonly PhotoId[],
  before: KeyveilState['results'],
): Tally {
  const counts = { ...tally.counts };
  let { missing } = tally;
  let failed: Set<PhotoId> | null = null;
  for (const id of changed) {
    const [was, is] = [photoStatusOf(s, id, before), photoStatusOf(s, id)];
    if (was === is) continue;
    counts[was]--;
    counts[is]++;
    if (!s.photos.get(id)?.file) missing += Number(isToDo(is)) - Number(isToDo(was));
    if (was !== 'failed' && is !== 'failed') continue;
    failed ??= new Set(tally.failed);
    if (is === 'failed') failed.add(id);
    else failed.delete(id);
  }
  return { counts, missing, failed: failed ?? tally.failed };
}
