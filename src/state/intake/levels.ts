import { labelAt } from '../../core/labels/labelAt.ts';
import { levelQuestions, saysWho } from '../../core/labels/labelLevels.ts';
import type { FoundPhoto, FoundQuestion, KnownPhoto } from '../services/intake.ts';

export interface Levelled {
  /** With the labels that they have until somebody answers. */
  readonly photos: readonly FoundPhoto[];
  readonly questions: readonly FoundQuestion[];
}

/**
 * Which folders of new photos are their labels. Photos that are there already count too, as long as they have the label
 * of a folder that says nothing of who they are: `Tom/2023` must not join the `2023` of Mia without a word, while more
 * photos of a folder `Mia` join the label Mia.
 *
 * @param chosen names of labels that a person has chosen, and that a receipt names
 */
export function withLevels(
  found: readonly FoundPhoto[],
  known: readonly KnownPhoto[],
  chosen: ReadonlySet<string>,
): Levelled {
  const before = known.filter(isByChance);
  const paths = [...found, ...before].map(({ path }) => path);
  const photos = [...found];
  const asked = levelQuestions(paths, chosen).filter(({ paths: some }) => some.some(i => i < found.length));
  // Labels first: what is asked is about the photos as they come out of it.
  for (const { paths: some, guess } of asked)
    for (const index of some) {
      const photo = photos[index];
      if (photo) photos[index] = { ...photo, labelName: labelAt(photo.path, guess) };
    }
  const questions = asked.map(
    ({ paths: some, choices, guess }): FoundQuestion => ({
      kind: 'level',
      photos: some.flatMap(i => photos[i] ?? []),
      known: some.flatMap(i => before[i - found.length] ?? []),
      choices,
      level: guess,
    }),
  );
  return { photos, questions };
}

/** Labels that mean somebody or something: all but those that a folder such as `2023` gave. */
export function chosenLabels(known: readonly KnownPhoto[]): ReadonlySet<string> {
  return new Set(known.flatMap(one => (one.labelName === null || isByChance(one) ? [] : [one.labelName])));
}

function isByChance({ path, labelName }: KnownPhoto): boolean {
  return labelName !== null && labelName === labelAt(path, 0) && !saysWho(labelName);
}
