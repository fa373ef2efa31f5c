import { type Orientation, orientationOf } from '../describe/description.ts';
import { numberOf, numbersOf, type Tiff, type TiffField } from '../metadata/tiffFields.ts';

/** How the picture of a TIFF lies in its file (TIFF 6.0, sections 3 to 15). */
export interface TiffPicture {
  readonly width: number;
  readonly height: number;
  readonly colour: 'grey' | 'palette' | 'rgb' | 'cmyk' | 'ycc';
  /** Grey counts from white. */
  readonly inverted: boolean;
  /** Of a channel: 1, 2, 4, 8 or 16. */
  readonly bits: number;
  /** Channels, those beside the colours included. */
  readonly channels: number;
  /** How many of them are colours, or indices. */
  readonly colours: number;
  readonly alpha: 'none' | 'weighted' | 'plain';
  /** Each channel lies by itself. */
  readonly planar: boolean;
  readonly packing: TiffPacking;
  /** Rows hold differences from pixel to pixel. */
  readonly differences: boolean;
  readonly orientation: Orientation;
  /** Size of the pieces that it lies in: strips are as wide as the picture. */
  readonly piece: { readonly width: number; readonly height: number; readonly tiles: boolean };
}

export type TiffPacking = 'none' | 'lzw' | 'deflate' | 'packbits' | 'jpeg';

export const tiffTags = {
  subfile: 0xfe,
  width: 0x100,
  height: 0x101,
  bits: 0x102,
  compression: 0x103,
  photometric: 0x106,
  fillOrder: 0x10a,
  stripOffsets: 0x111,
  orientation: 0x112,
  channels: 0x115,
  rowsPerStrip: 0x116,
  stripBytes: 0x117,
  planar: 0x11c,
  predictor: 0x13d,
  palette: 0x140,
  tileWidth: 0x142,
  tileHeight: 0x143,
  tileOffsets: 0x144,
  tileBytes: 0x145,
  subs: 0x14a,
  extra: 0x152,
  sampleFormat: 0x153,
  jpegTables: 0x15b,
  jpegFrom: 0x201,
  jpegBytes: 0x202,
  profile: 0x8773,
} as const;

const packings: ReadonlyMap<number, TiffPacking> = new Map([
  [1, 'none'],
  [5, 'lzw'],
  [7, 'jpeg'],
  [8, 'deflate'],
  [32_946, 'deflate'],
  [32_773, 'packbits'],
]);

const colourings: ReadonlyMap<number, readonly [TiffPicture['colour'], colours: number]> = new Map([
  [0, ['grey', 1]],
  [1, ['grey', 1]],
  [2, ['rgb', 3]],
  [3, ['palette', 1]],
  [5, ['cmyk', 4]],
  [6, ['ycc', 3]],
]);

/** Null for what is not read here: fax, floating point, Lab, and whatever makes no sense. */
export function tiffPicture(tiff: Tiff, fields: readonly TiffField[]): TiffPicture | null {
  const number = (tag: number, otherwise: number) => numberOf(tiff, fields, tag) ?? otherwise;
  const numbers = (tag: number, most: number) => {
    const field = fields.find(one => one.tag === tag);
    return field === undefined ? [] : numbersOf(tiff, field, most);
  };
  const [width, height] = [number(tiffTags.width, 0), number(tiffTags.height, 0)];
  const photometric = number(tiffTags.photometric, -1);
  const [colour, colours] = colourings.get(photometric) ?? [null, 0];
  const packing = packings.get(number(tiffTags.compression, 1));
  const channels = number(tiffTags.channels, 1);
  const all = numbers(tiffTags.bits, channels);
  const [bits = 1] = all;
  const extra = numbers(tiffTags.extra, 1)[0];
  const planar = number(tiffTags.planar, 1) === 2;
  const predictor = number(tiffTags.predictor, 1);
  const integers = numbers(tiffTags.sampleFormat, channels).every(format => format === 1 || format === 4);
  if (width === 0 || height === 0 || colour === null || packing === undefined) return null;
  if (channels < colours || channels > 16 || !all.every(other => other === bits)) return null;
  // Its values lie outside of what is seen of the file.
  if (all.length === 0 && fields.some(({ tag }) => tag === tiffTags.bits)) return null;
  if (![1, 2, 4, 8, 16].includes(bits) || !integers || number(tiffTags.fillOrder, 1) !== 1) return null;
  if (predictor > 2 || (predictor === 2 && bits < 8)) return null;
  // What a JPEG does with its colours, its decoder undoes; nobody else does.
  if (
    packing === 'jpeg' ? bits !== 8 || planar || colour === 'cmyk' || colour === 'palette' : colour === 'ycc'
  )
    return null;
  if (colour === 'palette' && bits > 8) return null;
  if ((colour === 'cmyk' || colours > 1) && bits < 8) return null;
  const tiles = fields.some(({ tag }) => tag === tiffTags.tileOffsets);
  const piece = tiles
    ? { width: number(tiffTags.tileWidth, 0), height: number(tiffTags.tileHeight, 0), tiles }
    : { width, height: Math.min(height, number(tiffTags.rowsPerStrip, height)), tiles };
  if (piece.width === 0 || piece.height === 0) return null;
  return {
    width,
    height,
    colour,
    inverted: photometric === 0,
    bits,
    channels,
    colours,
    alpha: channels === colours || extra === undefined || packing === 'jpeg' ? 'none' : alphaOf(extra),
    planar: planar && channels > 1,
    packing,
    differences: predictor === 2 && (packing === 'lzw' || packing === 'deflate'),
    orientation: orientationOf(number(tiffTags.orientation, 1)),
    piece,
  };
}

/** 0 is a channel that nobody says what for: masks of Photoshop, mostly. */
function alphaOf(extra: number): TiffPicture['alpha'] {
  if (extra === 1) return 'weighted';
  return extra === 2 ? 'plain' : 'none';
}
