import { decode } from '../codec/decode.ts';
import type { Decoded } from '../codec/decoded.ts';
import { describePhoto } from '../codec/describe/describePhoto.ts';
import type { PhotoDescription } from '../codec/describe/description.ts';
import { PhotoError } from '../codec/photoError.ts';
import { readBytes } from './reason.ts';

/** A photo's bytes, and what they say of it. */
export interface ReadPhoto {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly photo: PhotoDescription;
}

/**
 * Reads a photo that a person chose a while ago.
 *
 * @param known what its first bytes said when it was chosen
 * @throws PhotoError `vanished` or `unreadable`
 */
export async function readPhoto(file: Blob, known?: PhotoDescription): Promise<ReadPhoto> {
  const bytes = await readBytes(file);
  const photo = await describePhoto(bytes, {
    ...(known && { known }),
    name: file instanceof File ? file.name : '',
  });
  if (photo === null) throw new PhotoError({ kind: 'unreadable' });
  return { bytes, photo };
}

/** The same, decoded. @throws PhotoError as reading and decoding do */
export async function decodeFile(file: Blob): Promise<Decoded & ReadPhoto> {
  const { bytes, photo } = await readPhoto(file);
  return { bytes, photo, ...(await decode(bytes, photo, file)) };
}
