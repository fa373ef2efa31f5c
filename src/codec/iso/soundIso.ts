import { PhotoError, refusedAsCutOff } from '../photoError.ts';
import { type IsoItem, itemsOf } from './items.ts';

const coded = new Set(['hvc1', 'av01']);
/** So many zeros in a row no encoder writes: HEVC never has three (ITU-T H.265, 7.4.2), AV1 none at the end of a picture. */
const tooMany = 64;

/**
 * Refuses a HEIC or AVIF with zeros in place of a part of its picture, as in a copy that broke off: decoders make stripes of
 * them, and say nothing.
 *
 * @throws PhotoError `cut-off` or `unreadable`
 */
export function soundIso(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const items = itemsOf(bytes, coded);
  const all = items.reduce((sum, { content }) => sum + content.length, 0);
  const there = items.reduce((sum, item) => sum + bytesThere(item), 0);
  if (there < all) throw refusedAsCutOff(there / all);
  if (items.some(({ type, content }) => type === 'hvc1' && hasHole(content)))
    throw new PhotoError({ kind: 'unreadable' });
  return bytes;
}

/** Without the zeros at its end, if they are too many. */
function bytesThere({ content }: IsoItem): number {
  let end = content.length;
  while (end > 0 && content[end - 1] === 0) end -= 1;
  return content.length - end >= tooMany ? end : content.length;
}

function hasHole(content: Uint8Array): boolean {
  // Of so many zeros in a row one stands at each such place.
  for (let at = tooMany - 1; at < content.length; at += tooMany) {
    if (content[at] !== 0) continue;
    let from = at;
    while (from > 0 && content[from - 1] === 0) from -= 1;
    let to = at;
    while (to < content.length && content[to] === 0) to += 1;
    if (to - from >= tooMany) return true;
  }
  return false;
}
