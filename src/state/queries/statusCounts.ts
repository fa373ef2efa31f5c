import type { PhotoId } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { changedResults } from './changedResults.ts';
import { isToDo, photoStatusInputs, type SettledStatus, settledStatus } from './photoStatus.ts';

/** How many photos have which status. */
export interface StatusCounts {
  readonly counts: Readonly<Record<SettledStatus, number>>;
  /** Photos to do whose files have to be found again first. */
  readonly missing: number;
  /** In no particular order. */
  readonly failed: ReadonlySet<PhotoId>;
}

const zero = { unlabelled: 0, 'left-out': 0, waiting: 0, protected: 0, before: 0, outdated: 0, failed: 0 };

let last: {
  readonly inputs: readonly unknown[];
  readonly results: KeyveilState['results'];
  readonly answer: StatusCounts;
} | null = null;

/**
 * Counted anew only when something else than results changed: during a run some results change ten times a second, and
 * then only those photos are looked at.
 */
export function statusCounts(s: KeyveilState): StatusCounts {
  const inputs = photoStatusInputs(s);
  const known = last?.inputs.every((value, index) => value === inputs[index]) ? last : null;
  if (known?.results === s.results) return known.answer;
  const changed = known && changedResults(known.results, s.results);
  const answer = known && changed ? recounted(known.answer, s, changed, known.results) : counted(s);
  last = { inputs, results: s.results, answer };
  return answer;
}

function counted(s: KeyveilState): StatusCounts {
  const counts = { ...zero };
  const failed = new Set<PhotoId>();
  let missing = 0;
  for (const id of s.arrangement.order) {
    const status = settledStatus(s, id);
    counts[status]++;
    if (status === 'failed') failed.add(id);
    if (isToDo(status) && !s.photos.get(id)?.file) missing++;
  }
  return { counts, missing, failed };
}

/** A late result of a photo that was taken off the page changes nothing: without a label its status stays the same. */
function recounted(
  before: StatusCounts,
  s: KeyveilState,
  changed: readonly PhotoId[],
  resultsBefore: KeyveilState['results'],
): StatusCounts {
  const counts = { ...before.counts };
  let { missing } = before;
  let failed: Set<PhotoId> | null = null;
  for (const id of changed) {
    const [was, is] = [settledStatus(s, id, resultsBefore), settledStatus(s, id)];
    if (was === is) continue;
    counts[was]--;
    counts[is]++;
    if (!s.photos.get(id)?.file) missing += Number(isToDo(is)) - Number(isToDo(was));
    if (was !== 'failed' && is !== 'failed') continue;
    failed ??= new Set(before.failed);
    if (is === 'failed') failed.add(id);
    else failed.delete(id);
  }
  return { counts, missing, failed: failed ?? before.failed };
}
