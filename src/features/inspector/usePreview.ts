import { useEffect, useState, useSyncExternalStore } from 'react';
import { useActions } from '../../state/react.tsx';
import type { Point, Size } from './geometry.ts';
import type { SeenSize } from './look.ts';
import { type FeedState, PreviewFeed, type Wanted } from './previewFeed.ts';
import type { Treatment } from './subject.ts';

/** Device pixels asked for beyond each edge of the view, so that a drag meets picture at once. */
const margin = 64;

interface Looked {
  readonly id: string;
  readonly treatment: Treatment | null;
  readonly size: SeenSize;
  readonly centre: Point;
  readonly scale: number;
  /** Device pixels; null before it was measured. */
  readonly view: Size | null;
  readonly difference: boolean;
  /** Ask for nothing now: something else shows the photo, or the filters are being made. */
  readonly paused: boolean;
}

/** Pictures of what is looked at, as they come. */
export function usePreview(looked: Looked): FeedState {
  const { id, treatment, size, centre, scale, view, difference, paused } = looked;
  const { preview } = useActions();
  const [feed] = useState(() => new PreviewFeed(preview));
  const { x, y } = centre;
  const width = view?.width ?? 0;
  const height = view?.height ?? 0;

  useEffect(() => {
    if (paused || width === 0 || height === 0) return feed.want(null);
    const wanted: Wanted = {
      id,
      treatment,
      difference,
      look:
        size === 'full'
          ? {
              kind: 'part',
              centre: { x, y },
              width: (width + 2 * margin) / scale,
              height: (height + 2 * margin) / scale,
              scale,
            }
          : { kind: 'trainer', shortSide: size },
    };
    feed.want(wanted);
  }, [feed, id, treatment, size, x, y, scale, width, height, difference, paused]);

  useEffect(() => () => feed.clear(), [feed]);

  return useSyncExternalStore(feed.subscribe, feed.state);
}
