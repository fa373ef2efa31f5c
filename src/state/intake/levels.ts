import { foldersOf, labelAt, splits } from '../../core/labels/labelAt.ts';
import { levelQuestions, saysWho } from '../../core/labels/labelLevels.ts';
import type { FoundPhoto, FoundQuestion, KnownPhoto } from '../services/intake.ts';

export interface Levelled {
  /** With the labels that they have until somebody answers. */
  readonly photos: readonly FoundPhoto[];
  readonly questions: readonly FoundQuestion[];
}

/**
 * Which folders of new photos are their labels. Photos that are there already count too, as long as they have the label
 * of a folder that does not say alone who they are: neither `Tom/2023` nor `Tom/Beach` may join that of Mia without a
 * word, while more photos of a folder `Mia` join the label Mia.
 *
 * @param chosen names of labels that a person has chosen, and that a receipt names
 */
export function withLevels(
  found: readonly FoundPhoto[],
  known: readonly KnownPhoto[],
  chosen: ReadonlySet<string>,
): Levelled {
  const byChance = namedByChance(known);
  const before = known.filter(byChance);
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

/** Labels that mean somebody or something: all but those that a folder gave which does not say alone who. */
export function chosenLabels(known: readonly KnownPhoto[]): ReadonlySet<string> {
  const byChance = namedByChance(known);
  return new Set(known.flatMap(one => (one.labelName === null || byChance(one) ? [] : [one.labelName])));
}

/**
 * Tells the photos whose label is the name of their folder, where another folder of that name may mean something else: one
 * such as `2023`, or all of a label in one folder of somebody, such as `Mia/Beach`. A label with photos of several folders is what
 * a person wants, who was asked or sorted them.
 */
function namedByChance(known: readonly KnownPhoto[]): (photo: KnownPhoto) => boolean {
  const ownersOf = new Map<string, Set<string>>();
  for (const { path, labelName } of known) {
    if (labelName === null) continue;
    ownersOf.set(
      labelName,
      (ownersOf.get(labelName) ?? new Set()).add(labelAt(path, 0) === labelName ? ownerOf(path) : ''),
    );
  }
  return ({ path, labelName }) => {
    if (labelName === null || labelName !== labelAt(path, 0)) return false;
    if (!saysWho(labelName)) return true;
    const owners = ownersOf.get(labelName);
    return owners?.size === 1 && !owners.has('');
  };
}

/** The folder around the one that a photo lies in, if it may say whose that is; else ''. */
function ownerOf(path: string): string {
  const folder = foldersOf(path).at(-2);
  return folder === undefined || splits.test(folder) || !saysWho(folder) ? '' : folder;
}
