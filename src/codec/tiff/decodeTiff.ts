import type { Pixels } from '../../engine/engine.ts';
import { characters } from '../bytes.ts';
import { isSrgbProfile } from '../colour/profileName.ts';
import { directoryAt, numbersOf, openTiff, type Tiff, type TiffField } from '../metadata/tiffFields.ts';
import { PhotoError, refusedAsCutOff } from '../photoError.ts';
import { jpegOfPiece } from './jpegPiece.ts';
import { putPixels } from './putPixels.ts';
import { addDifferences, samplesOfRow } from './samples.ts';
import { type TiffPicture, tiffPicture, tiffTags } from './tiffPicture.ts';
import { unpackPiece } from './unpackPiece.ts';

export interface DecodedTiff {
  /** As they lie in the file, in its own colours. */
  readonly pixels: Pixels;
  /** The ICC profile that says which these are; null for sRGB. */
  readonly profile: Uint8Array<ArrayBuffer> | null;
}

/**
 * The first picture of a TIFF. Browsers read none, but Safari; so it is done here: strips and tiles, 1 to 16 bits, packed by
 * LZW, deflate, PackBits or as JPEGs, or not at all.
 *
 * @param readJpeg reads a JPEG that stands in it, as its pixels lie
 * @throws PhotoError `cut-off` or `unreadable`
 */
export async function decodeTiff(
  bytes: Uint8Array<ArrayBuffer>,
  readJpeg: (file: Uint8Array<ArrayBuffer>) => Promise<Pixels>,
): Promise<DecodedTiff> {
  const tiff = openTiff(bytes);
  const fields = tiff === null ? [] : directoryAt(tiff, tiff.first).fields;
  const picture = tiff && tiffPicture(tiff, fields);
  if (tiff === null || picture === null) throw new PhotoError({ kind: 'unsupported', type: 'image/tiff' });
  const { width, height } = picture;
  const data = new Uint8ClampedArray(width * height * 4);
  const pieces = piecesOf(tiff, fields, picture);
  const palette = paletteOf(tiff, fields, picture);
  let done = 0;
  for (const piece of pieces) {
    if (piece.from + piece.bytes > bytes.length) throw refusedAsCutOff(done / pieces.length);
    const packed = bytes.subarray(piece.from, piece.from + piece.bytes);
    const whole = await layPiece(packed, piece, { tiff, fields, picture, palette, data, readJpeg });
    if (!whole) throw new PhotoError({ kind: 'unreadable' });
    done += 1;
  }
  return { pixels: { width, height, data }, profile: profileOf(tiff, fields) };
}

/** A strip or tile: where its bytes are, and where it belongs. */
interface Piece {
  readonly from: number;
  readonly bytes: number;
  readonly x: number;
  readonly y: number;
  /** Which channel, where each lies by itself. */
  readonly plane: number;
}

function piecesOf(tiff: Tiff, fields: readonly TiffField[], picture: TiffPicture): readonly Piece[] {
  const { width, height, piece, planar, channels } = picture;
  const across = Math.ceil(width / piece.width);
  const down = Math.ceil(height / piece.height);
  const planes = planar ? channels : 1;
  const all = across * down * planes;
  const numbers = (tag: number) => {
    const field = fields.find(one => one.tag === tag);
    return field === undefined ? [] : numbersOf(tiff, field, all);
  };
  const offsets = numbers(piece.tiles ? tiffTags.tileOffsets : tiffTags.stripOffsets);
  const lengths = numbers(piece.tiles ? tiffTags.tileBytes : tiffTags.stripBytes);
  if (offsets.length < all) throw new PhotoError({ kind: 'unreadable' });
  return offsets.map((from, i) => {
    const place = i % (across * down);
    return {
      from,
      // Some old programs leave it out where there is a single strip.
      bytes: lengths[i] ?? tiff.bytes.length - from,
      x: (place % across) * piece.width,
      y: Math.floor(place / across) * piece.height,
      plane: Math.floor(i / (across * down)),
    };
  });
}

interface Making {
  readonly tiff: Tiff;
  readonly fields: readonly TiffField[];
  readonly picture: TiffPicture;
  readonly palette: Uint8Array | null;
  /** RGBA of the whole picture. */
  readonly data: Uint8ClampedArray;
  readJpeg(file: Uint8Array<ArrayBuffer>): Promise<Pixels>;
}

/** Gives whether all bytes of the piece were there. */
async function layPiece(packed: Uint8Array<ArrayBuffer>, piece: Piece, making: Making): Promise<boolean> {
  const { tiff, fields, picture, palette, data } = making;
  const { width, height, bits, channels, planar, packing, differences } = picture;
  const rows = picture.piece.tiles ? picture.piece.height : Math.min(picture.piece.height, height - piece.y);
  const shown = {
    width: Math.min(picture.piece.width, width - piece.x),
    height: Math.min(rows, height - piece.y),
  };
  if (packing === 'jpeg') {
    const tables = fields.find(({ tag }) => tag === tiffTags.jpegTables);
    const common = tables ? tiff.bytes.slice(tables.at, tables.at + tables.count) : null;
    const rgba = await making.readJpeg(jpegOfPiece(packed, common, picture.colour));
    for (let y = 0; y < Math.min(shown.height, rgba.height); y++) {
      const from = y * rgba.width * 4;
      data.set(
        rgba.data.subarray(from, from + Math.min(shown.width, rgba.width) * 4),
        ((piece.y + y) * width + piece.x) * 4,
      );
    }
    return rgba.width >= shown.width && rgba.height >= shown.height;
  }
  const samples = picture.piece.width * (planar ? 1 : channels);
  const stride = Math.ceil((samples * bits) / 8);
  const { bytes, whole } = await unpackPiece(packed, packing, stride * rows);
  for (let y = 0; y < shown.height; y++) {
    const row = bytes.subarray(y * stride, (y + 1) * stride);
    if (differences && (bits === 8 || bits === 16))
      addDifferences(row, samples, planar ? 1 : channels, bits, tiff.little);
    const levels = samplesOfRow(row, samples, bits, tiff.little, picture.colour !== 'palette');
    const to = ((piece.y + y) * width + piece.x) * 4;
    putPixels(
      levels,
      shown.width,
      picture,
      palette,
      planar ? piece.plane : null,
      data.subarray(to, to + shown.width * 4),
    );
  }
  return whole;
}

/** RGB of 8 bits, one after another; null where there is none. */
function paletteOf(
  tiff: Tiff,
  fields: readonly TiffField[],
  { colour, bits }: TiffPicture,
): Uint8Array | null {
  const field = fields.find(({ tag }) => tag === tiffTags.palette);
  if (colour !== 'palette' || field === undefined) return null;
  const size = 2 ** bits;
  const values = numbersOf(tiff, field, 3 * size);
  // Some programs write bytes where words belong.
  const scale = values.every(value => value < 256) ? 1 : 257;
  return Uint8Array.from({ length: 3 * size }, (_, i) =>
    Math.round((values[(i % 3) * size + Math.floor(i / 3)] ?? 0) / scale),
  );
}

function profileOf(tiff: Tiff, fields: readonly TiffField[]): Uint8Array<ArrayBuffer> | null {
  const field = fields.find(({ tag }) => tag === tiffTags.profile);
  const profile = field === undefined ? null : tiff.bytes.slice(field.at, field.at + field.count);
  // What is grey or CMYK in the file is RGB by now, which its profile does not speak of.
  return profile !== null && characters(profile, 16, 4) === 'RGB ' && !isSrgbProfile(profile)
    ? profile
    : null;
}
