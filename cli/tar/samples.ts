import { labelFromPath, nameOf, normalisePath } from '../../src/core/intake.ts';
import { normaliseLabel } from '../../src/core/label.ts';
import { photoByName } from '../set/photoNames.ts';
import { refuse } from '../terminal/refusal.ts';
import type { TarMember } from './readTar.ts';

/**
 * Samples of a data set in tars, in the manner of WebDataset: members that follow one another and share their names up to the
 * first dot are one sample, `0001.jpg`, `0001.cls`, `0001.json`.
 */
export interface Sample {
  /** What its members share, folders included. */
  readonly key: string;
  readonly members: readonly TarMember[];
}

export async function* samplesOf(members: AsyncIterable<TarMember>): AsyncGenerator<Sample> {
  let key: string | null = null;
  let gathered: TarMember[] = [];
  for await (const member of members) {
    const own = keyOf(member.name);
    if (key !== null && key !== own) {
      yield { key, members: gathered };
      gathered = [];
    }
    key = own;
    gathered.push(member);
  }
  if (key !== null) yield { key, members: gathered };
}

function keyOf(name: string): string {
  const base = nameOf(name);
  const dot = base.indexOf('.', 1);
  return dot === -1 ? name : name.slice(0, name.length - base.length + dot);
}

/** What stands behind the key, without its dot: `jpg`, `seg.png`. */
export function endingOf(name: string): string {
  return name.slice(keyOf(name).length + 1).toLowerCase();
}

/** Whether a member is a photo to be protected. @param left endings that are none, whatever their names say */
export function isPhoto({ name }: TarMember, left: readonly string[]): boolean {
  return photoByName(name) !== null && !left.includes(endingOf(name));
}

/** Finds a sample's label; null where it says none. */
export type LabelOfSample = (sample: Sample) => string | null;

const decoder = new TextDecoder();

/**
 * Where labels stand: in a member (`cls`, `txt`), in a field of the sample's JSON (`json:label`), or in the name of the folder.
 * By itself it is `cls`, and the folder where there is none.
 */
export function labelFinder(from: string | null): LabelOfSample {
  if (from === null) return sample => inMember(sample, 'cls') ?? inFolder(sample);
  if (from === 'folder') return inFolder;
  if (from.startsWith('json:')) return sample => inJson(sample, from.slice('json:'.length));
  if (!/^[\w.]+$/.test(from))
    refuse(`--label-from is ${from}; it takes cls, folder, json:<field> or an ending.`);
  return sample => inMember(sample, from.toLowerCase());
}

function named(text: string): string | null {
  const label = normaliseLabel(text);
  return label === '' ? null : label;
}

function inMember({ members }: Sample, ending: string): string | null {
  const member = members.find(({ name }) => endingOf(name) === ending);
  return member === undefined ? null : named(decoder.decode(member.bytes));
}

function inFolder({ key }: Sample): string | null {
  return labelFromPath(`${normalisePath(key)}`);
}

function inJson({ members }: Sample, field: string): string | null {
  const member = members.find(({ name }) => endingOf(name) === 'json');
  if (member === undefined) return null;
  try {
    const value: unknown = JSON.parse(decoder.decode(member.bytes))[field];
    return typeof value === 'string' || typeof value === 'number' ? named(String(value)) : null;
  } catch {
    return null;
  }
}
