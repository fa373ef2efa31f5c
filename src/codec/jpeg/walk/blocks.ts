import type { Bits } from './bits.ts';
import type { HuffmanTable } from './huffmanTable.ts';

/**
 * Reading past one block of a scan: bits are followed, values are not made. Each gives false where bits stand that no encoder
 * writes (ITU-T T.81, F.2.2 and G.2).
 */

/** All 64 coefficients, as in a sequential scan. */
export function passBlock(bits: Bits, dc: HuffmanTable, ac: HuffmanTable): boolean {
  if (!passDc(bits, dc)) return false;
  for (let k = 1; k < 64; k++) {
    const entry = ac[bits.peek()] ?? 0;
    if (entry === 0) return false;
    bits.skip(entry >> 8);
    const size = entry & 15;
    const run = (entry >> 4) & 15;
    if (size === 0 && run < 15) return true;
    bits.skip(size);
    k += run;
    if (k > 63) return false;
  }
  return true;
}

/** The first coefficient's difference. */
export function passDc(bits: Bits, dc: HuffmanTable): boolean {
  const entry = dc[bits.peek()] ?? 0;
  if (entry === 0) return false;
  bits.skip(entry >> 8);
  bits.skip(entry & 255);
  return true;
}

/** Which coefficients of which blocks are not 0 by now: what a refining scan says depends on it. */
export class Known {
  readonly #low: Uint32Array;
  readonly #high: Uint32Array;

  constructor(blocks: number) {
    this.#low = new Uint32Array(blocks);
    this.#high = new Uint32Array(blocks);
  }

  has(block: number, k: number): boolean {
    const words = k < 32 ? this.#low : this.#high;
    return (((words[block] ?? 0) >>> (k & 31)) & 1) === 1;
  }

  add(block: number, k: number): void {
    const words = k < 32 ? this.#low : this.#high;
    words[block] = (words[block] ?? 0) | (1 << (k & 31));
  }
}

/** Blocks still to come that are wholly 0 in the band of this scan; it goes on from block to block. */
export interface EndOfBands {
  left: number;
}

/** A band of coefficients for the first time. */
export function passBand(
  bits: Bits,
  ac: HuffmanTable,
  { from, to }: { readonly from: number; readonly to: number },
  ends: EndOfBands,
  known: Known,
  block: number,
): boolean {
  if (ends.left > 0) {
    ends.left -= 1;
    return true;
  }
  for (let k = from; k <= to; k++) {
    const entry = ac[bits.peek()] ?? 0;
    if (entry === 0) return false;
    bits.skip(entry >> 8);
    const size = entry & 15;
    const run = (entry >> 4) & 15;
    if (size === 0 && run < 15) {
      ends.left = (1 << run) - 1 + bits.read(run);
      return true;
    }
    bits.skip(size);
    k += run;
    if (k > to) return size === 0;
    if (size > 0) known.add(block, k);
  }
  return true;
}

/** One bit more of a band. */
export function refineBand(
  bits: Bits,
  ac: HuffmanTable,
  { from, to }: { readonly from: number; readonly to: number },
  ends: EndOfBands,
  known: Known,
  block: number,
): boolean {
  let k = from;
  if (ends.left === 0) {
    for (; k <= to; k++) {
      const entry = ac[bits.peek()] ?? 0;
      if (entry === 0) return false;
      bits.skip(entry >> 8);
      const size = entry & 15;
      let run = (entry >> 4) & 15;
      if (size > 1) return false;
      if (size === 0 && run < 15) {
        ends.left = (1 << run) + bits.read(run);
        break;
      }
      // The sign of the coefficient that begins here.
      bits.skip(size);
      for (; k <= to; k++) {
        if (known.has(block, k)) bits.skip(1);
        else if (run === 0) break;
        else run -= 1;
      }
      if (size > 0) {
        if (k > to) return false;
        known.add(block, k);
      }
    }
  }
  if (ends.left === 0) return true;
  for (; k <= to; k++) if (known.has(block, k)) bits.skip(1);
  ends.left -= 1;
  return true;
}
