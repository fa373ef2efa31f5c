import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import {
  fitScale,
  movedCentre,
  type Point,
  type Size,
  shownArea,
  zoomedCentre,
  zoomStop,
  zoomTo,
} from './geometry.ts';
import type { Zoom } from './look.ts';

interface Gestures {
  readonly stage: RefObject<HTMLElement | null>;
  readonly centre: Point;
  readonly scale: number;
  readonly picture: Size;
  readonly view: Size;
  readonly onMove: (centre: Point, zoom: Zoom) => void;
  readonly zoom: Zoom;
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Pixels of wheel for a doubling: about two notches. A pinch on a touchpad comes as a wheel with Ctrl held. */
const wheelOctave = 200;
const pinchOctave = 60;
const linePixels = 33;

interface Touch {
  readonly at: Point;
}

/** Where a drag or a pinch began, and what was seen then. */
interface Start {
  readonly middle: Point;
  readonly distance: number;
  readonly centre: Point;
  readonly scale: number;
}

/**
 * Looking around with the mouse (drag, wheel), with fingers (drag, pinch) and with keys: arrows move an eighth of the
 * view, half with Shift; plus, minus and Home zoom.
 */
export function useGestures(gestures: Gestures) {
  const latest = useRef(gestures);
  latest.current = gestures;
  const touches = useRef(new Map<number, Touch>());
  const start = useRef<Start | null>(null);
  const { stage } = gestures;

  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => onWheel(event, latest.current);
    // React's own listeners cannot keep the page from scrolling.
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [stage]);

  const begin = () => {
    const { middle, distance } = spanOf([...touches.current.values()]);
    start.current = { middle, distance, centre: latest.current.centre, scale: latest.current.scale };
  };

  const lift = (event: PointerEvent<HTMLElement>) => {
    if (touches.current.delete(event.pointerId)) begin();
  };

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      touches.current.set(event.pointerId, { at: { x: event.clientX, y: event.clientY } });
      begin();
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!touches.current.has(event.pointerId) || !start.current) return;
      touches.current.set(event.pointerId, { at: { x: event.clientX, y: event.clientY } });
      drag(start.current, [...touches.current.values()], latest.current, event.currentTarget);
    },
    onPointerUp: lift,
    onPointerCancel: lift,
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (!press(event.key, event.shiftKey, latest.current)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function drag(start: Start, touches: readonly Touch[], now: Gestures, element: HTMLElement): void {
  const { picture, view, zoom, onMove } = now;
  const { middle, distance } = spanOf(touches);
  const pinched = touches.length > 1 && start.distance > 0;
  const next = pinched
    ? zoomTo((start.scale * distance) / start.distance, start.scale, fitScale(picture, view))
    : zoom;
  const scale = typeof next === 'number' ? next : fitScale(picture, view);
  const seen = shownArea(view, scale);
  const ratio = devicePixelRatio;
  const moved = movedCentre(
    pinched
      ? zoomedCentre(start.centre, fromMiddle(start.middle, element), start.scale, scale, picture, view)
      : start.centre,
    ((start.middle.x - middle.x) * ratio) / scale,
    ((start.middle.y - middle.y) * ratio) / scale,
    picture,
    seen,
  );
  onMove(moved, next);
}

function press(key: string, shift: boolean, now: Gestures): boolean {
  const { centre, scale, picture, view, zoom, onMove } = now;
  const way = arrows[key];
  const seen = shownArea(view, scale);
  if (way) {
    const share = shift ? 0.5 : 0.125;
    onMove(movedCentre(centre, way.x * seen.width * share, way.y * seen.height * share, picture, seen), zoom);
    return true;
  }
  if (key === 'Home') onMove(centre, 'fit');
  else if (key === '+' || key === '=') onMove(centre, zoomStop(scale, 1, fitScale(picture, view)));
  else if (key === '-') onMove(centre, zoomStop(scale, -1, fitScale(picture, view)));
  else return false;
  return true;
}

function onWheel(event: WheelEvent, now: Gestures): void {
  const { centre, scale, picture, view, zoom, onMove } = now;
  if (event.deltaY === 0 || !(event.currentTarget instanceof HTMLElement)) return;
  const pixels = event.deltaY * (event.deltaMode === 1 ? linePixels : 1);
  const fit = fitScale(picture, view);
  const next = zoomTo(scale * 2 ** (-pixels / (event.ctrlKey ? pinchOctave : wheelOctave)), scale, fit);
  const wanted = typeof next === 'number' ? next : fit;
  // At the end of the way the wheel is the page's again.
  if (wanted === scale && !event.ctrlKey && next === zoom) return;
  event.preventDefault();
  const at = fromMiddle({ x: event.clientX, y: event.clientY }, event.currentTarget);
  onMove(zoomedCentre(centre, at, scale, wanted, picture, view), next);
}

/** Device pixels from the middle of the pane under a point: panes side by side show the same. */
function fromMiddle({ x, y }: Point, element: HTMLElement): Point {
  const panes = [...element.querySelectorAll('.compare-pane')].map(pane => pane.getBoundingClientRect());
  const box =
    panes.find(pane => x >= pane.left && x <= pane.right && y >= pane.top && y <= pane.bottom) ??
    element.getBoundingClientRect();
  return {
    x: (x - box.left - box.width / 2) * devicePixelRatio,
    y: (y - box.top - box.height / 2) * devicePixelRatio,
  };
}

/** The middle of one or two touches, and how far they lie apart. */
function spanOf(touches: readonly Touch[]): { readonly middle: Point; readonly distance: number } {
  const [one, two] = touches;
  if (!one) return { middle: { x: 0, y: 0 }, distance: 0 };
  if (!two) return { middle: one.at, distance: 0 };
  return {
    middle: { x: (one.at.x + two.at.x) / 2, y: (one.at.y + two.at.y) / 2 },
    distance: Math.hypot(one.at.x - two.at.x, one.at.y - two.at.y),
  };
}
