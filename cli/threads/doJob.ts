import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { PhotoError } from '../../src/codec/photoError.ts';
import type { FailureReason } from '../../src/core/faults/failure.ts';
import { type Bench, type MadePhoto, protectBytes, sha256 } from '../photo/protectPhoto.ts';
import type { PhotoJob, PhotoResult, ThreadSetup } from './protocol.ts';

/** One job from its source to its result. Rejects never. */
export async function doJob(job: PhotoJob, setup: ThreadSetup, bench: Bench): Promise<PhotoResult> {
  try {
    const source = typeof job.from === 'string' ? bytesOf(job.from) : job.from;
    const sourceSha256 = sha256(source);
    if (isWhole(job, sourceSha256)) return { kind: 'whole' };
    const treatment = setup.treatments[job.label];
    if (treatment === undefined) throw new Error('A job names a label that there is not.');
    const { name, type, quality } = job;
    const made = await protectBytes(source, { name, treatment, type, quality, marks: setup.marks }, bench);
    const stopped = job.to === null ? null : write(made.bytes, job.to);
    return stopped ?? done(made, sourceSha256, job.to === null);
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

function done(made: MadePhoto, sourceSha256: string, giveBack: boolean): PhotoResult {
  const { bytes, ...facts } = made;
  const size = bytes.length;
  return {
    kind: 'protected',
    ...facts,
    sourceSha256,
    sha256: sha256(bytes),
    size,
    bytes: giveBack ? bytes : null,
  };
}

function isWhole({ known, to }: PhotoJob, sourceSha256: string): boolean {
  if (known === null || to === null || known.sourceSha256 !== sourceSha256) return false;
  try {
    return sha256(readFileSync(to.path)) === known.sha256;
  } catch {
    return false;
  }
}

function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  try {
    const { buffer, byteOffset, length } = readFileSync(path);
    return new Uint8Array(buffer as ArrayBuffer, byteOffset, length);
  } catch {
    throw new PhotoError({ kind: 'vanished' });
  }
}

/** Whole or not at all: what has the name of a result is one. */
function write(bytes: Uint8Array, { draft, path }: NonNullable<PhotoJob['to']>): PhotoResult | null {
  try {
    writeFileSync(draft, bytes);
    renameSync(draft, path);
    return null;
  } catch (error) {
    try {
      rmSync(draft, { force: true });
    } catch {
      // It is cleared away by the next run.
    }
    const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error));
    return { kind: 'stopped', why: full ? 'storage-full' : 'not-writable', path };
  }
}

/** The system's word for what went wrong with a file; empty for other errors. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function reasonOf(error: unknown): FailureReason {
  if (error instanceof PhotoError) return error.reason;
  return {
    kind: 'unexpected',
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}
