import { uint32 } from '../bytes.ts';
import type { PhotoDescription } from '../describe/description.ts';
import type { Source } from '../describe/source.ts';
import { describePlaces } from './describeRaw.ts';

/** Fujifilm's raw files say behind their head where a whole JPEG lies, with EXIF of its own. */
export function describeRaf(source: Source, head: Uint8Array): Promise<PhotoDescription | null> {
  return describePlaces(source, [{ from: uint32(head, 84), bytes: uint32(head, 88) }], 1);
}
