import type { KeyboardEvent } from 'react';
import { matches } from '../commands/keys.ts';
import type { Zoom } from '../inspector/look.ts';

interface Doing {
  /** So many photos on. */
  readonly step: (by: number) => void;
  /** The original is held up, or let go. */
  readonly onHold: (held: boolean) => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

const ways: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -1, PageDown: 1 };
const zooms: Readonly<Record<string, Zoom>> = { '0': 'fit', '1': 1 };

/**
 * What the viewer answers to wherever the focus is in it, before its parts do: arrows go to the next photo, Space holds
 * the original, 0 and 1 are all of it and pixel by pixel. A control that needs a key for itself keeps it. Shift and the
 * arrows look around in a magnified photo, as the picture itself has it.
 */
export function useViewerKeys({ step, onHold, onZoom, undo, redo }: Doing) {
  const press = (event: KeyboardEvent<HTMLElement>): boolean => {
    if (matches(event, 'Mod+Z')) {
      undo();
      return true;
    }
    if (matches(event, 'Mod+Shift+Z') || matches(event, 'Mod+Y')) {
      redo();
      return true;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const way = ways[event.key];
    if (way !== undefined && !keeps(event.target, 'arrows')) {
      step(way);
      return true;
    }
    const zoom = zooms[event.key];
    if (zoom !== undefined) {
      onZoom(zoom);
      return true;
    }
    if (event.key !== ' ' || keeps(event.target, 'space')) return false;
    onHold(true);
    return true;
  };
  return {
    onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => {
      if (!press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onKeyUpCapture: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === ' ') onHold(false);
    },
    onBlur: () => onHold(false),
  };
}

/** Whether an element needs arrows or Space for itself. */
function keeps(target: EventTarget, what: 'arrows' | 'space'): boolean {
  if (!(target instanceof Element)) return false;
  const own = what === 'arrows' ? 'input, select, [role=slider]' : 'button, input, select, a';
  return target.closest(own) !== null;
}
