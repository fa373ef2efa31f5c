import type { SourceType } from '../../core/settings.ts';
import { characters, uint32LE } from '../bytes.ts';
import { isoBrands } from '../iso/brands.ts';
import { isJxl } from '../jxl/codestream.ts';

/** Sizes that the second header of a BMP may have; without them any text that starts with "BM" would be one. */
const bmpHeaderSizes = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

/** Brands of ISO media files that hold HEVC pictures. `mif1` and `msf1` leave the coding open, and mean HEVC in practice. */
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);

/** Those that a few bytes tell for certain, and a browser decodes, or a library that is fetched for it. */
export type SniffedType = Exclude<SourceType, 'image/tiff' | 'image/x-raw'>;

/**
 * What kind of picture these bytes are, by their content alone: extensions and MIME types of files lie. Null when
 * they are none that Keyveil knows. 32 bytes are enough, save for HEIC and AVIF files with many brands.
 */
export function sniffType(bytes: Uint8Array): SniffedType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (characters(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (/^GIF8[79]a/.test(characters(bytes, 0, 6))) return 'image/gif';
  if (characters(bytes, 0, 4) === 'RIFF' && characters(bytes, 8, 4) === 'WEBP') return 'image/webp';
  if (isJxl(bytes)) return 'image/jxl';
  if (characters(bytes, 0, 2) === 'BM' && bmpHeaderSizes.has(uint32LE(bytes, 14))) return 'image/bmp';
  // The specific brands tell the coding.
  const brands = isoBrands(bytes);
  if (brands.some(brand => brand === 'avif' || brand === 'avis')) return 'image/avif';
  return brands.some(brand => heicBrands.has(brand)) ? 'image/heic' : null;
}
