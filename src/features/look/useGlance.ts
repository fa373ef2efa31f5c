import { type RefObject, useEffect, useRef } from 'react';
import type { Treatment } from '../../core/treatment.ts';
import type { Photo } from '../../state/model/photos.ts';
import { useActions } from '../../state/react.tsx';

/** The whole photo, or its middle pixel by pixel. */
export type Nearness = 'whole' | 'pixels';

/** CSS pixels that a tile is taken to be wide before it has a width. */
const usualWidth = 160;

/**
 * A canvas with a photo as it is (`treatment` null) or protected: all of it, or of its middle as many pixels as the tile
 * has device pixels, each on one of those. What was drawn stays until the next picture is there.
 */
export function useGlance(
  photo: Photo,
  treatment: Treatment | null,
  near: Nearness,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { glance } = useActions();
  const { id, width, height } = photo;
  useEffect(() => {
    const abort = new AbortController();
    const frame = canvas.current?.parentElement;
    const side = Math.round((frame?.clientWidth || usualWidth) * devicePixelRatio);
    // Turned photos count the other way round: a square fits both, and is cut to the photo.
    const long = Math.max(1, width || side, height || side);
    const shown = near === 'pixels' ? side : long;
    const scale = near === 'pixels' ? 1 : Math.min(1, side / long);
    const look = { kind: 'part', centre: { x: 0.5, y: 0.5 }, width: shown, height: shown, scale } as const;
    void glance({ id, treatment, difference: false, look }, abort.signal).then(answer => {
      if (answer?.kind !== 'preview') return;
      const bitmap = treatment ? answer.after : answer.before;
      if (!abort.signal.aborted && canvas.current && bitmap) draw(canvas.current, bitmap, near);
      for (const used of [answer.before, answer.after, answer.difference]) used?.close();
    });
    return () => abort.abort();
  }, [glance, id, width, height, treatment, near]);
  return canvas;
}

function draw(canvas: HTMLCanvasElement, bitmap: ImageBitmap, near: Nearness): void {
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  // One pixel of the photo on one of the screen; a whole photo fills its tile.
  canvas.style.inlineSize = near === 'pixels' ? `${bitmap.width / devicePixelRatio}px` : '';
  canvas.style.blockSize = near === 'pixels' ? `${bitmap.height / devicePixelRatio}px` : '';
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
}
