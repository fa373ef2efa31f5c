import { type RecipeBook, recipeBook } from '../../src/core/recipe.ts';
import type { OutputSettings, OutputType, SourceType } from '../../src/core/settings.ts';
import type { Journal } from '../parts/journal.ts';
import type { PhotoLine } from '../parts/part.ts';
import type { PartSurvey } from '../parts/readPart.ts';
import type { Shard } from '../parts/shard.ts';
import type { KeyedLine } from '../parts/sortLines.ts';
import { failureSentence, type SetFailure } from '../photo/failureSentence.ts';
import type { PhotoPool } from '../threads/photoPool.ts';
import type { PhotoResult } from '../threads/protocol.ts';
import type { RunBasis } from './basis.ts';
import type { Drafts } from './drafts.ts';
import type { Progress } from './progress.ts';

/** What stops a run before its end. */
export type Stop =
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'storage-full' | 'not-writable'; readonly path: string };

/** What is asked of a run. */
export interface RunOrder {
  readonly basis: RunBasis;
  readonly output: OutputSettings;
  readonly shard: Shard;
  readonly receipt: string;
  readonly part: string;
  readonly out: string;
  readonly threads: number | null;
  /** Does everything again. */
  readonly anew: boolean;
  readonly json: boolean;
  /** Photos in this share; null where that is not known. */
  readonly total: number | null;
  /** Protects the set. `known` is what an earlier run came to; null where everything is done again. */
  work(run: Run, survey: PartSurvey, known: AsyncGenerator<KeyedLine> | null): Promise<void>;
}

/** What the parts of a run work with. */
export interface Run {
  readonly basis: RunBasis;
  readonly output: OutputSettings;
  readonly shard: Shard;
  readonly out: string;
  readonly pool: PhotoPool;
  readonly journal: Journal;
  readonly drafts: Drafts;
  readonly progress: Progress;
  readonly recipes: RecipeBook;
  /** Place of each label in the order. */
  readonly places: ReadonlyMap<string, number>;
  /** Aborted by Ctrl-C, and by whatever else ends the run; its reason is a {@link Stop}. */
  readonly signal: AbortSignal;
  stop(why: Stop): void;
}

export function recipesOf({ keyCheck, settings, labels }: RunBasis, output: OutputSettings): RecipeBook {
  return recipeBook({ keyCheck, settings, output, labels });
}

/** How a photo of this label and kind would be made now. The size has no say: none is made smaller here. */
export function recipeFor(recipes: RecipeBook, label: string, type: SourceType | OutputType): string | null {
  return recipes(label, { type, width: 0, height: 0 });
}

/** A photo with its place and its name. */
export interface Placed {
  readonly source: string;
  readonly path: string;
  readonly label: string;
  readonly recipe: string;
}

/** Writes down what came of a photo, and counts it. */
export function record(run: Run, photo: Placed, result: PhotoResult): void {
  const { journal, progress } = run;
  switch (result.kind) {
    case 'whole':
      progress.count('whole');
      return;
    case 'stopped':
      run.stop({ kind: result.why, path: result.path });
      return;
    case 'failed':
      recordFailure(run, photo, isMisnamed(photo, result.reason) ? { kind: 'misnamed' } : result.reason);
      return;
    case 'protected':
      write(run, () => journal.add(photoLine(photo, result)));
      for (const note of result.notes) progress.note(note);
      progress.count('protected');
  }
}

/** Names in bytes that are no UTF-8 come with signs in their place, and so lead to no file. */
function isMisnamed({ source }: Placed, reason: SetFailure): boolean {
  return reason.kind === 'vanished' && source.includes('\ufffd');
}

/** Writes down what failed, and says so. */
export function recordFailure(run: Run, photo: Omit<Placed, 'recipe'>, reason: SetFailure): void {
  const { path, source, label } = photo;
  write(run, () => run.journal.add({ kind: 'failed', path, source, label, reason }));
  run.progress.failed(source, failureSentence(reason));
}

function photoLine(photo: Placed, result: Extract<PhotoResult, { kind: 'protected' }>): PhotoLine {
  const { path, source, label, recipe } = photo;
  const { sha256, sourceSha256, width, height, peak } = result;
  const line = { kind: 'photo', path, sha256, sourceSha256, source, label, width, height, recipe } as const;
  return peak === null ? line : { ...line, peak };
}

/** Writes where the disk may be full. */
export function write(run: Run, work: () => void): void {
  try {
    work();
  } catch (error) {
    run.stop(stopFor(error, run.out));
  }
}

const full = ['ENOSPC', 'EDQUOT'];
const closed = ['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOENT', 'ENOTDIR', 'EPIPE'];

/** What an error of the disk means for a run. @throws the error, where it is none of the disk */
export function stopFor(error: unknown, path: string): Stop {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (full.includes(code)) return { kind: 'storage-full', path };
  if (closed.includes(code)) return { kind: 'not-writable', path };
  throw error;
}
