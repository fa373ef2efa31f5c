import { PhotoError } from '../codec/photoError.ts';
import type { FailureReason } from '../core/faults/failure.ts';

/** What an exception means for the photo: the one place where exceptions become data. */
export function reasonOf(error: unknown): FailureReason {
  if (error instanceof PhotoError) return error.reason;
  const { name, message } =
    error instanceof Error || error instanceof DOMException ? error : { name: '', message: String(error) };
  if (name === 'QuotaExceededError') return { kind: 'storage-full' };
  return { kind: 'unexpected', detail: name === '' ? message : `${name}: ${message}` };
}

/** The bytes of a file that a person chose a while ago. @throws PhotoError `vanished` */
export async function readBytes(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // NotFoundError when it was moved or removed, NotReadableError when it changed or may not be read.
    throw new PhotoError({ kind: 'vanished' });
  }
}
