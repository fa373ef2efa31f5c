import { useEffect, useState } from 'react';
import { orTell } from '../../core/faults/unexpected.ts';
import type { PhotoId } from '../../state/model/photos.ts';
import { finishedPhoto } from '../../state/queries/photoStatus.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';

export type ThumbnailState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly url: string }
  /** The photo cannot be shown. */
  | { readonly kind: 'none' };

/** Milliseconds that a tile must stay in sight before its photo is decoded. */
const patience = 60;

const waiting: ThumbnailState = { kind: 'waiting' };

/** The thumbnail of a photo while it is in sight. `retry` asks anew, for a URL that the cache has freed since. */
export function useThumbnail(id: PhotoId): {
  readonly thumbnail: ThumbnailState;
  readonly retry: () => void;
} {
  const { thumbnail: make } = useActions();
  const [thumbnail, setThumbnail] = useState<ThumbnailState>(waiting);
  const [turn, setTurn] = useState(0);
  // After a reload a photo's file may come later than its tile.
  const file = useKeyveil(s => s.photos.get(id)?.file);
  // A tile turns to its result as soon as that is there, and back where it is out of date.
  const made = useKeyveil(s => finishedPhoto(s, id)?.sha256);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn, file or result is what asks again
  useEffect(() => {
    const wanted = new AbortController();
    const timer = setTimeout(async () => {
      const url = await make(id, wanted.signal).catch(orTell(null, 'thumbnail'));
      if (wanted.signal.aborted) return;
      setThumbnail(url === null ? { kind: 'none' } : { kind: 'ready', url });
    }, patience);
    return () => {
      clearTimeout(timer);
      wanted.abort();
    };
  }, [id, make, turn, file, made]);
  const retry = () => {
    // Once only: a picture that cannot be shown a second time never will be.
    setThumbnail(turn === 0 ? waiting : { kind: 'none' });
    if (turn === 0) setTurn(1);
  };
  return { thumbnail, retry };
}
