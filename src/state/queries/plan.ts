import { normaliseLabel } from '../../core/label.ts';
import { outputPaths } from '../../core/plan.ts';
import type { ReceiptFile } from '../../core/receipt.ts';
import { type RecipeBook, recipeBook } from '../../core/recipe.ts';
import type { PhotoId } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { labelOfPhoto, listedLabels } from './labels.ts';
import { memoised } from './memo.ts';
import { isLeftOut } from './ownChoice.ts';

/** What a run would make of each photo now, so that what was made before can be compared with it. */

/**
 * The check of the key that results are compared with: the key that is there, else that of the last run, so that
 * clearing the key field does not make finished work look out of date.
 */
export function standingKeyCheck(s: KeyveilState): string | null {
  return s.key.kind === 'ready' ? s.key.keyCheck : s.lastKeyCheck;
}

const recipes = memoised(
  s => [standingKeyCheck(s), listedLabels(s), s.settings, s.output],
  (s): RecipeBook | null => {
    const keyCheck = standingKeyCheck(s);
    if (keyCheck === null) return null;
    return recipeBook({ keyCheck, settings: s.settings, output: s.output, labels: listedLabels(s) });
  },
);

/** What a photo's result would be made with now; null without label or key, and for one that is left out. */
export function recipeOf(s: KeyveilState, id: PhotoId): string | null {
  if (isLeftOut(s, id)) return null;
  const photo = s.photos.get(id);
  const label = labelOfPhoto(s, id);
  return (photo && label && recipes(s)?.(label.name, photo)) ?? null;
}

/**
 * The line that the open receipt has for a photo, as long as the photo has the label that it had then; null when it
 * has none. Under another label it would carry another filter, so it counts as new.
 */
export function doneBefore(s: KeyveilState, id: PhotoId): ReceiptFile | null {
  const file = s.reopened?.before.get(id);
  return file && labelOfPhoto(s, id)?.name === normaliseLabel(file.label) ? file : null;
}

/**
 * Where every labelled photo lies in the archive, beside what an open receipt lists. All labelled photos count, failed
 * and left out ones too, so that these move no other.
 */
export const archivePlaces = memoised(
  s => [s.photos, s.arrangement, s.output.format, s.output.plainNames, s.reopened],
  (s): ReadonlyMap<PhotoId, string> => {
    const labelled = s.arrangement.order.flatMap(id => {
      const photo = s.photos.get(id);
      const label = labelOfPhoto(s, id);
      return photo && label && !doneBefore(s, id) ? [{ ...photo, label: label.name }] : [];
    });
    const paths = outputPaths(labelled, s.output, s.reopened?.receipt.files);
    return new Map(labelled.map(({ id }, index) => [id, paths[index] ?? id]));
  },
);
