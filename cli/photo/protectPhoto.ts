import { createHash } from 'node:crypto';
import type { PhotoDescription } from '../../src/codec/describe/description.ts';
import { markFile } from '../../src/codec/metadata/markFile.ts';
import { readCredit } from '../../src/codec/metadata/read.ts';
import type { FileMarks } from '../../src/core/plan.ts';
import type { OutputType } from '../../src/core/settings.ts';
import type { Treatment } from '../../src/core/treatment.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { collectNow } from './collectNow.ts';
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

/** What a thread works with. */
export interface Bench {
  readonly engine: Engine;
  readonly room: Room;
}

/** From here on it is worth to give memory back at once. Pixels. */
const large = 2_000_000;

/** The way of one photo from bytes to bytes. @throws PhotoError */
export async function protectBytes(
  source: Uint8Array<ArrayBuffer>,
  order: PhotoOrder,
  { engine, room }: Bench,
): Promise<MadePhoto> {
  const photo = await readDescription(source);
  const size = photo.width * photo.height;
  room.enter(size);
  try {
    const { encoded, ...made } = await encodeProtected(source, photo, order, engine);
    const { optOut, rights, keepDateAndCopyright } = order.marks;
    const credit = keepDateAndCopyright ? await readCredit(source, photo.type) : null;
    const bytes = markFile(encoded, order.type, { optOut, rights, credit });
    return { ...made, bytes, animated: photo.animated };
  } finally {
    if (size >= large) collectNow();
    room.leave();
  }
}

/** Whatever holds pixels is gone with it. */
async function encodeProtected(
  source: Uint8Array<ArrayBuffer>,
  photo: PhotoDescription,
  { treatment, type, quality }: PhotoOrder,
  engine: Engine,
) {
  const { pixels, opaque } = await decodePhoto(source, photo);
  const made = await engine.protect(pixels, treatment);
  const { width, height } = made.pixels;
  const encoded = await encodePhoto(made.pixels, opaque, type, quality);
  return { encoded, width, height, peak: made.peak };
}

/** Lower-case hex SHA-256. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
