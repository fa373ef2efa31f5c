import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceType } from '../../src/core/settings.ts';
import { outputTypeFor, qualityFor } from '../../src/core/settings.ts';
import type { TarLine } from '../parts/part.ts';
import type { PartSurvey } from '../parts/readPart.ts';
import type { SetFailure } from '../photo/failureSentence.ts';
import { photoByName } from '../set/photoNames.ts';
import { memberName, pathIn, sourceIn, type TarSet } from '../set/tars.ts';
import { digestOf, HashedInput } from '../tar/hashed.ts';
import { DamagedTar, readTar, type TarMember } from '../tar/readTar.ts';
import { isPhoto, type LabelOfSample, type Sample, samplesOf } from '../tar/samples.ts';
import { TarFile, type TarSink } from '../tar/writeTar.ts';
import type { PhotoResult } from '../threads/protocol.ts';
import { type Placed, type Run, recipeFor, record, recordFailure, stopFor, write } from './run.ts';

/** How tars are read. */
export interface TarManner {
  readonly labelOf: LabelOfSample;
  /** Endings of members that are no photos, whatever they look like. */
  readonly leave: readonly string[];
}

/** Protects a set of tars, one after another, each into one of the same name; what is no photo is copied as it is. */
export async function protectTars(
  set: TarSet,
  run: Run,
  survey: PartSurvey | null,
  manner: TarManner,
): Promise<void> {
  for (const tar of set.tars) {
    if (run.signal.aborted) return;
    const from = join(set.root, tar);
    const to = join(run.out, tar);
    const known = survey?.tars.get(tar);
    if (known !== undefined && (await isWhole(known, from, to, recipeOfTar(run)))) {
      for (let photo = 0; photo < known.photos; photo++) run.progress.count('whole');
      continue;
    }
    await protectTar(tar, createReadStream(from), new TarFile(to, run.drafts.next()), run, manner);
  }
}

async function isWhole(known: TarLine, from: string, to: string, recipe: string): Promise<boolean> {
  if (known.recipe !== recipe || !existsSync(from) || !existsSync(to)) return false;
  return (await digestOf(from)) === known.sourceSha256 && (await digestOf(to)) === known.sha256;
}

/** Differs exactly when what comes of a tar would. */
function recipeOfTar({ basis, output }: Run): string {
  return JSON.stringify([basis.keyCheck, basis.commitment, basis.settings, output]);
}

/** One tar. What comes out has its name once it is whole. */
export async function protectTar(
  tar: string,
  input: AsyncIterable<Uint8Array>,
  sink: TarSink,
  run: Run,
  manner: TarManner,
): Promise<void> {
  const line = { kind: 'tar', path: tar, recipe: recipeOfTar(run) } as const;
  const begun = { ...line, state: 'begun', sha256: '', sourceSha256: '', photos: 0 } as const;
  write(run, () => run.journal.add(begun));
  const source = new HashedInput(input);
  try {
    const photos = await protectMembers(tar, source, sink, run, manner);
    if (run.signal.aborted) return sink.discard();
    const sha256 = await sink.finish();
    const sourceSha256 = await source.finish();
    write(run, () => run.journal.add({ ...line, state: 'whole', sha256, sourceSha256, photos }));
  } catch (error) {
    sink.discard();
    // What was written down of it no longer counts.
    write(run, () => run.journal.add(begun));
    if (error instanceof DamagedTar) {
      recordFailure(run, { source: tar, path: tar, label: '' }, { kind: 'damaged-tar' });
    } else run.stop(stopFor(error, tar));
  }
}

/** Samples are worked on side by side and written in their order. Gives how many photos came out. */
async function protectMembers(
  tar: string,
  input: AsyncIterable<Uint8Array>,
  sink: TarSink,
  run: Run,
  manner: TarManner,
): Promise<number> {
  const before = run.progress.counts.protected;
  const queue: Promise<readonly TarMember[]>[] = [];
  const writeFirst = async () => {
    for (const member of (await queue.shift()) ?? []) await sink.add(member);
  };
  for await (const sample of samplesOf(readTar(input))) {
    await run.pool.ready();
    if (run.signal.aborted) break;
    queue.push(protectSample(tar, sample, run, manner));
    while (queue.length > run.pool.width) await writeFirst();
  }
  while (queue.length > 0 && !run.signal.aborted) await writeFirst();
  // None may still speak to the journal once it is closed.
  await Promise.allSettled(queue);
  return run.progress.counts.protected - before;
}

/** What is written of a sample; nothing where a photo of it failed, which nobody could train on or protect. */
async function protectSample(
  tar: string,
  sample: Sample,
  run: Run,
  manner: TarManner,
): Promise<readonly TarMember[]> {
  const photos = sample.members.filter(member => isPhoto(member, manner.leave));
  if (photos.length === 0) return sample.members;
  const label = manner.labelOf(sample);
  const place = label === null ? undefined : run.places.get(label);
  if (label === null || place === undefined) {
    const reason: SetFailure = label === null ? { kind: 'no-label' } : { kind: 'unknown-label', label };
    for (const { name } of photos) {
      const path = `${tar}!${name}`;
      recordFailure(run, { source: sourceIn(tar, name), path, label: label ?? '' }, reason);
    }
    return [];
  }
  const made = photos.map(member => protectMember(tar, member, label, place, run));
  return wholeSample(sample, await Promise.all(made), run);
}

interface MadeMember {
  readonly member: TarMember;
  readonly photo: Placed;
  readonly result: PhotoResult;
}

/** The sample with its protected photos, if all of them are; writes down what came of each. */
function wholeSample(sample: Sample, made: readonly MadeMember[], run: Run): readonly TarMember[] {
  const whole = made.every(({ result }) => result.kind === 'protected');
  for (const { photo, result } of made) if (whole || result.kind !== 'protected') record(run, photo, result);
  if (!whole) return [];
  return sample.members.map(member => {
    const result = made.find(one => one.member === member)?.result;
    const bytes = result?.kind === 'protected' ? result.bytes : null;
    return bytes === null ? member : { name: memberName(member.name, run.output.format), bytes };
  });
}

async function protectMember(
  tar: string,
  member: TarMember,
  label: string,
  place: number,
  run: Run,
): Promise<MadeMember> {
  const { output } = run;
  const { name, bytes } = member;
  const sourceType: SourceType = photoByName(name) ?? 'image/jpeg';
  const type = outputTypeFor(sourceType, output.format);
  const photo = {
    source: sourceIn(tar, name),
    path: pathIn(tar, name, label, output.format),
    label,
    recipe: recipeFor(run.recipes, label, sourceType) ?? '',
  };
  const job = {
    label: place,
    type,
    quality: qualityFor(type, output),
    name,
    from: bytes,
    to: null,
    known: null,
  };
  return { member, photo, result: await run.pool.do(job) };
}
