import { isAbsolute, relative, resolve } from 'node:path';
import type { Shard } from '../parts/shard.ts';
import { type FolderSet, scanFolders } from '../set/folders.ts';
import { labelsInTars, scanTars, type TarSet } from '../set/tars.ts';
import { labelFinder } from '../tar/samples.ts';
import { TarStream } from '../tar/writeTar.ts';
import { exists, isFolder } from '../terminal/files.ts';
import { refuse } from '../terminal/refusal.ts';
import { protectFolders } from './protectFolders.ts';
import { protectTar, protectTars, type TarManner } from './protectTars.ts';
import type { RunOrder } from './run.ts';

/** A data set to be protected: in folders, in tars, or one tar that comes and goes through pipes. */
export type Source =
  | { readonly kind: 'folders'; readonly set: FolderSet }
  | { readonly kind: 'tars'; readonly set: TarSet; readonly manner: TarManner }
  | { readonly kind: 'stream'; readonly name: string; readonly manner: TarManner };

interface Asked {
  readonly input: string;
  /** Null where nothing is written. */
  readonly out: string | null;
  readonly shard: Shard;
  readonly labelFrom: string | null;
  readonly leave: readonly string[];
  readonly tarName: string | null;
}

/** @throws Refusal for what is no set, or lies where it must not */
export function sourceOf({ input, out, shard, labelFrom, leave, tarName }: Asked): Source {
  const manner = { labelOf: labelFinder(labelFrom), leave: leave.map(ending => ending.toLowerCase()) };
  if ((input === '-') !== (out === '-'))
    refuse('A tar that comes through a pipe goes through one: "protect - -".');
  if (input === '-') return { kind: 'stream', name: tarName ?? 'stream.tar', manner };
  if (!exists(input)) refuse(`There is no ${input}.`);
  if (out !== null && overlaps(input, out)) refuse(`${out} and ${input} must not lie in each other.`);
  const tars = scanTars(input, shard);
  if (tars !== null) return { kind: 'tars', set: tars, manner };
  if (/\.(?:tgz|tar\.\w+)$/i.test(input))
    refuse(`${input} is a packed tar: unpack it first, with gunzip say.`);
  if (!isFolder(input)) refuse(`${input} is neither a folder nor a tar.`);
  const set = scanFolders(input, shard);
  if (set.labels.length === 0) refuse(`In ${input} there are no folders of photos, one a label.`);
  return { kind: 'folders', set };
}

/** The labels that a source has; null for one that can be read but once. */
export async function labelsOf(source: Source): Promise<readonly string[] | null> {
  switch (source.kind) {
    case 'folders':
      return source.set.labels.map(({ label }) => label);
    case 'tars':
      return labelsInTars(source.set, source.manner.labelOf);
    case 'stream':
      return null;
  }
}

/** What a run does with the source. */
export function workOn(source: Source): RunOrder['work'] {
  switch (source.kind) {
    case 'folders':
      return (run, _survey, known) => protectFolders(source.set, run, known);
    case 'tars':
      return (run, survey, known) =>
        protectTars(source.set, run, known === null ? null : survey, source.manner);
    case 'stream':
      return run => protectTar(source.name, process.stdin, new TarStream(process.stdout), run, source.manner);
  }
}

/** Photos in this share; null where that shows only in the end. */
export function totalOf(source: Source): number | null {
  if (source.kind !== 'folders') return null;
  return source.set.labels.reduce((sum, label) => sum + label.photos, 0);
}

function overlaps(a: string, b: string): boolean {
  const inside = (outer: string, inner: string) => {
    const way = relative(resolve(outer), resolve(inner));
    return way === '' || !(way.startsWith('..') || isAbsolute(way));
  };
  return inside(a, b) || inside(b, a);
}
