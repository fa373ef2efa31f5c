import type { LabelQuestion } from '../model/labels.ts';
import type { PhotoId } from '../model/photos.ts';
import type { FoundPhoto, FoundQuestion, KnownPhoto } from '../services/intake.ts';

/**
 * What is to be asked about labels, now that the photos have ids. Those that came to nothing, such as photos that a receipt
 * lists, drop out.
 */
export function labelQuestionsOf(
  found: readonly FoundQuestion[],
  idOf: (photo: FoundPhoto | KnownPhoto) => PhotoId | undefined,
): readonly LabelQuestion[] {
  return found.flatMap((question): LabelQuestion[] => {
    if (question.kind === 'level') {
      const photos = [...question.photos, ...question.known].flatMap(photo => idOf(photo) ?? []);
      const { choices, level } = question;
      return photos.length > 0 ? [{ kind: 'level', photos, choices, level }] : [];
    }
    const copies = question.copies.flatMap(([a, b]): (readonly [PhotoId, PhotoId])[] => {
      const [first, second] = [idOf(a), idOf(b)];
      return first !== undefined && second !== undefined ? [[first, second]] : [];
    });
    return copies.length > 0 ? [{ kind: 'twins', copies }] : [];
  });
}
