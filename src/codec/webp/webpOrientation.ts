import { characters, uint16, uint32, uint32LE } from '../bytes.ts';

/** Chromium leaves the EXIF orientation of a WebP to the page; other browsers may not. */

/** The orientation, 1 to 8, that the EXIF block of a WebP gives; 1 where there is none. */
export function webpOrientation(webp: Uint8Array): number {
  for (let at = 12; at + 8 <= webp.length; ) {
    const length = uint32LE(webp, at + 4);
    if (characters(webp, at, 4) === 'EXIF') return tiffOrientation(webp.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length % 2);
  }
  return 1;
}

function tiffOrientation(block: Uint8Array): number {
  // Some programs write the name of the JPEG segment before the TIFF.
  const tiff = characters(block, 0, 4) === 'Exif' ? block.subarray(6) : block;
  const little = tiff[0] === 0x49;
  const short = (at: number) => (little ? (tiff[at] ?? 0) | ((tiff[at + 1] ?? 0) << 8) : uint16(tiff, at));
  const directory = little ? uint32LE(tiff, 4) : uint32(tiff, 4);
  for (let i = 0; i < short(directory); i++) {
    const entry = directory + 2 + 12 * i;
    if (entry + 12 > tiff.length) break;
    const value = short(entry + 8);
    if (short(entry) === 0x0112) return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** 3 × 1 pixels, lossless, with an EXIF block of orientation 6: 1 × 3 where it is followed. */
const sample =
  'UklGRlAAAABXRUJQVlA4WAoAAAAIAAAAAgAAAAAAVlA4TA8AAAAvAgAAAAcQ/Y/+ByKi/wEARVhJRhoAAABJSSoACAAAAAEAEgEDAAEAAAAGAAAAAAAAAA==';

let follows: Promise<boolean> | null = null;

/** Whether the browser turns WebPs itself. Found out once, on a tiny one. */
export function browserTurnsWebp(): Promise<boolean> {
  follows ??= tried();
  return follows;
}

async function tried(): Promise<boolean> {
  const bytes = Uint8Array.from(atob(sample), character => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }), {
    imageOrientation: 'from-image',
  }).catch(() => null);
  const turned = bitmap !== null && bitmap.height > bitmap.width;
  bitmap?.close();
  return turned;
}
