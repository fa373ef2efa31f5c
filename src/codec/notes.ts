import type { PhotoDescription } from './describe/description.ts';

/** Something that happened to the photo which its owner should know, though it came out right. */
export type PhotoNote =
  | { readonly kind: 'first-frame' }
  | { readonly kind: 'alpha-on-white' }
  /** It is the JPEG that a camera put into its raw file, and not the raw data. */
  | { readonly kind: 'from-raw' };

/** What is known of a photo before anything is done with it. */
export function notesOf({ animated, embedded }: PhotoDescription): readonly PhotoNote[] {
  const notes: PhotoNote[] = animated ? [{ kind: 'first-frame' }] : [];
  if (embedded !== undefined) notes.push({ kind: 'from-raw' });
  return notes;
}
