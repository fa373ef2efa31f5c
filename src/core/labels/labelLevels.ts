import { compareCodePoints, sameFolderKey } from '../label.ts';
import { foldersOf, type LabelLevel, labelAt, splits } from './labelAt.ts';

/**
 * Which folder of a path is the label. Usually the one that a photo lies in; but `Mia/2023` and `Tom/2023` are two people
 * and not one year, while `train/cats` and `test/cats` are the same cats. Where one name lies in several folders a person
 * is asked, and until then nobody is merged who may be two.
 */

export interface LevelChoice {
  readonly level: LabelLevel;
  /** What the labels would be, each with its number of photos, most first; with those that lie in such a folder anyway. */
  readonly labels: readonly { readonly name: string; readonly count: number }[];
}

export interface LevelQuestion {
  /** Which of the paths it is about, by index. */
  readonly paths: readonly number[];
  /** Two or more, no two of which divide the photos alike. */
  readonly choices: readonly LevelChoice[];
  /** What the labels are until somebody answers. */
  readonly guess: LabelLevel;
}

/** Years and days, what cameras call their folders, and steps of work: never who or what is in the photos. */
const generic =
  /^(?:(?:19|20)\d\d(?:[-_. ]?\d\d?){0,2}|\d{1,2}|\d{3}[a-z_]{5}|\d{3}_\w+|dcim|camera(?: roll)?|edit(?:s|ed)?|raws?|jpe?gs?|pngs?|heic|tiffs?|exports?|exported|originals?|finals?|selects?|selected|selection|best|favou?rites?|picks|lightroom|capture one|photoshop|retouch(?:ed)?|processed|web|print|small|large|full(?:size)?|hi-?res|low-?res|thumb(?:nail)?s?|backup|copy|new|old|photos?|pictures?|images?|pics|编辑|已编辑|原图|原片|精修|修图|导出|照片|图片|备份)$/i;
/** Whether a folder's name can say who or what is in its photos. */
export const saysWho = (folder: string): boolean => !generic.test(folder) && !splits.test(folder);
/** Steps of work; one such folder, or one part of a set, inside of another is a question even when there is only one. */
const steps =
  /^(?:edit(?:s|ed)?|raws?|jpe?gs?|exports?|exported|originals?|finals?|selects?|selected|retouch(?:ed)?|processed|编辑|已编辑|原图|原片|精修|修图|导出)$/i;

/** More levels than this are no help. */
const levelsShown = 4;

interface Place {
  readonly index: number;
  readonly folders: readonly string[];
  readonly leaf: string;
  /** The folder itself, spelt as `parent` is. */
  readonly own: string;
  /** Where the leaf lies, but for splits and for the numbers that parts of one archive have. */
  readonly parent: string;
}

function placeOf(path: string, index: number): Place | null {
  const folders = foldersOf(path);
  const leaf = folders.at(-1);
  if (leaf === undefined) return null;
  const given = path.split('/').slice(0, -1);
  // Takeout-001 and takeout-002 are one library of Mia and Tom; of two zips with a folder `edited` nobody knows.
  const numbered = !given.some(folder => !/\.zip$/i.test(folder) && saysWho(folder));
  return { index, folders, leaf, parent: spelt(given.slice(0, -1), numbered), own: spelt(given, numbered) };
}

/** @param numbered whether the numbers of zips part what lies in them */
function spelt(folders: readonly string[], numbered: boolean): string {
  return folders
    .map(folder => {
      if (!/\.zip$/i.test(folder)) return folder;
      return (numbered ? folder : folder.replace(/\d+/g, '#')).slice(0, -4);
    })
    .filter(folder => !splits.test(folder))
    .map(sameFolderKey)
    .join('/');
}

/**
 * What has to be asked of these paths; nothing where every folder's name stands for one thing.
 *
 * @param known names of labels that there are: a level that gives only such names is what the person means
 */
export function levelQuestions(
  paths: readonly string[],
  known: ReadonlySet<string> = new Set(),
): readonly LevelQuestion[] {
  const places = paths.flatMap((path, index) => placeOf(path, index) ?? []);
  return groupsInQuestion(places, known).flatMap(group => {
    const above = new Set(group.map(({ parent }) => parent));
    const beside = places.filter(place => above.has(place.own) && !group.includes(place));
    const choices = choicesOf(group, beside, paths);
    if (choices.length < 2) return [];
    const guess = guessOf(
      choices,
      known,
      group.map(({ index }) => paths[index] ?? ''),
    );
    return [{ paths: group.map(({ index }) => index), choices, guess }];
  });
}

/**
 * Photos by the folders that lie under several others, those together that share one of them. More photos of a label
 * that there is join it, wherever its folder lies.
 */
function groupsInQuestion(
  places: readonly Place[],
  known: ReadonlySet<string>,
): readonly (readonly Place[])[] {
  const there = new Set([...known].map(sameFolderKey));
  const parentsOf = new Map<string, Set<string>>();
  for (const { leaf, parent } of places) {
    const parents = parentsOf.get(sameFolderKey(leaf)) ?? new Set();
    parentsOf.set(sameFolderKey(leaf), parents.add(parent));
  }
  // Each parent points to one that stands for its group.
  const heads = new Map<string, string>();
  const headOf = (parent: string): string => {
    const head = heads.get(parent);
    return head === undefined || head === parent ? parent : headOf(head);
  };
  for (const [leaf, parents] of parentsOf) {
    const [first = '', ...others] = parents;
    if (there.has(leaf)) continue;
    if (others.length === 0 && (first === '' || !(steps.test(leaf) || splits.test(leaf)))) continue;
    for (const parent of parents) heads.set(headOf(parent), headOf(first));
  }
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    if (!heads.has(place.parent)) continue;
    const head = headOf(place.parent);
    const group = groups.get(head) ?? [];
    group.push(place);
    groups.set(head, group);
  }
  return [...groups.values()];
}

/** @param beside photos that lie right in the folders above: their label is that folder's, whatever is chosen */
function choicesOf(
  group: readonly Place[],
  beside: readonly Place[],
  paths: readonly string[],
): readonly LevelChoice[] {
  const deepest = Math.max(...group.map(({ folders }) => folders.length));
  const levels: LabelLevel[] = Array.from({ length: Math.min(deepest, levelsShown) }, (_, level) => level);
  const seen = new Set<string>();
  return [...levels, 'both' as const].flatMap(level => {
    const asked = group.map(({ index }) => labelAt(paths[index] ?? '', level) ?? '');
    const names = [...asked, ...beside.map(({ leaf }) => leaf)];
    // Two levels that part the photos alike are one choice, and the inner one has the better name.
    const parts = partsOf(names);
    if (seen.has(parts)) return [];
    seen.add(parts);
    return [{ level, labels: counted(names) }];
  });
}

/** Which photos are together, whatever their label is called. */
function partsOf(names: readonly string[]): string {
  const numbers = new Map<string, number>();
  return names
    .map(name => {
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    })
    .join(' ');
}

function counted(names: readonly string[]): LevelChoice['labels'] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compareCodePoints(a.name, b.name));
}

/** A level whose names are labels already; else the innermost that says who, if the one above it does not say so too. */
function guessOf(
  choices: readonly LevelChoice[],
  known: ReadonlySet<string>,
  paths: readonly string[],
): LabelLevel {
  const familiar = choices.filter(({ labels }) => labels.every(({ name }) => known.has(name)));
  if (familiar.length === 1 && familiar[0]) return familiar[0].level;
  const [first, second] = choices.filter(
    ({ level }) => level !== 'both' && paths.some(path => saysWho(labelAt(path, level) ?? '')),
  );
  const rivals = second !== undefined && second.labels.length > 1 && !isZipAt(paths, second.level);
  if (first !== undefined && !(first.level === 0 && rivals)) return first.level;
  // In doubt apart.
  const most = Math.max(...choices.map(({ labels }) => labels.length));
  return choices.find(({ labels }) => labels.length === most)?.level ?? 0;
}

/** Whether a level is that of the zips that the photos came in, which are there to hold them and seldom say who. */
function isZipAt(paths: readonly string[], level: LabelLevel): boolean {
  return level !== 'both' && paths.every(path => /\.zip$/i.test(path.split('/').at(-2 - level) ?? ''));
}
