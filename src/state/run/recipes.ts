import { labelOrder, normaliseLabel } from '../../core/label.ts';
import { pathsFor, type RecipeBook, recipeBook } from '../../core/plan.ts';
import type { ReceiptFile } from '../../core/receipt.ts';
import { memoised } from '../memo.ts';
import type { KeyveilState, PhotoId } from '../model.ts';

/** What would be made of each photo now, so that what lies there already can be compared with it. */

/** Label names in the order in which their filters are chosen, tombstones included. */
export const listedLabels = memoised(
  s => [s.frozenLabels, s.arrangement.labels],
  (s): readonly string[] => labelOrder(s.frozenLabels, s.arrangement.labels),
);

/**
 * The check of the key that results are held against: the one that is there, else that of the last run, so that
 * clearing the key field does not make finished work look out of date.
 */
export function standingKeyCheck(s: KeyveilState): string | null {
  return s.key.kind === 'ready' ? s.key.keyCheck : s.lastKeyCheck;
}

const book = memoised(
  s => [standingKeyCheck(s), listedLabels(s), s.settings, s.output],
  (s): RecipeBook | null => {
    const keyCheck = standingKeyCheck(s);
    if (keyCheck === null) return null;
    return recipeBook({ keyCheck, settings: s.settings, output: s.output, labels: listedLabels(s) });
  },
);

const labelNames = memoised(
  s => [s.arrangement.labels],
  (s): ReadonlyMap<string, string> => new Map(s.arrangement.labels.map(label => [label.id, label.name])),
);

/** The name of a photo's label, or null when it has none. */
export function labelNameOf(s: KeyveilState, id: PhotoId): string | null {
  const label = s.arrangement.labelOf.get(id);
  return label === undefined ? null : (labelNames(s).get(label) ?? null);
}

/** What a photo's result would be made with now; null without label or key. */
export function recipeOf(s: KeyveilState, id: PhotoId): string | null {
  const photo = s.photos.get(id);
  const name = labelNameOf(s, id);
  if (!photo || name === null) return null;
  const longSide = Math.max(photo.width, photo.height);
  return book(s)?.(name, photo.type, longSide > 0 ? longSide : undefined) ?? null;
}

/**
 * The line that the open receipt has for a photo, as long as the photo has the label that it had then; null when it
 * has none. With another label it would carry another filter, so it counts as new.
 */
export function doneBefore(s: KeyveilState, id: PhotoId): ReceiptFile | null {
  const file = s.reopened?.before.get(id);
  return file && labelNameOf(s, id) === normaliseLabel(file.label) ? file : null;
}

/** Where every labelled photo lies in the archive, beside what an open receipt lists. Depends on all of them, so that one that fails moves no other. */
export const outputPaths = memoised(
  s => [s.photos, s.arrangement, s.output.format, s.output.plainNames, s.reopened],
  (s): ReadonlyMap<PhotoId, string> => {
    const labelled = s.arrangement.order.flatMap(id => {
      const photo = s.photos.get(id);
      const label = labelNameOf(s, id);
      if (!photo || label === null || doneBefore(s, id)) return [];
      return [{ id, label, name: photo.name, sourceType: photo.type }];
    });
    const paths = pathsFor(labelled, s.output, s.reopened?.receipt.files);
    return new Map(labelled.map(({ id }, index) => [id, paths[index] ?? id]));
  },
);
