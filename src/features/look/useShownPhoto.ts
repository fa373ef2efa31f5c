import { useState } from 'react';
import type { Photo, PhotoId } from '../../state/model/photos.ts';
import { useKeyveil } from '../../state/react.tsx';

export interface ShownPhoto {
  readonly photo: Photo;
  /** Protection changes it more than any other that was looked at. */
  readonly most: boolean;
  /** Goes to the photo before or after it, from the most to the least changed; null where there is no other. */
  readonly go: ((by: 1 | -1) => void) | null;
}

/**
 * Which photo the strip shows: that which protection changes most, until a person goes on or picks one themselves.
 *
 * @param current the photo in hand
 */
export function useShownPhoto(current: Photo): ShownPhoto {
  const photos = useKeyveil(s => s.photos);
  const order = useKeyveil(s => s.changedMost);
  const [picked, setPicked] = useState<PhotoId | null>(null);
  const [last, setLast] = useState(current.id);
  if (last !== current.id) {
    setLast(current.id);
    setPicked(current.id);
  }
  const there = order.filter(id => photos.get(id)?.file);
  const photo = photos.get(picked ?? there[0] ?? current.id) ?? current;
  const at = there.indexOf(photo.id);
  // From a photo that was not looked at, the most changed is next.
  const go = (by: 1 | -1) => setPicked(there.at(at < 0 && by > 0 ? 0 : (at + by) % there.length) ?? null);
  return { photo, most: at === 0 && there.length > 1, go: there.length > (at < 0 ? 0 : 1) ? go : null };
}
