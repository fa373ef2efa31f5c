import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import type { PhotoId } from '../../state/model/photos.ts';
import { useActions, useKeyveilStore } from '../../state/react.tsx';
import { type Band, type GridLayout, tilesInBand } from './layout.ts';

/** The pointer may tremble this far, in CSS pixels, before a click is a drag. */
const trembling = 4;
/** Near an edge of the box the grid scrolls, up to this many pixels a frame. */
const edge = 36;
const fastest = 24;

interface Dragging {
  readonly startX: number;
  readonly startY: number;
  /** Selected before, and kept: with ctrl, cmd or shift. */
  readonly before: readonly PhotoId[];
  clientX: number;
  clientY: number;
  moved: boolean;
  frame: number;
}

/**
 * The rectangle that is drawn with the mouse from between the tiles; what it touches is selected, and near the
 * edges the grid scrolls along.
 */
export function useBand(box: RefObject<HTMLElement | null>, layout: GridLayout, visible: readonly PhotoId[]) {
  const actions = useActions();
  const store = useKeyveilStore();
  const [band, setBand] = useState<Band | null>(null);
  const drag = useRef<Dragging | null>(null);

  const follow = () => {
    const held = drag.current;
    const element = box.current;
    if (!held || !element) return;
    const bounds = element.getBoundingClientRect();
    element.scrollTop += speedAt(held.clientY, bounds.top, bounds.bottom);
    const x = held.clientX - bounds.left;
    const y = held.clientY - bounds.top + element.scrollTop;
    held.moved ||= Math.abs(x - held.startX) + Math.abs(y - held.startY) > trembling;
    if (held.moved) {
      const next = { x1: held.startX, y1: held.startY, x2: x, y2: y };
      setBand(next);
      const touched = tilesInBand(layout, visible.length, next).flatMap(index => visible[index] ?? []);
      actions.selectMany([...held.before, ...touched], false);
    }
    held.frame = requestAnimationFrame(follow);
  };

  const end = () => {
    if (drag.current) cancelAnimationFrame(drag.current.frame);
    drag.current = null;
    setBand(null);
  };

  return {
    band,
    start: (event: PointerEvent<HTMLElement>) => {
      const element = box.current;
      const onTile = event.target instanceof Element && event.target.closest('[data-photo]');
      if (!element || event.button !== 0 || event.pointerType === 'touch' || onTile) return;
      const bounds = element.getBoundingClientRect();
      // A press on the scroll bar is none on the grid.
      if (event.clientX - bounds.left >= element.clientWidth) return;
      const adds = event.ctrlKey || event.metaKey || event.shiftKey;
      element.setPointerCapture(event.pointerId);
      drag.current = {
        startX: event.clientX - bounds.left,
        startY: event.clientY - bounds.top + element.scrollTop,
        before: adds ? [...store.getState().selection.ids] : [],
        clientX: event.clientX,
        clientY: event.clientY,
        moved: false,
        frame: requestAnimationFrame(follow),
      };
    },
    move: (event: PointerEvent<HTMLElement>) => {
      if (!drag.current) return;
      drag.current.clientX = event.clientX;
      drag.current.clientY = event.clientY;
    },
    finish: () => {
      const held = drag.current;
      if (!held) return;
      // Once more, for a pointer that was faster than the frames.
      follow();
      if (!held.moved && held.before.length === 0) actions.clearSelection();
      end();
    },
    stop: end,
  };
}

function speedAt(y: number, top: number, bottom: number): number {
  if (y < top + edge) return -Math.min(fastest, (top + edge - y) / 2);
  if (y > bottom - edge) return Math.min(fastest, (y - bottom + edge) / 2);
  return 0;
}
