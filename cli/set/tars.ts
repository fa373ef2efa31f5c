import { createHash } from 'node:crypto';
import { createReadStream, type Dirent, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cleanSegment, longestName, utf8Length } from '../../src/core/archive/names.ts';
import { nameOf } from '../../src/core/intake.ts';
import { compareCodePoints, folderOf } from '../../src/core/label.ts';
import { extensionFor, type FormatChoice, outputTypeFor } from '../../src/core/settings.ts';
import { belongsTo, type Shard } from '../parts/shard.ts';
import { DamagedTar, readTar } from '../tar/readTar.ts';
import { type LabelOfSample, samplesOf } from '../tar/samples.ts';
import { isFolder } from '../terminal/files.ts';
import { refuse } from '../terminal/refusal.ts';
import { photoByName } from './photoNames.ts';

/** A data set in tars. A tar is given to one share whole. */
export interface TarSet {
  readonly root: string;
  /** From the set's folder, sorted. */
  readonly tars: readonly string[];
}

/** The tars of a folder, or a single one; null where there are none. */
export function scanTars(input: string, shard: Shard): TarSet | null {
  if (!isFolder(input))
    return input.endsWith('.tar') ? { root: dirname(input), tars: [basename(input)] } : null;
  const names = entriesUnder(input)
    .filter(entry => entry.isFile() && entry.name.endsWith('.tar') && !entry.name.startsWith('.'))
    .map(entry => join(entry.parentPath, entry.name).slice(join(input, '/').length).split('\\').join('/'));
  if (names.length === 0) return null;
  const tars = names.filter(name => belongsTo(shard, name)).sort(compareCodePoints);
  return { root: input, tars };
}

/** Of a folder and all in it. @throws Refusal */
function entriesUnder(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    const path = error instanceof Error && 'path' in error ? String(error.path) : folder;
    return refuse(`${path} cannot be opened: may you read it? Nothing was done.`);
  }
}

/** Every label in a set of tars. Reads all of it. */
export async function labelsInTars(
  { root, tars }: TarSet,
  labelOf: LabelOfSample,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const tar of tars) {
    try {
      for await (const sample of samplesOf(readTar(createReadStream(join(root, tar))))) {
        const label = labelOf(sample);
        if (label !== null && sample.members.some(({ name }) => photoByName(name) !== null)) found.add(label);
      }
    } catch (error) {
      // A run says which tars are damaged; the labels of the others are known all the same.
      if (!(error instanceof DamagedTar)) throw error;
    }
  }
  return [...found].sort(compareCodePoints);
}

/** How a photo in a tar is called in messages and receipts. */
export const sourceIn = (tar: string, member: string): string => `${tar}!/${member}`;

/**
 * The place of a photo in the receipt, `<label>/<tar and name>`: told apart from all others by tar and name alone, so that no share
 * needs to know what is in another.
 */
export function pathIn(tar: string, member: string, label: string, format: FormatChoice): string {
  const type = photoByName(member);
  if (type === null) throw new Error('A member that is no photo has no place.');
  const extension = extensionFor[outputTypeFor(type, format)];
  const whole = `${tar.replace(/\.tar$/, '')}!${member}`.replaceAll('/', '!');
  const clean = cleanSegment(whole.replace(/\.[^.]*$/, ''), longestName);
  const plain = `${whole.replace(/\.[^.]*$/, '')}.${extension}` === `${clean}.${extension}`;
  const short =
    plain && member.toLowerCase().endsWith(`.${extension}`) && utf8Length(clean) + 4 < longestName;
  // What cleaning, shortening or another ending takes away might be all that two names differ in.
  const mark = createHash('sha256').update(sourceIn(tar, member)).digest('hex').slice(0, 12);
  const stem = short ? clean : `${cleanSegment(clean, longestName - 20)}-${mark}`;
  return `${folderOf(label)}/${stem}.${extension}`;
}

/** A member's name with the ending of what it becomes. */
export function memberName(member: string, format: FormatChoice): string {
  const type = photoByName(member);
  if (type === null) return member;
  const out = outputTypeFor(type, format);
  if (photoByName(member) === out) return member;
  const base = nameOf(member);
  return `${member.slice(0, member.length - base.length)}${base.replace(/\.[^.]*$/, '')}.${extensionFor[out]}`;
}

/** Where a photo came to lie, told by the receipt alone: its source's place, with the ending of what it became. */
export function memberBecomes(source: string, path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const type = photoByName(source);
  if (type !== null && photoByName(path) === type) return source;
  return source.replace(/\.[^./]*$/, `.${extension}`);
}
