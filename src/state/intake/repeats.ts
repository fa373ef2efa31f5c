import { inBatches } from '../../core/batches.ts';
import { nameOf } from '../../core/intake.ts';
import { sameFolder } from '../../core/label.ts';

const batchSize = 32;
const batchesAtOnce = 2;

/** What two copies are compared by. */
export interface Comparable {
  readonly file: File;
  readonly path: string;
  readonly labelName: string | null;
}

export interface RepeatTools {
  /** Hex SHA-256 of each file, in order; null where it cannot be read. */
  digests(files: readonly Blob[]): Promise<readonly (string | null)[]>;
  readonly signal?: AbortSignal;
}

export interface Repeats<New, Known> {
  /** New ones that are there already: the same bytes at the same path, or of the same name under the same label. */
  readonly again: ReadonlySet<New>;
  /** The same bytes under two labels, each new one with the first of its kind under another label. */
  readonly twins: readonly (readonly [New | Known, New])[];
}

/** A few bytes from the middle tell most files of one size apart, and whole ones are not read for it. */
const sampleBytes = 4096;

/**
 * Which of the new files are there already, byte for byte. Only files whose size comes twice are looked at, and only those
 * that are alike in the middle are read, so that it costs next to nothing in the usual case.
 *
 * @throws the signal's reason
 */
export async function findRepeats<New extends Comparable, Known extends Comparable>(
  found: readonly New[],
  known: readonly Known[],
  tools: RepeatTools,
): Promise<Repeats<New, Known>> {
  const all: readonly Item<New, Known>[] = [
    ...known.map(one => ({ one, added: null })),
    ...found.map(one => ({ one, added: one })),
  ];
  /** Those of each group that are alike by what `blobOf` gives of them; groups without a new one are passed over. */
  const alike = async (groups: readonly (readonly Item<New, Known>[])[], blobOf: (file: File) => Blob) => {
    const suspects = groups.filter(inQuestion).flat();
    const digests = await inBatches(
      suspects.map(({ one }) => blobOf(one.file)),
      batchSize,
      batchesAtOnce,
      slice => tools.digests(slice),
      tools.signal,
    );
    // A file that cannot be read is no repeat; the run will say what is wrong with it.
    const keys = suspects.map(({ one }, i) => (digests[i] ? `${digests[i]} ${one.file.size}` : null));
    return grouped(suspects, (_, i) => keys[i] ?? null);
  };
  const sameSize = grouped(all, ({ one }) => String(one.file.size));
  return sorted(await alike(await alike(sameSize, middleOf), file => file));
}

/** A photo among those compared; `added` where it is new. */
interface Item<New, Known> {
  readonly one: New | Known;
  readonly added: New | null;
}

function inQuestion(group: readonly Item<unknown, unknown>[]): boolean {
  return group.length > 1 && group.some(({ added }) => added !== null);
}

function sorted<New extends Comparable, Known extends Comparable>(
  copies: readonly (readonly Item<New, Known>[])[],
): Repeats<New, Known> {
  const again = new Set<New>();
  const twins: (readonly [New | Known, New])[] = [];
  for (const group of copies) {
    const kept: (New | Known)[] = [];
    for (const { one, added } of group) {
      if (added !== null && kept.some(other => isSame(other, one))) again.add(added);
      else {
        const other = kept.find(each => areTwins(each, one));
        if (added !== null && other) twins.push([other, added]);
        kept.push(one);
      }
    }
  }
  return { again, twins };
}

function isSame(a: Comparable, b: Comparable): boolean {
  if (a.path === b.path) return true;
  return nameOf(a.path) === nameOf(b.path) && !areTwins(a, b);
}

/** Whether both have a label, and not the same. */
function areTwins(a: Comparable, b: Comparable): boolean {
  return a.labelName !== null && b.labelName !== null && !sameFolder(a.labelName, b.labelName);
}

function middleOf(file: File): Blob {
  const from = Math.max(0, Math.floor((file.size - sampleBytes) / 2));
  return file.slice(from, from + sampleBytes);
}

/** Items with the same key together, in the order given; those without one nowhere. */
function grouped<T>(
  items: readonly T[],
  keyOf: (item: T, index: number) => string | null,
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item, index);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
