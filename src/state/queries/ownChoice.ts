import type { PhotoId } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';

/** Whether the person keeps a photo out of the run. What an open receipt lists is not affected: it is done. */
export function isLeftOut(s: KeyveilState, id: PhotoId): boolean {
  return s.arrangement.own.get(id) === 'left-out';
}
