import type { ProtectedPhoto } from '../../pipeline/job.ts';
import type { PhotoId, Result } from '../model/photos.ts';
import { type Line, readLine } from './schemas.ts';

/**
 * What a journal's lines say of each photo that is finished. One that was protected anew stands there several times, and
 * the last of those whose bytes are there counts: it is what the page showed.
 *
 * @param takenAway photos that count although their bytes are gone, because they were saved
 * @param whole whether a photo's bytes are there; a half-written file never counts
 */
export function resultsOf(
  lines: readonly unknown[],
  takenAway: readonly PhotoId[],
  whole: (photo: ProtectedPhoto) => boolean,
): ReadonlyMap<PhotoId, Result> {
  const results = new Map<PhotoId, Result>();
  const gone = new Set(takenAway);
  for (const { recipe, photo: made } of linesInOrder(lines)) {
    // Notes were said when the photo was made; a later version may know others.
    const known: ProtectedPhoto = { ...made, notes: [] };
    const kept = whole(known);
    if (kept || gone.has(known.id)) results.set(known.id, { kind: 'protected', recipe, photo: known, kept });
  }
  return results;
}

function linesInOrder(lines: readonly unknown[]): readonly Line[] {
  return lines
    .map(readLine)
    .filter(line => line !== null)
    .sort((a, b) => a.at - b.at);
}
