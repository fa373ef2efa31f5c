import { isSrgbProfile } from '../../../src/codec/colour/profileName.ts';
import { type IsoColour, isoPicture } from '../../../src/codec/iso/isoPicture.ts';
import { soundIso } from '../../../src/codec/iso/soundIso.ts';
import { PhotoError } from '../../../src/codec/photoError.ts';
import type { Pixels } from '../../../src/engine/engine.ts';
import { displayP3, inSrgb } from './colours.ts';
import { lendBrowser } from './heicThread.ts';

/** Of H.273's primaries: sRGB's, those that are not said, and Display P3's. */
const coded = { srgb: [1, 2], displayP3: 12 } as const;

/**
 * A HEIC photo by the app's decoder (heic-to: libheif and libde265 in WebAssembly), which turns it upright and leaves colours to
 * us. @throws PhotoError `unreadable`, `cut-off`, or `unsupported` for colours wider than Display P3
 */
export async function decodeHeic(bytes: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  soundIso(bytes);
  const profile = await profileOf(isoPicture(bytes)?.colour ?? null);
  lendBrowser();
  const { heicTo } = await import('heic-to/csp');
  const { width, height, data } = await decoded(
    () => heicTo({ blob: new Blob([bytes]), type: 'bitmap' }) as unknown as Promise<Pixels>,
  );
  const pixels = { width, height, data };
  return profile === null ? pixels : inSrgb(pixels, profile);
}

async function decoded(decode: () => Promise<Pixels>): Promise<Pixels> {
  try {
    return await decode();
  } catch {
    // All that it rejects with, in strings and errors, is about the file.
    throw new PhotoError({ kind: 'unreadable' });
  }
}

/** Null for sRGB. */
async function profileOf(colour: IsoColour | null): Promise<Uint8Array | null> {
  if (colour === null) return null;
  if (colour.kind === 'profile') return isSrgbProfile(colour.icc) ? null : colour.icc;
  if (coded.srgb.some(primaries => primaries === colour.primaries)) return null;
  if (colour.primaries === coded.displayP3) return displayP3();
  throw new PhotoError({ kind: 'unsupported', type: 'image/heic' });
}
