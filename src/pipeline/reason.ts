import { PhotoError } from '../codec/photoError.ts';

import type { FailureReason } from '../core/faults/failure.ts';
import { isOutOfReach } from '../core/faults/outOfReach.ts';
import { unexpected } from '../core/faults/unexpected.ts';

/**
 * What an exception means for the photo: the one place where exceptions become data. Those that mean a mistake of ours reach
 * a developer too.
 */
export function reasonOf(error: unknown): FailureReason {
  if (error instanceof PhotoError) return error.reason;
  if (error instanceof Error && error.name === 'QuotaExceededError') return { kind: 'storage-full' };
  const { name, message } = unexpected(error, 'photo');
  return { kind: 'unexpected', detail: `${name}: ${message}` };
}

/** For a file that one can do without: null, whatever is wrong with it, and a mistake of ours is told of. */
export function nullFor(error: unknown): null {
  if (!isOutOfReach(error)) reasonOf(error);
  return null;
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
