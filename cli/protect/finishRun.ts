import type { OutputType } from '../../src/core/settings.ts';
import { finishPart } from '../parts/journal.ts';
import type { PhotoLine } from '../parts/part.ts';
import { photoOf, sortedPhotos, surveyPart } from '../parts/readPart.ts';
import { receiptFiles } from '../parts/receiptFiles.ts';
import type { KeyedLine } from '../parts/sortLines.ts';
import { writeReceipt } from '../parts/writeReceipt.ts';
import { headOf } from './basis.ts';
import { type RunOrder, recipeFor, recipesOf } from './run.ts';

/** What a run that came to its end left. */
export interface Finished {
  readonly photos: number;
  readonly failed: number;
  /** Photos of earlier settings that still lie there, though they are in the set no more. */
  readonly stale: number;
  /** Null for a share: the receipt is made of all of them. */
  readonly receipt: string | null;
}

const types: Readonly<Record<string, OutputType>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** Writes the part of a run that has ended, and the receipt where it is the whole set's. */
export async function finishRun({ part, basis, output, shard, receipt }: RunOrder): Promise<Finished> {
  const recipes = recipesOf(basis, output);
  let stale = 0;
  const isCurrent = (line: PhotoLine) => {
    const type = types[line.path.slice(line.path.lastIndexOf('.') + 1)];
    return type !== undefined && recipeFor(recipes, line.label, type) === line.recipe;
  };
  const keep = (line: KeyedLine) => {
    const photo = photoOf(line);
    if (photo.kind === 'failed' || isCurrent(photo)) return true;
    stale += 1;
    return false;
  };
  const survey = await surveyPart(part);
  const photos = sortedPhotos(part, survey, `${part}.sorting`);
  const counts = await finishPart(part, {
    head: headOf(basis, output, shard),
    photos,
    keep,
    tars: survey.tars.values(),
  });
  if (shard.of > 1) return { ...counts, stale, receipt: null };
  await writeReceipt(receipt, basis, receiptFiles([part]));
  return { ...counts, stale, receipt };
}
