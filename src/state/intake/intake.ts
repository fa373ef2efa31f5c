import type { UnzipProgress } from '../../archive/archiveClient.ts';
import type { Encoding } from '../../archive/names/encodings.ts';
import type { Readings } from '../../archive/names/zipNames.ts';
import type { UnzipOutcome } from '../../archive/unzip.ts';
import { inBatches } from '../../core/batches.ts';
import type { Broken } from '../../core/faults/failure.ts';
import { isHiddenGiven, isZip, labelFromPath, maxPhotoPixels, typeByName } from '../../core/intake.ts';
import { samplesFolder } from '../../core/samplePhotos.ts';
import type { FileDescription } from '../../pipeline/job.ts';
import type { GivenFile } from '../model/givenFile.ts';
import type { AskNames, LeftOut, LeftOutReason } from '../model/intake.ts';
import type { Origin } from '../model/photos.ts';
import type { FoundPhoto, FoundQuestion, IntakeBefore, IntakeFound } from '../services/intake.ts';
import { leftOutBy } from './leftOutBy.ts';
import { chosenLabels, withLevels } from './levels.ts';
import { findRepeats } from './repeats.ts';

/** Path of the sample photos. Had again they are the same, so they need no storage. */
const samplesPath = `${samplesFolder}/`;

/** Files that are described by one call to a worker, and calls under way at a time. */
const batchSize = 64;
const batchesAtOnce = 4;

export interface IntakeTools {
  /** What the first bytes of each file say, in order; null where they say nothing. */
  describe(files: readonly Blob[]): Promise<readonly (FileDescription | null)[]>;
  /** Hex SHA-256 of each file, in order; null where it cannot be read. */
  digests(files: readonly Blob[]): Promise<readonly (string | null)[]>;
  /** How the names in a zip can be read, where they do not say it themselves; else null. */
  readings(zip: File): Promise<Readings | null>;
  /** `encoding`: what names are written in that do not say so; null leaves it to the most plausible. */
  openZip(zip: File, encoding: Encoding | null, options: UnzipProgress): Promise<UnzipOutcome | Broken>;
  /** Asks a person which reading is right, before anything is labelled. Without it the most plausible one is. */
  readonly askNames?: AskNames | undefined;
  /** What is there already. */
  readonly before: IntakeBefore;
  readonly signal?: AbortSignal;
  /** Files found so far (zips grow it) and files looked at. */
  readonly onProgress?: (found: number, read: number) => void;
}

/**
 * Turns given files into photos: opens zips, reads what each file's first bytes say, and leaves out what is no photo
 * or is on the page already. Everything that costs time happens in the tools, in batches, so that the page stays
 * smooth with ten thousand files.
 *
 * @throws the signal's reason
 */
export async function readIntake(files: readonly GivenFile[], tools: IntakeTools): Promise<IntakeFound> {
  const leftOut: LeftOut[] = [];
  const candidates = await openZips(files, leftOut, tools);

  let read = leftOut.length;
  const found = read + candidates.length;
  tools.onProgress?.(found, read);
  const descriptions = await inBatches(
    candidates,
    batchSize,
    batchesAtOnce,
    async slice => {
      const result = await tools.describe(slice.map(given => given.file));
      read += slice.length;
      tools.onProgress?.(found, read);
      return result;
    },
    tools.signal,
  );

  const photos: FoundPhoto[] = [];
  candidates.forEach((given, index) => {
    const verdict = judge(given, descriptions[index] ?? null);
    if (typeof verdict === 'string') leftOut.push({ reason: verdict, path: given.path });
    else photos.push(verdict);
  });

  const { before } = tools;
  const chosen = new Set([...before.labels, ...chosenLabels(before.photos)]);
  const levelled = withLevels(photos, before.photos, chosen);
  const { again, twins } = await findRepeats(levelled.photos, before.photos, tools);
  const repeated = levelled.photos.filter(photo => again.has(photo));
  return {
    photos: levelled.photos.filter(photo => !again.has(photo)),
    leftOut: [...leftOut, ...repeated.map(({ path }) => ({ reason: 'same-again', path }) as const)],
    questions: [...levelled.questions, ...twinQuestions(twins)],
  };
}

/** One question for each two labels. */
function twinQuestions(twins: Extract<FoundQuestion, { kind: 'twins' }>['copies']): readonly FoundQuestion[] {
  const byLabels = new Map<string, (typeof twins)[number][]>();
  for (const pair of twins) {
    const labels = pair.map(({ labelName }) => labelName ?? '').sort();
    const key = JSON.stringify(labels);
    byLabels.set(key, [...(byLabels.get(key) ?? []), pair]);
  }
  return Array.from(byLabels.values(), copies => ({ kind: 'twins', copies }));
}

/** The files to look into, in the order given, with the files of a zip in its place. */
async function openZips(
  given: readonly GivenFile[],
  leftOut: LeftOut[],
  tools: IntakeTools,
): Promise<readonly GivenFile[]> {
  const candidates: GivenFile[] = [];
  for (const item of given) {
    if (isHiddenGiven(item.path)) leftOut.push({ reason: 'hidden', path: item.path });
    else if (!isZip(item.path, item.file.type)) candidates.push(item);
    else {
      tools.signal?.throwIfAborted();
      tools.onProgress?.(given.length, leftOut.length);
      const opened = await openZip(item, tools);
      candidates.push(...opened.files);
      leftOut.push(...opened.leftOut);
    }
  }
  return candidates;
}

async function openZip(
  given: GivenFile,
  tools: IntakeTools,
): Promise<{ readonly files: readonly GivenFile[]; readonly leftOut: readonly LeftOut[] }> {
  const { file, path } = given;
  const readings = tools.askNames ? await tools.readings(file) : null;
  const encoding = readings && tools.askNames ? await tools.askNames(file.name, readings) : null;
  const { signal, onProgress } = tools;
  const outcome = await tools.openZip(file, encoding, { signal, onProgress });
  if (outcome.kind !== 'opened') {
    const reason = outcome.kind === 'refused' ? outcome.reason : leftOutBy(outcome);
    // A name may lie: what is no zip may be something that is known.
    if (reason === 'zip-damaged' && (await tools.describe([file]))[0]) {
      return { files: [given], leftOut: [] };
    }
    return { files: [], leftOut: [{ reason, path }] };
  }
  // The zip stays in the path, so that a list of what was left out tells where it came from.
  return {
    files: outcome.files.map(({ file: inner, stored, path: innerPath }) => ({
      file: inner,
      stored,
      path: `${path}/${innerPath}`,
    })),
    leftOut: [
      ...outcome.leftOut.map(({ reason, path: inner }) => ({ reason, path: `${path}/${inner}` })),
      ...(outcome.complete ? [] : [{ reason: 'zip-incomplete', path } as const]),
    ],
  };
}

/**
 * A file with a photo's name that cannot be described is kept: it is listed, fails in the run with its reason, and
 * can be tried again. What is no photo even by its name is left out.
 */
function judge(given: GivenFile, description: FileDescription | null): FoundPhoto | LeftOutReason {
  const { file, path } = given;
  if (description?.kind === 'other') return `other-${description.what}`;
  const type = description?.type ?? typeByName(path);
  if (type === null) return 'not-an-image';
  if (description !== null && description.width * description.height > maxPhotoPixels) return 'too-large';
  return {
    file,
    path,
    name: file.name,
    type,
    description,
    labelName: labelFromPath(path),
    origin: originOf(given),
  };
}

function originOf({ path, stored, root }: GivenFile): Origin {
  if (stored !== undefined) return { kind: 'stored', stored };
  if (path.startsWith(samplesPath)) return { kind: 'sample' };
  return root === undefined ? { kind: 'given' } : { kind: 'given', root };
}
