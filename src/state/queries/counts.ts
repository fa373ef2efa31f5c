import type { Photo, PhotoId } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { memoised } from './memo.ts';
import { isToDo, photoStatusInputs, settledStatus } from './photoStatus.ts';
import { statusCounts } from './statusCounts.ts';

export interface Counts {
  readonly photos: number;
  readonly labels: number;
  readonly labelled: number;
  readonly unlabelled: number;
  /** Those that were protected before, by the open receipt, among them. */
  readonly protected: number;
  /** Protected before, by the open receipt. */
  readonly before: number;
  readonly outdated: number;
  /** Labelled photos that the person keeps out of the run. */
  readonly leftOut: number;
  readonly failed: number;
  /** Labelled photos that a press on Protect would work on. */
  readonly pending: number;
  /** Labelled photos to protect whose files have to be found again first. */
  readonly missing: number;
}

export const counts = memoised(
  s => [statusCounts(s), s.arrangement],
  (s): Counts => {
    const { counts, missing } = statusCounts(s);
    const photos = s.arrangement.order.length;
    return {
      photos,
      labels: s.arrangement.labels.length,
      labelled: photos - counts.unlabelled,
      unlabelled: counts.unlabelled,
      protected: counts.protected + counts.before,
      before: counts.before,
      outdated: counts.outdated,
      leftOut: counts['left-out'],
      failed: counts.failed,
      pending: counts.waiting + counts.outdated - missing,
      missing,
    };
  },
);

/** Ids of photos that a run would work on, in order. */
export const pendingPhotos = memoised(
  s => [...photoStatusInputs(s), s.results],
  (s): readonly PhotoId[] =>
    s.arrangement.order.filter(id => isToDo(settledStatus(s, id)) && s.photos.get(id)?.file),
);

/** Ids of photos that failed, in order. */
export const failedPhotos = memoised(
  s => [statusCounts(s).failed, s.arrangement.order],
  (s): readonly PhotoId[] => {
    const { failed } = statusCounts(s);
    return failed.size === 0 ? [] : s.arrangement.order.filter(id => failed.has(id));
  },
);

/** Ids of photos that are left out, in order. */
export const leftOutPhotos = memoised(
  s => photoStatusInputs(s),
  (s): readonly PhotoId[] => {
    if (statusCounts(s).counts['left-out'] === 0) return [];
    return s.arrangement.order.filter(id => settledStatus(s, id) === 'left-out');
  },
);

/** Photos on the page whose files are not at hand. */
export function missingPhotos(s: KeyveilState): readonly Photo[] {
  return s.arrangement.order.flatMap(id => {
    const photo = s.photos.get(id);
    return photo && photo.file === null ? [photo] : [];
  });
}
