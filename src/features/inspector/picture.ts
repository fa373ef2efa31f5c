import { clampCentre, fitScale, type Point, type Size, shownArea } from './geometry.ts';
import type { Look, SeenSize } from './look.ts';
import type { Sight } from './Pane.tsx';
import type { Shown } from './previewFeed.ts';

/** More than so many times its short side a trainer does not see of a panorama; as the worker has it. */
const longest = 4;

/** The size of the whole picture that is looked at: of the photo, or of what a trainer makes of it. */
export function pictureOf(photo: Size, size: SeenSize): Size {
  if (size === 'full') return { width: photo.width, height: photo.height };
  const short = Math.min(photo.width, photo.height);
  const side = (length: number) =>
    Math.max(1, Math.floor((Math.min(length, longest * short) * size) / short + 0.5));
  return { width: side(photo.width), height: side(photo.height) };
}

/** Whether a picture is of the size and as fine as what is looked at, and not one that serves until that comes. */
export function isSharp({ wanted: { look } }: Shown, size: SeenSize, scale: number): boolean {
  if (look.kind === 'trainer') return look.shortSide === size;
  return size === 'full' && Math.min(1, look.scale) === Math.min(1, scale);
}

/** Pixels of a picture that may be missing at an edge: parts of smaller copies end where those do. */
const slack = 1.5;

/** Whether a picture reaches over all that is seen of the whole. `seen` in its pixels, around `centre`. */
export function covers(
  { preview: { part }, wanted }: Shown,
  picture: Size,
  centre: Point,
  seen: Size,
): boolean {
  if (wanted.look.kind === 'trainer') return true;
  const least = slack * Math.max(1, 1 / wanted.look.scale);
  const along = (from: number, length: number, middle: number, side: number, whole: number) =>
    from <= Math.max(0, middle * whole - side / 2) + least &&
    from + length >= Math.min(whole, middle * whole + side / 2) - least;
  return (
    along(part.x, part.width, centre.x, seen.width, picture.width) &&
    along(part.y, part.height, centre.y, seen.height, picture.height)
  );
}

/**
 * How what is there is to be drawn. While a picture of another size is being made the last one stays, whole, where the
 * new one will be.
 */
export function sightOf(
  shown: Shown | null,
  look: Look,
  picture: Size,
  centre: Point,
  scale: number,
  view: Size,
): Sight | null {
  if (!shown) return null;
  const { preview, wanted } = shown;
  const itsSize: SeenSize | number = wanted.look.kind === 'part' ? 'full' : wanted.look.shortSide;
  if (itsSize === look.size) {
    const whole = wanted.look.kind === 'part' ? picture : preview;
    return { part: preview.part, picture: whole, centre, view, scale };
  }
  const whole: Size = { width: preview.width, height: preview.height };
  // Not by whole numbers: it is to lie where the next one will.
  const fit = Math.min(view.width / whole.width, view.height / whole.height, 16);
  const drawn = Math.abs(fit - fitScale(whole, view)) < 0.5 ? fitScale(whole, view) : fit;
  return {
    part: preview.part,
    picture: whole,
    centre: clampCentre(centre, whole, shownArea(view, drawn)),
    view,
    scale: drawn,
  };
}
