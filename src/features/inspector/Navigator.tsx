import { type PointerEvent, useEffect, useState } from 'react';
import { useActions } from '../../state/react.tsx';
import { clampCentre, type Point, type Size, seenPart } from './geometry.ts';

interface Props {
  readonly id: string;
  readonly picture: Size;
  /** What the view shows, in pixels of the picture. */
  readonly seen: Size;
  readonly centre: Point;
  readonly onMove: (centre: Point) => void;
}

/**
 * The whole picture, small, with a frame around the part that is seen. A press or a drag looks there; the keyboard has
 * the comparison itself, so this is for the pointer alone.
 */
export function Navigator({ id, picture, seen, centre, onMove }: Props) {
  const url = useThumbnail(id);
  const frame = seenPart(centre, picture, seen);

  const look = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const at = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    onMove(clampCentre(at, picture, seen));
  };

  return (
    <div className="navigator" aria-hidden="true">
      <div
        className="navigator-photo"
        style={{ aspectRatio: `${picture.width} / ${picture.height}` }}
        data-tall={picture.height > picture.width ? '' : undefined}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId);
          look(event);
        }}
        onPointerMove={look}
      >
        {url && <img src={url} alt="" draggable={false} />}
        <div
          className="navigator-frame"
          style={{
            insetInlineStart: `${frame.x * 100}%`,
            insetBlockStart: `${frame.y * 100}%`,
            inlineSize: `${frame.width * 100}%`,
            blockSize: `${frame.height * 100}%`,
          }}
        />
      </div>
    </div>
  );
}

function useThumbnail(id: string): string | null {
  const { thumbnail } = useActions();
  const [made, setMade] = useState<{ readonly id: string; readonly url: string | null } | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    void thumbnail(id, abort.signal).then(url => {
      if (!abort.signal.aborted) setMade({ id, url });
    });
    return () => abort.abort();
  }, [id, thumbnail]);
  return made?.id === id ? made.url : null;
}
