import { type CSSProperties, type ReactNode, useLayoutEffect, useRef } from 'react';
import { type Point, placeInView, type Rectangle, type Size } from './geometry.ts';

/** Where panes look. All of them share it, so that they are locked together. */
export interface Sight {
  /** What of the picture the bitmaps are, in its pixels. */
  readonly part: Rectangle;
  readonly picture: Size;
  readonly centre: Point;
  /** Device pixels. */
  readonly view: Size;
  readonly scale: number;
}

interface Props {
  readonly sight: Sight | null;
  /** Null: nothing to draw yet. */
  readonly bitmap: ImageBitmap | null;
  readonly className?: string;
  readonly style?: CSSProperties;
  /** Words over the picture or instead of it. */
  readonly children?: ReactNode;
}

/** A picture, or the part of it that is looked at. */
export function Pane({ sight, bitmap, className = '', style, children }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !sight) return;
    const { view } = sight;
    if (context.canvas.width !== view.width) context.canvas.width = view.width;
    if (context.canvas.height !== view.height) context.canvas.height = view.height;
    context.clearRect(0, 0, view.width, view.height);
    if (bitmap) draw(context, bitmap, sight);
  }, [bitmap, sight]);

  const view = sight?.view ?? { width: 0, height: 0 };
  return (
    <div className={`compare-pane ${className}`} style={style}>
      <canvas
        ref={canvas}
        style={{ inlineSize: view.width / devicePixelRatio, blockSize: view.height / devicePixelRatio }}
      />
      {children}
    </div>
  );
}

function draw(context: CanvasRenderingContext2D, bitmap: ImageBitmap, sight: Sight): void {
  const { part, centre, picture, view, scale } = sight;
  const place = placeInView(part, centre, picture, view, scale);
  // Enlarged pixels stay square; only what was made for another size is smoothed until its own picture comes.
  context.imageSmoothingEnabled = scale < 1;
  context.drawImage(bitmap, place.x, place.y, place.width, place.height);
}
