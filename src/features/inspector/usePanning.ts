import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { movedCentre, type Point, type Size } from './geometry.ts';

interface Panning {
  readonly centre: Point;
  readonly photo: Size;
  readonly view: Size;
  readonly onMove: (centre: Point) => void;
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Handlers that move the view over the photo: dragging it, or arrow keys (an eighth of the view, half with Shift). */
export function usePanning({ centre, photo, view, onMove }: Panning) {
  const drag = useRef<{ readonly pointer: number; readonly at: Point; readonly centre: Point } | null>(null);

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { pointer: event.pointerId, at: { x: event.clientX, y: event.clientY }, centre };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const start = drag.current;
      if (start?.pointer !== event.pointerId) return;
      const dx = (start.at.x - event.clientX) * devicePixelRatio;
      const dy = (start.at.y - event.clientY) * devicePixelRatio;
      onMove(movedCentre(start.centre, dx, dy, photo, view));
    },
    onPointerUp() {
      drag.current = null;
    },
    onPointerCancel() {
      drag.current = null;
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const way = arrows[event.key];
      if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      const share = event.shiftKey ? 0.5 : 0.125;
      onMove(movedCentre(centre, way.x * view.width * share, way.y * view.height * share, photo, view));
    },
  };
}
