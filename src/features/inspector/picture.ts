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
