import { characters, uint32 } from '../bytes.ts';

/** A box of an ISO media file (ISO/IEC 14496-12, 4.2). */
export interface Box {
  readonly name: string;
  /** Where its content starts and ends. */
  readonly from: number;
  readonly to: number;
}

/** No photo has as many side by side; a film that is cut into pieces may, but nothing of that is asked for. */
const mostBoxes = 20_000;

/** The boxes within a range, one after another, as far as their lengths make sense. */
export function boxes(bytes: Uint8Array, from: number, to: number): readonly Box[] {
  const found: Box[] = [];
  for (let at = from; at + 8 <= to && found.length < mostBoxes; ) {
    const size = uint32(bytes, at);
    // 0: up to the end; 1: a 64-bit size follows, whose upper half is 0 in files that fit into memory.
    const [head, length] = size === 1 ? [16, uint32(bytes, at + 12)] : [8, size === 0 ? to - at : size];
    if (length < head) break;
    found.push({ name: characters(bytes, at + 4, 4), from: at + head, to: Math.min(at + length, to) });
    at += length;
  }
  return found;
}

/** The first of a name; null where there is none. */
export function find(all: readonly Box[], name: string): Box | null {
  return all.find(box => box.name === name) ?? null;
}
