/**
 * Where on a picture the inspector looks, and how large. A scale is device pixels for each pixel of the picture; a view
 * is in device pixels.
 */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Fractions of the picture, 0 to 1; or a distance in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rectangle extends Point, Size {}

export const middle: Point = { x: 0.5, y: 0.5 };

/** The largest magnification that one can ask for. */
export const mostScale = 8;

/** The scale at which all of a picture is seen. Small ones are enlarged, by whole numbers, so that pixels stay square. */
export function fitScale(picture: Size, view: Size): number {
  const fit = Math.min(view.width / picture.width, view.height / picture.height);
  return fit <= 1 ? fit : Math.min(16, Math.floor(fit));
}

/** The scale that a zoom comes to. */
export function scaleOf(zoom: 'fit' | number, picture: Size, view: Size): number {
  const fit = fitScale(picture, view);
  return zoom === 'fit' ? fit : clampScale(zoom, fit);
}

function clampScale(scale: number, fit: number): number {
  return Math.min(Math.max(mostScale, fit), Math.max(Math.min(1, fit), scale));
}

/** Zooming never steps over true pixels, and ends at the whole picture. */
export function zoomTo(scale: number, from: number, fit: number): 'fit' | number {
  const passes = (from < 1 && scale > 1) || (from > 1 && scale < 1);
  const next = clampScale(passes || Math.abs(scale - 1) < 0.04 ? 1 : scale, fit);
  return next <= fit && fit <= 1 ? 'fit' : next;
}

/** The next stop on the way in (1) or out (−1): the whole picture, and powers of two up to the largest. */
export function zoomStop(scale: number, way: 1 | -1, fit: number): 'fit' | number {
  const octave = Math.log2(scale);
  const next = way === 1 ? Math.floor(octave + 1.001) : Math.ceil(octave - 1.001);
  return zoomTo(2 ** next, scale, fit);
}

/** What of a picture a view shows, in its pixels. */
export function shownArea(view: Size, scale: number): Size {
  return { width: view.width / scale, height: view.height / scale };
}

function clampAxis(centre: number, picture: number, seen: number): number {
  if (seen >= picture) return 0.5;
  const half = seen / 2 / picture;
  return Math.min(1 - half, Math.max(half, centre));
}

/** The nearest centre from which nothing beyond the picture is seen; one smaller than the view is centred. */
export function clampCentre(centre: Point, picture: Size, seen: Size): Point {
  return {
    x: clampAxis(centre.x, picture.width, seen.width),
    y: clampAxis(centre.y, picture.height, seen.height),
  };
}

/** The centre after looking `dx`, `dy` pixels of the picture further right and down. */
export function movedCentre(centre: Point, dx: number, dy: number, picture: Size, seen: Size): Point {
  return clampCentre({ x: centre.x + dx / picture.width, y: centre.y + dy / picture.height }, picture, seen);
}

/**
 * The centre after a zoom that leaves what lies under a point where it is.
 *
 * @param at the point, device pixels from the middle of the view
 */
export function zoomedCentre(
  centre: Point,
  at: Point,
  from: number,
  to: number,
  picture: Size,
  view: Size,
): Point {
  const moved = 1 / from - 1 / to;
  return movedCentre(centre, at.x * moved, at.y * moved, picture, shownArea(view, to));
}

/** Where a part of a picture is drawn in a view: from whole pixels, so that none is smeared. */
export function placeInView(
  part: Rectangle,
  centre: Point,
  picture: Size,
  view: Size,
  scale: number,
): Rectangle {
  return {
    x: Math.round((part.x - centre.x * picture.width) * scale + view.width / 2),
    y: Math.round((part.y - centre.y * picture.height) * scale + view.height / 2),
    width: Math.max(1, Math.round(part.width * scale)),
    height: Math.max(1, Math.round(part.height * scale)),
  };
}

/** What is seen of the picture, as fractions of it. */
export function seenPart(centre: Point, picture: Size, seen: Size): Rectangle {
  const width = Math.min(1, seen.width / picture.width);
  const height = Math.min(1, seen.height / picture.height);
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
}

/** A size as stored, turned the way that a picture of the same photo lies. */
export function turnedLike(size: Size, picture: Size | null): Size {
  if (!picture || size.width > size.height === picture.width > picture.height) return size;
  return { width: size.height, height: size.width };
}
