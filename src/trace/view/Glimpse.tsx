import { useEffect, useRef } from 'react';
import type { Picture } from '../../core/picture/resize.ts';

interface Props {
  /** Null: there is none, and its place stays empty. Not one that is closed. */
  readonly picture: Picture | ImageBitmap | null;
}

/** Long side on the page, in CSS pixels, as large as trace.css makes it; drawn twice as fine. */
const side = 56;
const fineness = 2;

/** A photo, small, beside its name; so it says nothing to who hears the page. */
export function Glimpse({ picture }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const to = canvas.current;
    // Closed, it has no size; its photo is about to go.
    if (!to || !picture || picture.width === 0) return;
    const drawn = 'data' in picture ? drawnPicture(picture) : picture;
    const scale = Math.min(1, (side * fineness) / Math.max(picture.width, picture.height));
    to.width = Math.max(1, Math.round(picture.width * scale));
    to.height = Math.max(1, Math.round(picture.height * scale));
    const context = to.getContext('2d');
    if (!context) return;
    context.imageSmoothingQuality = 'high';
    context.drawImage(drawn, 0, 0, to.width, to.height);
  }, [picture]);
  return (
    <span className="trace-glimpse" aria-hidden="true">
      {picture && <canvas ref={canvas} />}
    </span>
  );
}

function drawnPicture({ width, height, data }: Picture): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  return canvas;
}
