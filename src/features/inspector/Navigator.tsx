import { type PointerEvent, useEffect, useState } from 'react';
import { useActions } from '../../state/react.tsx';
import { clampCentre, type Point, type Size, seenPart } from './geometry.ts';

interface Props {
  readonly id: string;
  readonly photo: Size;
  readonly view: Size;
  readonly centre: Point;
  readonly onMove: (centre: Point) => void;
}

/**
 * The whole photo, small, with a frame around the part that is seen. A press or a drag looks there; the keyboard has
 * the comparison itself, so this is for the pointer alone.
 */
export function Navigator({ id, photo, view, centre, onMove }: Props) {
  const url = useThumbnail(id);
  const seen = seenPart(centre, photo, view);

  const look = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const at = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    onMove(clampCentre(at, photo, view));
  };

  return (
    <div className="navigator" aria-hidden="true">
      <div
        className="navigator-photo"
        style={{ aspectRatio: `${photo.width} / ${photo.height}` }}
        data-tall={photo.height > photo.width ? '' : undefined}
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
            insetInlineStart: `${seen.x * 100}%`,
            insetBlockStart: `${seen.y * 100}%`,
            inlineSize: `${seen.width * 100}%`,
            blockSize: `${seen.height * 100}%`,
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
