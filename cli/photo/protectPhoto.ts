import { createHash } from 'node:crypto';
import type { PhotoDescription } from '../../src/codec/describe/description.ts';
import { markFile } from '../../src/codec/metadata/markFile.ts';
import { readCredit } from '../../src/codec/metadata/read.ts';
import { notesOf, type PhotoNote } from '../../src/codec/notes.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { collectNow } from './collectNow.ts';
import { decodePhoto, readDescription } from './decodePhoto.ts';
import { encodePhoto, type WrittenPhoto } from './encodePhoto.ts';
import type { PhotoOrder } from './order.ts';
import { protectInPlanes } from './planes.ts';

export interface MadePhoto {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the protected file, in pixels. */
  readonly width: number;
  readonly height: number;
  /** `cuda`: what the photo was divided by. */
  readonly peak: number | null;
  /** What its owner should know, though it came out right. */
  readonly notes: readonly PhotoNote[];
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
  const photo = await readDescription(source, order.name);
  const size = photo.width * photo.height;
  room.enter(size);
  try {
    const made = await encodeProtected(source, photo, order, engine);
    const { optOut, rights, keepDateAndCopyright } = order.marks;
    const credit = keepDateAndCopyright ? await readCredit(source, photo.type) : null;
    const bytes = markFile(made.bytes, order.type, { optOut, rights, credit });
    return { ...made, bytes, notes: [...notesOf(photo), ...made.notes] };
  } finally {
    if (size >= large) collectNow();
    room.leave();
  }
}

/** Whatever holds pixels is gone with it. */
async function encodeProtected(
  source: Uint8Array<ArrayBuffer>,
  photo: PhotoDescription,
  order: PhotoOrder,
  engine: Engine,
): Promise<WrittenPhoto & Pick<MadePhoto, 'peak' | 'notes'>> {
  const { treatment, type, quality } = order;
  const short = await protectInPlanes(source, photo, order);
  if (short !== null) return { ...short, peak: null, notes: [] };
  const { pixels, opaque } = await decodePhoto(source, photo);
  const made = await engine.protect(pixels, treatment);
  const { width, height } = made.pixels;
  const bytes = await encodePhoto(made.pixels, opaque, type, quality);
  const onWhite = !opaque && type === 'image/jpeg';
  return { bytes, width, height, peak: made.peak, notes: onWhite ? [{ kind: 'alpha-on-white' }] : [] };
}

/** Lower-case hex SHA-256. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
