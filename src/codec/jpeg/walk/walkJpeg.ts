import { uint16 } from '../../bytes.ts';
import { isFrame, segmentAt } from '../segments.ts';
import { type Frame, frameAt, scanAt } from './frame.ts';
import { type HuffmanTable, readTables } from './huffmanTable.ts';
import { Passes } from './passes.ts';
import { knownOf, walkScan } from './walkScan.ts';

/** What is really there of a JPEG, whatever its markers say. */
export type WalkedJpeg =
  /** All of it. `end` is where the data of its last scan ends, before its end marker if it has one. */
  | { readonly kind: 'whole'; readonly end: number }
  /** It ends too early; `share`, from 0 to 1, is how much of it there is. */
  | { readonly kind: 'cut-off'; readonly share: number }
  /** What stands in it is not what encoders write. */
  | { readonly kind: 'broken' }
  /** Of a coding that is not walked here: browsers refuse those. */
  | { readonly kind: 'unknown' };

/** Bytes that may stand between a scan's data and the next marker without harm: an encoder's own padding. */
const mostStray = 8;

/** Frames whose Huffman codes are followed here: baseline, extended, progressive. */
const walked = new Set([0xc0, 0xc1, 0xc2]);

/**
 * Follows the Huffman codes of every scan and counts the blocks that are there. Decoders fill what is missing with grey, or
 * leave it coarse, and say nothing.
 */
export function walkJpeg(bytes: Uint8Array): WalkedJpeg {
  const tables = new Map<number, HuffmanTable>();
  let interval = 0;
  let frame: Frame | null = null;
  let passes: Passes | null = null;
  let known = knownOf(null);
  let end = bytes.length;
  let marker = 0;
  for (let segment = segmentAt(bytes, 2); segment !== null; ) {
    const { from, to } = segment;
    let next = to;
    marker = segment.marker;
    if (marker === 0xd9) break;
    if (isFrame(marker)) {
      if (frame !== null || !walked.has(marker)) return { kind: 'unknown' };
      frame = frameAt(bytes, marker, from);
      if (frame === null) return { kind: 'unknown' };
      passes = new Passes(frame);
      known = knownOf(frame);
    } else if (marker === 0xc4) readTables(bytes, from, to, tables);
    else if (marker === 0xdd) interval = uint16(bytes, from);
    else if (marker === 0xda) {
      const scan = frame && scanAt(bytes, from, frame);
      if (frame === null || passes === null || scan === null) return { kind: 'broken' };
      const { how, done, all, end: scanEnd } = walkScan({ bytes, frame, tables, interval, known }, scan, to);
      if (how === 'broken') return { kind: 'broken' };
      passes.add(scan, done / all);
      if (how === 'short') return { kind: 'cut-off', share: passes.share };
      end = scanEnd;
      next = scanEnd;
      // Whatever follows is no part of the picture: films, maps of depth, a camera's own notes.
      if (passes.areComplete) return { kind: 'whole', end };
      // Data that no block is made of: it stood in a hole, and so did what should have come in its place.
      if (strayBytes(bytes, end) > mostStray) return { kind: 'broken' };
    }
    segment = segmentAt(bytes, next);
  }
  if (passes === null) return { kind: 'unknown' };
  // Scans that are not there at all, where it ends as it should, somebody left out on purpose.
  return marker === 0xd9 && end < bytes.length
    ? { kind: 'whole', end }
    : { kind: 'cut-off', share: passes.share };
}

/** Bytes from `at` up to the next marker; fill bytes before it do not count. */
function strayBytes(bytes: Uint8Array, at: number): number {
  let to = at;
  while (to < bytes.length && !(bytes[to] === 0xff && (bytes[to + 1] ?? 0xff) !== 0)) to += 1;
  return to - at;
}
