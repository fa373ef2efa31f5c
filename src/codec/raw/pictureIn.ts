import type { PhotoDescription } from '../describe/description.ts';

/** The JPEG in a camera's raw file, which is its picture here; any other file as it is. */
export function pictureIn(
  bytes: Uint8Array<ArrayBuffer>,
  photo: PhotoDescription,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly photo: PhotoDescription } {
  const { embedded } = photo;
  if (embedded === undefined) return { bytes, photo };
  return { bytes: bytes.subarray(embedded.from, embedded.to), photo: { ...photo, type: 'image/jpeg' } };
}
