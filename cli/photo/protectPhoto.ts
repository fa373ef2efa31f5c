import { createHash } from 'node:crypto';
import { markFile } from '../../src/codec/metadata/markFile.ts';
import { readCredit } from '../../src/codec/metadata/read.ts';
import type { FileMarks } from '../../src/core/plan.ts';
import type { OutputType } from '../../src/core/settings.ts';
import type { Treatment } from '../../src/core/treatment.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { decodePhoto, readDescription } from './decodePhoto.ts';
import { encodePhoto } from './encodePhoto.ts';

/** What is done to a photo, and what file it becomes. */
export interface PhotoOrder {
  readonly treatment: Treatment;
  readonly type: OutputType;
  /** In (0, 1]; undefined for PNG. */
  readonly quality: number | undefined;
  readonly marks: FileMarks;
}

export interface MadePhoto {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the protected file, in pixels. */
  readonly width: number;
  readonly height: number;
  /** `cuda`: what the photo was divided by. */
  readonly peak: number | null;
  /** It moved; what came out is its first frame. */
  readonly animated: boolean;
}

/** Lets a photo in once there is memory for its pixels, and gives them back. */
export interface Room {
  enter(pixels: number): void;
  leave(): void;
}

/** The way of one photo from bytes to bytes. @throws PhotoError */
export async function protectBytes(
  source: Uint8Array<ArrayBuffer>,
  order: PhotoOrder,
  engine: Engine,
  room: Room,
): Promise<MadePhoto> {
  const photo = await readDescription(source);
  room.enter(photo.width * photo.height);
  try {
    const { pixels, opaque } = await decodePhoto(source, photo);
    const made = await engine.protect(pixels, order.treatment);
    const encoded = await encodePhoto(made.pixels, opaque, order.type, order.quality);
    const { optOut, rights, keepDateAndCopyright } = order.marks;
    const credit = keepDateAndCopyright ? await readCredit(source, photo.type) : null;
    const bytes = markFile(encoded, order.type, { optOut, rights, credit });
    const { width, height } = made.pixels;
    return { bytes, width, height, peak: made.peak, animated: photo.animated };
  } finally {
    room.leave();
  }
}

/** Lower-case hex SHA-256. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
