/** Where on a photo the inspector looks. Sizes are photo pixels, which are device pixels here. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Fractions of the photo, 0 to 1. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rectangle extends Point, Size {}

export const middle: Point = { x: 0.5, y: 0.5 };

function clampAxis(centre: number, photo: number, view: number): number {
  if (view >= photo) return 0.5;
  const half = view / 2 / photo;
  return Math.min(1 - half, Math.max(half, centre));
}

/** The nearest centre from which the view shows nothing beyond the photo; a photo smaller than the view is centred. */
export function clampCentre(centre: Point, photo: Size, view: Size): Point {
  return {
    x: clampAxis(centre.x, photo.width, view.width),
    y: clampAxis(centre.y, photo.height, view.height),
  };
}

/** The centre after looking `dx`, `dy` photo pixels further right and down. */
export function movedCentre(centre: Point, dx: number, dy: number, photo: Size, view: Size): Point {
  return clampCentre({ x: centre.x + dx / photo.width, y: centre.y + dy / photo.height }, photo, view);
}

/** Where, in the view, the pixel at (`x`, `y`) of the photo is drawn: whole pixels, so that none is smeared. */
export function placeInView(x: number, y: number, centre: Point, photo: Size, view: Size): Point {
  return {
    x: Math.round(x - centre.x * photo.width + view.width / 2),
    y: Math.round(y - centre.y * photo.height + view.height / 2),
  };
}

/** The part of the photo that the view shows, as fractions of the photo. */
export function seenPart(centre: Point, photo: Size, view: Size): Rectangle {
  const width = Math.min(1, view.width / photo.width);
  const height = Math.min(1, view.height / photo.height);
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
}
