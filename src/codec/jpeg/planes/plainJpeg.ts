import { isSrgb } from '../../colour/srgb.ts';
import type { PhotoDescription } from '../../describe/description.ts';
import { profileOfJpeg } from '../profile.ts';

/**
 * Whether a photo may be protected in its own planes: a JPEG of luma, and chroma or not, of 8 bits, whose colours are those
 * of sRGB. Others would have to be converted.
 *
 * @param source the whole file
 */
export function isPlainJpeg({ type, colour, coding }: PhotoDescription, source: Uint8Array): boolean {
  const ordinary =
    type === 'image/jpeg' &&
    coding === undefined &&
    (colour.model === 'rgb' || colour.model === 'grey') &&
    colour.bits === 8;
  return ordinary && (!colour.profile || isSrgb(profileOfJpeg(source) ?? new Uint8Array()));
}
