import type { Decoded } from '../codec/decoded.ts';
import { markFile } from '../codec/metadata/markFile.ts';
import type { Credit } from '../codec/metadata/marks.ts';
import { readCredit } from '../codec/metadata/read.ts';
import { shrinkTo } from '../codec/shrink.ts';
import { isShrunk } from '../core/recipe.ts';
import type { OutputType, SourceType } from '../core/settings.ts';
import type { ProtectJob } from './job.ts';

/**
 * What happens to a photo besides its protection: it is made smaller if asked, and marked with what it says about
 * itself.
 */

type Output = ProtectJob['output'];

/** The photo as it is written: at most as long as asked. Never enlarged. */
export async function fitted(photo: Decoded, { longSide = null }: Output): Promise<Decoded> {
  const { width, height } = photo.pixels;
  if (longSide === null || !isShrunk(Math.max(width, height), { longSide })) return photo;
  return { pixels: await shrinkTo(photo.pixels, longSide), opaque: photo.opaque };
}

/** What the source says of date, author and copyright, if that is to be kept. */
export async function keptCredit(
  source: Uint8Array<ArrayBuffer>,
  type: SourceType,
  { marks }: Output,
): Promise<Credit | null> {
  return marks?.keepDateAndCopyright ? readCredit(source, type) : null;
}

/** The finished file. */
export function marked(
  encoded: Uint8Array<ArrayBuffer>,
  type: OutputType,
  { marks }: Output,
  credit: Credit | null,
): Uint8Array<ArrayBuffer> {
  return markFile(encoded, type, { optOut: marks?.optOut ?? false, rights: marks?.rights ?? '', credit });
}
