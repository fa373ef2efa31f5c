import { useEffect, useState, useSyncExternalStore } from 'react';
import { useActions } from '../../state/react.tsx';
import type { Point, Size } from './geometry.ts';
import { type FeedState, PreviewFeed, type Wanted } from './previewFeed.ts';
import type { Treatment } from './subject.ts';

/** Photo pixels asked for beyond each edge of the view, so that a drag meets picture at once. */
const margin = 64;

interface Look {
  readonly id: string;
  readonly treatment: Treatment | null;
  readonly centre: Point;
  /** Device pixels; null before it was measured. */
  readonly view: Size | null;
  /** Ask for nothing now: something else shows the photo, or the filters are being made. */
  readonly paused: boolean;
}

/** Pictures of what is looked at, as they come. */
export function usePreview({ id, treatment, centre, view, paused }: Look): FeedState {
  const { preview } = useActions();
  const [feed] = useState(() => new PreviewFeed(preview));
  const { x, y } = centre;
  const width = view?.width ?? 0;
  const height = view?.height ?? 0;

  useEffect(() => {
    const idle = paused || width === 0 || height === 0;
    const wanted: Wanted | null = idle
      ? null
      : {
          id,
          treatment,
          look: {
            kind: 'part',
            centre: { x, y },
            width: width + 2 * margin,
            height: height + 2 * margin,
            scale: 1,
          },
          difference: false,
        };
    feed.want(wanted);
  }, [feed, id, treatment, x, y, width, height, paused]);

  useEffect(() => () => feed.clear(), [feed]);

  return useSyncExternalStore(feed.subscribe, feed.state);
}
