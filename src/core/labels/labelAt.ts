import { normaliseLabel } from '../label.ts';

/** How many folders up from the one that a photo lies in, or `both`: the one above and it, as one name. */
export type LabelLevel = number | 'both';

/** Folders that part one set for training and testing: what lies in several of them is one thing. */
export const splits =
  /^(?:train(?:ing)?|test(?:ing)?|val(?:id(?:ation)?)?|dev|eval(?:uation)?|hold-?out|(?:fold|split|part|batch)[-_ ]?\d+|训练集?|测试集?|验证集?)$/i;

/** Folders on the way, outermost first. A zip is a folder of its name. */
export function foldersOf(path: string): readonly string[] {
  return path
    .split('/')
    .slice(0, -1)
    .map(folder => normaliseLabel(folder.replace(/\.zip$/i, '')))
    .filter(folder => folder !== '');
}

/** The label that a path gives at a level; the outermost folder where there are not so many. Null for a loose photo. */
export function labelAt(path: string, level: LabelLevel): string | null {
  const folders = foldersOf(path);
  const leaf = folders.at(-1);
  if (leaf === undefined) return null;
  if (level === 'both') {
    const above = folders
      .slice(0, -1)
      .filter(folder => !splits.test(folder))
      .at(-1);
    return above === undefined ? leaf : `${above} ${leaf}`;
  }
  return folders[Math.max(0, folders.length - 1 - level)] ?? leaf;
}
