import { inBatches } from '../../core/batches.ts';

const batchSize = 32;
const batchesAtOnce = 2;

export interface RepeatTools {
  digests(files: readonly Blob[]): Promise<readonly (string | null)[]>;
  readonly known: readonly File[];
  readonly signal?: AbortSignal;
}

/**
 * Which of the new files are there already: same name, same size and same bytes as a known photo or as an earlier new
 * one. Only files whose name and size come twice are read, so that it costs nothing in the usual case.
 *
 * @returns indices into `files`
 * @throws the signal's reason
 */
export async function findRepeats(files: readonly File[], tools: RepeatTools): Promise<ReadonlySet<number>> {
  const all = [...tools.known, ...files];
  const suspects = [...groupsByNameAndSize(all).values()]
    // At least two alike, and at least one of them new.
    .filter(group => group.length > 1 && group.some(index => index >= tools.known.length))
    .flat()
    .sort((a, b) => a - b);
  const digests = await inBatches(
    suspects.flatMap(index => all[index] ?? []),
    batchSize,
    batchesAtOnce,
    slice => tools.digests(slice),
    tools.signal,
  );

  const seen = new Set<string>();
  const repeats = new Set<number>();
  suspects.forEach((index, position) => {
    const digest = digests[position];
    const file = all[index];
    // A file that cannot be read is no repeat; the run will say what is wrong with it.
    if (file === undefined || typeof digest !== 'string') return;
    const key = `${digest} ${nameAndSize(file)}`;
    if (seen.has(key) && index >= tools.known.length) repeats.add(index - tools.known.length);
    seen.add(key);
  });
  return repeats;
}

function groupsByNameAndSize(files: readonly File[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  files.forEach((file, index) => {
    const key = nameAndSize(file);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  return groups;
}

function nameAndSize(file: File): string {
  return `${file.size} ${file.name}`;
}
