import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { type Point, placeInView, type Size } from './geometry.ts';

interface Props {
  readonly caption: string;
  /** Null: nothing to draw yet. */
  readonly bitmap: ImageBitmap | null;
  /** Where in the photo the bitmap's first pixel lies. */
  readonly from: Point;
  readonly photo: Size;
  readonly centre: Point;
  /** Device pixels. */
  readonly view: Size;
  /** Words instead of a picture. */
  readonly children?: ReactNode;
}

/** One side of the comparison: part of a photo, a photo pixel to a device pixel. */
export function Pane({ caption, bitmap, from, photo, centre, view, children }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    if (context.canvas.width !== view.width) context.canvas.width = view.width;
    if (context.canvas.height !== view.height) context.canvas.height = view.height;
    context.clearRect(0, 0, view.width, view.height);
    if (!bitmap) return;
    const place = placeInView(from.x, from.y, centre, photo, view);
    context.drawImage(bitmap, place.x, place.y);
  }, [bitmap, from.x, from.y, photo, centre, view]);

  return (
    <div className="compare-pane">
      <canvas
        ref={canvas}
        style={{ inlineSize: view.width / devicePixelRatio, blockSize: view.height / devicePixelRatio }}
      />
      {children && <p className="compare-words">{children}</p>}
      <span className="compare-caption">{caption}</span>
    </div>
  );
}
