import { type Dir, opendirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { archivePaths, folded } from '../../src/core/archive/names.ts';
import { isHidden, labelFromPath } from '../../src/core/intake.ts';
import { compareCodePoints, folderOf, sameFolder } from '../../src/core/label.ts';
import { extensionFor, type FormatChoice, outputTypeFor, type SourceType } from '../../src/core/settings.ts';
import { belongsTo, type Shard } from '../parts/shard.ts';
import { refuse } from '../terminal/refusal.ts';
import { photoByName } from './photoNames.ts';

/** A label of a set that lies in folders: the photo's label is the folder that it lies in, as in the app. */
export interface FolderLabel {
  readonly label: string;
  /** Its folder in what comes out. */
  readonly folder: string;
  /** The folders that it comes from, from the set's own, sorted. */
  readonly folders: readonly string[];
  /** Photos in this share of the set, by their names. */
  readonly photos: number;
}

export interface FolderSet {
  readonly root: string;
  /** In the order of their folders. */
  readonly labels: readonly FolderLabel[];
  /** What is left out: photos in no label's folder, and files that are no photos by their names. */
  readonly loose: number;
  readonly others: number;
}

/** A photo of a set, before anything of it is read. */
export interface FoundPhoto {
  /** From the set's folder, with slashes. */
  readonly source: string;
  /** Where it goes, `<label>/<name>`. */
  readonly path: string;
  /** By its name. */
  readonly type: SourceType;
}

/** The order in which labels are worked on: that in which the paths of their photos are sorted. */
const byFolder = (a: { readonly folder: string }, b: { readonly folder: string }): number =>
  `${a.folder}/` < `${b.folder}/` ? -1 : 1;

/** Looks through a folder of folders, without reading a photo. @throws Refusal */
export function scanFolders(root: string, shard: Shard): FolderSet {
  const found = new Map<string, { folders: string[]; photos: number }>();
  let [loose, others] = [0, 0];
  for (const folder of foldersIn(root)) {
    let [photos, here] = [0, 0];
    for (const name of namesIn(join(root, folder))) {
      const source = folder === '' ? name : `${folder}/${name}`;
      if (isHidden(source)) continue;
      if (photoByName(name) === null) others += 1;
      else {
        here += 1;
        if (belongsTo(shard, source)) photos += 1;
      }
    }
    const label = labelFromPath(`${folder}/x`);
    if (folder === '' || label === null) loose += here;
    else if (here > 0) {
      const entry = found.get(label) ?? { folders: [], photos: 0 };
      found.set(label, entry);
      entry.folders.push(folder);
      entry.photos += photos;
    }
  }
  const labels = [...found].map(([label, entry]) => ({ label, folder: folderOf(label), ...entry }));
  refuseTwins(labels.map(({ label }) => label));
  return { root, labels: labels.sort(byFolder), loose, others };
}

/** The photos of a label that belong to a share, by where they go. All of them decide who is called `a (2).jpg`. */
export function photosOf(
  { root }: FolderSet,
  { label, folders }: FolderLabel,
  format: FormatChoice,
  shard: Shard,
): readonly FoundPhoto[] {
  const sources = folders.flatMap(folder =>
    namesIn(join(root, folder))
      .map(name => `${folder}/${name}`)
      .filter(source => !isHidden(source) && photoByName(source) !== null)
      .sort(compareCodePoints),
  );
  const types = sources.map(source => photoByName(source) ?? 'image/jpeg');
  const paths = archivePaths(
    sources.map((name, at) => ({
      label,
      name,
      extension: extensionFor[outputTypeFor(types[at] ?? 'image/jpeg', format)],
    })),
  );
  return sources
    .map((source, at) => ({ source, path: paths[at] ?? '', type: types[at] ?? 'image/jpeg' }))
    .filter(({ source }) => belongsTo(shard, source))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Names of labels that would be one folder on many disks. @throws Refusal */
export function refuseTwins(labels: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const label of labels) {
    const place = folded(folderOf(label));
    const twin = seen.get(place);
    if (twin !== undefined && twin !== label && sameFolder(twin, label))
      refuse(`The labels ${twin} and ${label} would be one folder on many disks: rename one of them.`);
    seen.set(place, label);
  }
}

/** A folder and all in it, from `root`, each before those in it. Links are followed, but never in a circle. */
function* foldersIn(root: string, folder = '', above: readonly string[] = []): Generator<string> {
  const real = realpathSync(join(root, folder));
  if (above.includes(real)) return;
  yield folder;
  const inside = entriesIn(join(root, folder)).filter(
    ({ kind, name }) => kind === 'folder' && !isHidden(name),
  );
  for (const { name } of inside.sort((a, b) => compareCodePoints(a.name, b.name)))
    yield* foldersIn(root, folder === '' ? name : `${folder}/${name}`, [...above, real]);
}

function namesIn(path: string): string[] {
  return entriesIn(path).flatMap(({ kind, name }) => (kind === 'file' ? [name] : []));
}

/** A set that is known in part only would be protected in part only. @throws Refusal */
function openFolder(path: string): Dir {
  try {
    return opendirSync(path);
  } catch {
    return refuse(`${path} cannot be opened: may you read it? Nothing was done.`);
  }
}

function entriesIn(path: string): { readonly kind: 'file' | 'folder' | 'other'; readonly name: string }[] {
  const entries: { kind: 'file' | 'folder' | 'other'; name: string }[] = [];
  const folder = openFolder(path);
  try {
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
      const { name } = entry;
      const stats = entry.isSymbolicLink() ? statSync(join(path, name), { throwIfNoEntry: false }) : entry;
      entries.push({ kind: stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : 'other', name });
    }
  } finally {
    folder.closeSync();
  }
  return entries;
}
