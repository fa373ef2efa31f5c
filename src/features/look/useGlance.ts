import { type RefObject, useEffect, useRef } from 'react';
import type { Treatment } from '../../core/treatment.ts';
import type { Photo } from '../../state/model/photos.ts';
import { useActions } from '../../state/react.tsx';

/** The whole photo, or its middle pixel by pixel. */
export type Nearness = 'whole' | 'pixels';

/** Device pixels that a tile is drawn with, across and down. */
const side = 240;

/**
 * A canvas with a photo as it is (`treatment` null) or protected, cut to a square from its middle. What was drawn stays
 * until the next picture is there.
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
    // Turned photos count the other way round: a square fits both.
    const short = Math.max(1, Math.min(width || side, height || side));
    const scale = near === 'pixels' ? 1 : Math.min(1, side / short);
    const shown = side / scale;
    const look = { kind: 'part', centre: { x: 0.5, y: 0.5 }, width: shown, height: shown, scale } as const;
    void glance({ id, treatment, difference: false, look }, abort.signal).then(answer => {
      if (answer?.kind !== 'preview') return;
      const bitmap = treatment ? answer.after : answer.before;
      if (!abort.signal.aborted && canvas.current && bitmap) draw(canvas.current, bitmap);
      for (const used of [answer.before, answer.after, answer.difference]) used?.close();
    });
    return () => abort.abort();
  }, [glance, id, width, height, treatment, near]);
  return canvas;
}

function draw(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
}
