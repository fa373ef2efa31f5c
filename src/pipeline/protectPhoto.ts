import { decode } from '../codec/decode.ts';
import type { Decoded } from '../codec/decoded.ts';
import type { PhotoDescription } from '../codec/describe/description.ts';
import { encode, refuseTooLong } from '../codec/encode.ts';
import { notesOf } from '../codec/notes.ts';
import type { Engine, Treatment } from '../engine/engine.ts';
import type { Folder } from '../storage/folder.ts';
import { sha256 } from './digest.ts';
import { fitted, keptCredit, marked } from './finish.ts';
import { freeBuffer } from './freeBuffer.ts';
import type { PhotoNote, ProtectedPhoto, ProtectJob, ProtectOutcome } from './job.ts';
import { protectedPlanes, type WrittenPhoto } from './protectedPlanes.ts';
import { readPhoto } from './readPhoto.ts';
import { reasonOf } from './reason.ts';

export interface Bench {
  readonly engine: Engine;
  readonly folder: Folder;
  readonly signal: AbortSignal;
}

/**
 * The way of one photo: read, decode, protect, make smaller, encode, mark, store. The file is read once, decoded once
 * and encoded once. Whatever goes wrong comes back as a failed outcome; rejects only when the signal aborts, with its
 * reason.
 */
export async function protectPhoto(job: ProtectJob, bench: Bench): Promise<ProtectOutcome> {
  try {
    return await protect(job, bench);
  } catch (error) {
    bench.signal.throwIfAborted();
    return { kind: 'failed', id: job.id, reason: reasonOf(error) };
  }
}

async function protect(job: ProtectJob, { engine, folder, signal }: Bench): Promise<ProtectedPhoto> {
  const { bytes: source, photo: given } = await readPhoto(job.file, job.description);
  signal.throwIfAborted();
  const notes = notesOf(given);

  // The digest runs on another thread while the photo is decoded.
  const sourceDigest = sha256(source);
  const [made, sourceSha256, credit] = await Promise.all([
    written(source, given, job, engine, signal),
    sourceDigest,
    keptCredit(source, given.type, job.output),
  ]);
  freeBuffer(source);
  signal.throwIfAborted();
  const bytes = marked(made.bytes, job.output.format, job.output, credit);
  const [digest, stored] = await Promise.all([
    sha256(bytes),
    folder.gather(job.id, bytes, job.output.format),
  ]);
  return {
    kind: 'protected',
    id: job.id,
    stored,
    bytes: bytes.length,
    sha256: digest,
    sourceSha256,
    width: made.width,
    height: made.height,
    peak: made.peak,
    notes: [...notes, ...made.notes],
  };
}

interface Written extends WrittenPhoto {
  readonly peak: number | null;
  readonly notes: readonly PhotoNote[];
}

/** The protected photo as a file without its marks: from plane to plane where that is possible, else by its pixels. */
async function written(
  source: Uint8Array<ArrayBuffer>,
  given: PhotoDescription,
  job: ProtectJob,
  engine: Engine,
  signal: AbortSignal,
): Promise<Written> {
  const short = await protectedPlanes(source, given, job, signal);
  if (short !== null) return { ...short, peak: null, notes: [] };
  const decoded = await decode(source, given, job.file);
  signal.throwIfAborted();
  const { format, quality, longSide } = job.output;
  const side = Math.max(decoded.pixels.width, decoded.pixels.height);
  // Refused before the work, since the size of the result is known.
  refuseTooLong(Math.min(side, longSide ?? side), format);
  const { photo, peak } = await treat(decoded, job.treatment, engine, signal);
  signal.throwIfAborted();
  const fit = await fitted(photo, job.output);
  const { width, height } = fit.pixels;
  const { bytes, notes } = await encode(fit, format, quality);
  for (const used of [decoded.pixels.data, photo.pixels.data, fit.pixels.data]) freeBuffer(used);
  return { bytes, width, height, peak, notes };
}

interface Treated {
  readonly photo: Decoded;
  readonly peak: number | null;
}

async function treat(
  decoded: Decoded,
  treatment: Treatment | null,
  engine: Engine,
  signal: AbortSignal,
): Promise<Treated> {
  if (treatment === null) return { photo: decoded, peak: null };
  const { pixels, peak } = await engine.protect(decoded.pixels, treatment, signal);
  return { photo: { pixels, opaque: decoded.opaque }, peak };
}
