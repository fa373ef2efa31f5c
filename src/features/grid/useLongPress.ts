import { type PointerEvent, useRef } from 'react';
import type { PhotoId } from '../../state/model/photos.ts';

/** How long a finger rests before it means "select", ms, and how far it may slide, CSS pixels. */
const restFor = 450;
const slide = 10;

/** A finger resting on a tile. `wasLong` tells the click that follows that it has been dealt with. */
export function useLongPress(perform: (id: PhotoId) => void) {
  const timer = useRef(0);
  const start = useRef({ x: 0, y: 0 });
  const long = useRef(false);
  const stop = () => clearTimeout(timer.current);
  return {
    wasLong: () => {
      const was = long.current;
      long.current = false;
      return was;
    },
    start: (event: PointerEvent) => {
      long.current = false;
      const tile = event.target instanceof Element ? event.target.closest('[data-photo]') : null;
      const id = tile instanceof HTMLElement ? tile.dataset.photo : undefined;
      if (event.pointerType !== 'touch' || id === undefined) return;
      start.current = { x: event.clientX, y: event.clientY };
      timer.current = window.setTimeout(() => {
        long.current = true;
        perform(id);
      }, restFor);
    },
    move: (event: PointerEvent) => {
      const { x, y } = start.current;
      if (Math.hypot(event.clientX - x, event.clientY - y) > slide) stop();
    },
    stop,
  };
}
