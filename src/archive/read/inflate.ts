import { BrokenData, type Expanded, Output } from './output.ts';

/**
 * Deflate (RFC 1951) and Deflate64, which PKZIP and 7-Zip write and no browser reads: it reaches 64 KiB back and repeats
 * up to 65,538 bytes. Plain deflate is here for browsers without `DecompressionStream`.
 */

/** Codes of a Huffman tree: how many there are of each length, and the symbols in their order. */
interface Codes {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

const longestCode = 15;
/** In which order the lengths of the code lengths' codes stand (RFC 1951, 3.2.7). */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function codesOf(lengths: readonly number[]): Codes {
  const counts = new Uint16Array(longestCode + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const offsets = new Uint16Array(longestCode + 2);
  for (let length = 1; length <= longestCode; length++)
    offsets[length + 1] = (offsets[length] ?? 0) + (counts[length] ?? 0);
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const at = offsets[length] ?? 0;
    symbols[at] = symbol;
    offsets[length] = at + 1;
  });
  return { counts, symbols };
}

/** Bits from the low end of each byte (RFC 1951, 3.1.1). */
class Bits {
  readonly #bytes: Uint8Array;
  #at = 0;
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(count: number): number {
    while (this.#count < count) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new BrokenData('It is cut off');
      this.#held |= byte << this.#count;
      this.#count += 8;
    }
    const taken = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return taken;
  }

  /** The next symbol of a tree, by canonical codes: the first code of each length follows from those before. */
  symbol({ counts, symbols }: Codes): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= longestCode; length++) {
      code |= this.take(1);
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new BrokenData('There is no such code');
  }

  toByte(): void {
    this.#held = 0;
    this.#count = 0;
  }
}

/** Where each symbol's range of lengths or distances begins, and how many bits say where in it (RFC 1951, 3.2.5). */
interface Ranges {
  readonly bases: readonly number[];
  readonly bits: readonly number[];
}

function ranges(first: number, bits: readonly number[]): Ranges {
  const bases: number[] = [];
  let base = first;
  for (const count of bits) {
    bases.push(base);
    base += 2 ** count;
  }
  return { bases, bits };
}

const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5];
const distanceBits = [0, 0, ...Array.from({ length: 28 }, (_, i) => i >> 1)];
const plainLengths = ranges(3, lengthBits);
/** The last symbol means 258, and in Deflate64 sixteen bits from 3 on. */
const lengthsOf = (large: boolean): Ranges => ({
  bases: [...plainLengths.bases, large ? 3 : 258],
  bits: [...lengthBits, large ? 16 : 0],
});
const distances = ranges(1, [...distanceBits, 14, 14]);

const fixedLengths = codesOf(
  Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
);
const fixedDistances = codesOf(Array.from({ length: 32 }, () => 5));

/**
 * Expands deflated bytes, up to `limit` bytes.
 *
 * @param large Deflate64
 * @throws BrokenData
 */
export function inflate(packed: Uint8Array, limit: number, large: boolean): Expanded {
  const bits = new Bits(packed);
  const output = new Output(limit);
  const lengths = lengthsOf(large);
  for (let last = false; !last; ) {
    last = bits.take(1) === 1;
    const kind = bits.take(2);
    if (kind === 3) throw new BrokenData('There is no such block');
    const room = kind === 0 ? copyBlock(bits, output) : readBlock(bits, output, lengths, kind === 1);
    if (!room) return output.taken(false);
  }
  return output.taken(true);
}

function copyBlock(bits: Bits, output: Output): boolean {
  bits.toByte();
  const length = bits.take(8) | (bits.take(8) << 8);
  const inverse = bits.take(8) | (bits.take(8) << 8);
  if ((length ^ inverse) !== 0xffff) throw new BrokenData('A block of another length than it says');
  for (let i = 0; i < length; i++) if (!output.push(bits.take(8))) return false;
  return true;
}

function readBlock(bits: Bits, output: Output, lengths: Ranges, fixed: boolean): boolean {
  const trees = fixed ? { lengthCodes: fixedLengths, distanceCodes: fixedDistances } : readTrees(bits);
  for (;;) {
    const symbol = bits.symbol(trees.lengthCodes);
    if (symbol === 256) return true;
    if (symbol < 256) {
      if (!output.push(symbol)) return false;
      continue;
    }
    const length = inRange(bits, lengths, symbol - 257);
    const distance = inRange(bits, distances, bits.symbol(trees.distanceCodes));
    if (!output.repeat(distance, length)) return false;
  }
}

function inRange(bits: Bits, { bases, bits: counts }: Ranges, symbol: number): number {
  const base = bases[symbol];
  if (base === undefined) throw new BrokenData('There is no such length');
  return base + bits.take(counts[symbol] ?? 0);
}

function readTrees(bits: Bits): { readonly lengthCodes: Codes; readonly distanceCodes: Codes } {
  const lengthCount = bits.take(5) + 257;
  const distanceCount = bits.take(5) + 1;
  const orderCount = bits.take(4) + 4;
  const orderLengths = Array.from({ length: 19 }, () => 0);
  for (const place of lengthOrder.slice(0, orderCount)) orderLengths[place] = bits.take(3);
  const codes = codesOf(orderLengths);
  const lengths: number[] = [];
  while (lengths.length < lengthCount + distanceCount) {
    const symbol = bits.symbol(codes);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16 && lengths.length === 0) throw new BrokenData('It repeats what never was');
    else {
      const value = symbol === 16 ? (lengths.at(-1) ?? 0) : 0;
      const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
      for (let i = 0; i < times; i++) lengths.push(value);
    }
  }
  return {
    lengthCodes: codesOf(lengths.slice(0, lengthCount)),
    distanceCodes: codesOf(lengths.slice(lengthCount, lengthCount + distanceCount)),
  };
}
