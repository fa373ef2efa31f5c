import { type ArchiveEntry, planVolumes, type Volume } from '../../archive/volumes.ts';
import type { KeyveilState } from '../model.ts';
import { counts } from './counts.ts';
import { memoised } from './memo.ts';
import { isCurrent, photoStatusInputs } from './photoStatus.ts';
import { archivePlaces } from './plan.ts';

const inputs = (s: KeyveilState) => [...photoStatusInputs(s), s.results];

/** Photos that are up to date and still in the browser, with their places in the archive. */
export const archiveEntries = memoised(inputs, (s): readonly ArchiveEntry[] => {
  const paths = archivePlaces(s);
  return s.arrangement.order.flatMap(id => {
    const result = s.results.get(id);
    const path = paths.get(id);
    if (result?.kind !== 'protected' || !result.kept || path === undefined || !isCurrent(s, id, result))
      return [];
    return [{ path, stored: result.photo.stored, bytes: result.photo.bytes }];
  });
});

/** The zips to download: the photos that are up to date, never any other. */
export const volumes = memoised(inputs, (s): readonly Volume[] => planVolumes(s.dataset, archiveEntries(s)));

/** Whether closing the page would lose work: photos, or a key that nobody could type again. */
export function unsaved(s: KeyveilState): boolean {
  return s.keyKept === 'unsaved' || unsavedPhotos(s);
}

/** Whether there are protected photos, or a run that makes some, that are not saved with their receipt. */
export function unsavedPhotos(s: KeyveilState): boolean {
  if (s.run.kind === 'running' || s.run.kind === 'cancelling') return true;
  const { protected: done, before } = counts(s);
  return done > before && !(s.archiveSaved && s.receiptSaved);
}
