import type { TiffPicture } from './tiffPicture.ts';

/**
 * Lays a row of levels into RGBA.
 *
 * @param plane which channel they are, where each lies by itself: then called once for each; null for all together
 */
export function putPixels(
  levels: Uint8Array,
  width: number,
  picture: TiffPicture,
  palette: Uint8Array | null,
  plane: number | null,
  to: Uint8ClampedArray,
): void {
  if (plane === null) putTogether(levels, width, picture, palette, to);
  else putPlane(levels, width, picture, plane, to);
}

function putTogether(
  levels: Uint8Array,
  width: number,
  picture: TiffPicture,
  palette: Uint8Array | null,
  to: Uint8ClampedArray,
): void {
  const { colour, channels, colours, alpha, inverted } = picture;
  for (let x = 0, from = 0, at = 0; x < width; x++, from += channels, at += 4) {
    const first = levels[from] ?? 0;
    switch (colour) {
      case 'grey':
        to[at] = inverted ? 255 - first : first;
        to[at + 1] = to[at] ?? 0;
        to[at + 2] = to[at] ?? 0;
        break;
      case 'palette':
        for (let c = 0; c < 3; c++) to[at + c] = palette?.[3 * first + c] ?? 0;
        break;
      case 'cmyk': {
        const light = (255 - (levels[from + 3] ?? 0)) / 255;
        for (let c = 0; c < 3; c++) to[at + c] = (255 - (levels[from + c] ?? 0)) * light;
        break;
      }
      default:
        to[at] = first;
        to[at + 1] = levels[from + 1] ?? 0;
        to[at + 2] = levels[from + 2] ?? 0;
    }
    to[at + 3] = alpha === 'none' ? 255 : (levels[from + colours] ?? 0);
    if (alpha === 'weighted') unweigh(to, at);
  }
}

/** Colours that were weighted by their alpha, as they were before. */
function unweigh(to: Uint8ClampedArray, at: number): void {
  const alpha = to[at + 3] ?? 0;
  if (alpha === 0 || alpha === 255) return;
  for (let c = 0; c < 3; c++) to[at + c] = ((to[at + c] ?? 0) * 255) / alpha;
}

/** Planes come in their order, so what is there already is that of the channels before. */
function putPlane(
  levels: Uint8Array,
  width: number,
  { colour, colours, alpha, inverted }: TiffPicture,
  plane: number,
  to: Uint8ClampedArray,
): void {
  for (let x = 0, at = 0; x < width; x++, at += 4) {
    const level = levels[x] ?? 0;
    if (plane === 0) to[at + 3] = 255;
    if (colour === 'grey' && plane === 0) to.fill(inverted ? 255 - level : level, at, at + 3);
    else if (colour === 'cmyk' && plane < 3) to[at + plane] = 255 - level;
    else if (colour === 'cmyk' && plane === 3) {
      for (let c = 0; c < 3; c++) to[at + c] = ((to[at + c] ?? 0) * (255 - level)) / 255;
    } else if (plane < 3 && plane < colours) to[at + plane] = level;
    else if (plane === colours && alpha !== 'none') {
      to[at + 3] = level;
      if (alpha === 'weighted') unweigh(to, at);
    }
  }
}
