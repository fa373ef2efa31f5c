import { soundJpeg } from '../jpeg/soundJpeg.ts';
import { PhotoError } from '../photoError.ts';
import type { TiffPicture } from './tiffPicture.ts';

/** Adobe's segment, which says that three channels are RGB as they are (transform 0). */
const plainRgb = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0];

/**
 * A strip or tile that is a JPEG as a whole file. Its tables may lie elsewhere in the TIFF (Adobe's technical note 2).
 *
 * @throws PhotoError `cut-off` or `unreadable`
 */
export function jpegOfPiece(
  piece: Uint8Array<ArrayBuffer>,
  tables: Uint8Array | null,
  colour: TiffPicture['colour'],
): Uint8Array<ArrayBuffer> {
  // Strips that were never written have no bytes.
  if (piece.length < 4) throw new PhotoError({ kind: 'unreadable' });
  // Between its start and its end marker.
  const common = tables === null ? [] : tables.subarray(2, -2);
  const marker = colour === 'rgb' ? plainRgb : [];
  const whole = new Uint8Array(piece.length + common.length + marker.length);
  whole.set([0xff, 0xd8]);
  whole.set(marker, 2);
  whole.set(common, 2 + marker.length);
  whole.set(piece.subarray(2), 2 + marker.length + common.length);
  return soundJpeg(whole, true);
}
