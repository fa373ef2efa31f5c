import { BrokenData, type Expanded, Output } from './output.ts';

/** bzip2 (as of 1.0), which `zip -Z bzip2`, 7-Zip and WinZip put into zips and no browser reads. */

const blockMagic = [0x314159, 0x265359] as const;
const endMagic = [0x177245, 0x385090] as const;
const symbolsPerTree = 50;
const longestCode = 20;

/** Bits from the high end of each byte. */
class Bits {
  readonly #bytes: Uint8Array;
  #at = 0;
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Up to 24 of them. */
  take(count: number): number {
    while (this.#count < count) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new BrokenData('It is cut off');
      this.#held = ((this.#held << 8) | byte) >>> 0;
      this.#count += 8;
    }
    this.#count -= count;
    const taken = this.#held >>> this.#count;
    this.#held &= (1 << this.#count) - 1;
    return taken;
  }
}

/** Canonical codes: the greatest code of each length, and what to add to it for its place among the symbols. */
interface Tree {
  readonly shortest: number;
  readonly greatest: Int32Array;
  readonly places: Int32Array;
  readonly symbols: Uint16Array;
}

/**
 * Expands what bzip2 packed, up to `limit` bytes. Its checksums are passed over: zips have their own.
 *
 * @throws BrokenData
 */
export function expandBzip2(packed: Uint8Array, limit: number): Expanded {
  const bits = new Bits(packed);
  if (bits.take(24) !== 0x425a68) throw new BrokenData('This is not bzip2');
  const level = bits.take(8) - 0x30;
  if (level < 1 || level > 9) throw new BrokenData('There is no such level');
  const output = new Output(limit);
  for (;;) {
    const [first, second] = [bits.take(24), bits.take(24)];
    if (first === endMagic[0] && second === endMagic[1]) return output.taken(true);
    if (first !== blockMagic[0] || second !== blockMagic[1]) throw new BrokenData('There is no such block');
    if (!readBlock(bits, output, level * 100_000)) return output.taken(false);
  }
}

/** One block; false when there is no room left. */
function readBlock(bits: Bits, output: Output, size: number): boolean {
  bits.take(16);
  bits.take(16);
  // Blocks in another order than usual; nothing has written them since 1996.
  if (bits.take(1) === 1) throw new BrokenData('It is packed in a way of long ago');
  const origin = bits.take(24);
  const block = readMoves(bits, size);
  if (origin >= block.length) throw new BrokenData('It begins behind its end');
  return writeRuns(unsorted(block, origin), output);
}

/** The bytes of the sorted block: Huffman codes of places in a list that moves what is used to its front. */
function readMoves(bits: Bits, size: number): Uint8Array {
  const list = usedBytes(bits);
  const end = list.length + 1;
  const treeCount = bits.take(3);
  const selectors = readSelectors(bits, treeCount);
  const trees = Array.from({ length: treeCount }, () => readTree(bits, end + 1));
  const block = new Uint8Array(size);
  let length = 0;
  let run = 0;
  let power = 1;
  for (let read = 0; ; read++) {
    const tree = trees[selectors[Math.floor(read / symbolsPerTree)] ?? -1];
    if (tree === undefined) throw new BrokenData('There is no such tree');
    const symbol = readSymbol(bits, tree);
    if (symbol < 2) {
      run += power << symbol;
      power *= 2;
      if (run > size) throw new BrokenData('A run beyond its block');
      continue;
    }
    if (length + run > size) throw new BrokenData('A block beyond its size');
    block.fill(list[0] ?? 0, length, length + run);
    length += run;
    run = 0;
    power = 1;
    if (symbol === end) return block.subarray(0, length);
    if (length === size) throw new BrokenData('A block beyond its size');
    const byte = list[symbol - 1] ?? 0;
    list.splice(symbol - 1, 1);
    list.unshift(byte);
    block[length++] = byte;
  }
}

/** Which bytes occur at all: sixteen bits say which sixteens, and sixteen more which of those. */
function usedBytes(bits: Bits): number[] {
  const sixteens = bits.take(16);
  const used: number[] = [];
  for (let high = 0; high < 16; high++) {
    if ((sixteens & (0x8000 >> high)) === 0) continue;
    const some = bits.take(16);
    for (let low = 0; low < 16; low++) if ((some & (0x8000 >> low)) !== 0) used.push(high * 16 + low);
  }
  if (used.length === 0) throw new BrokenData('A block of nothing');
  return used;
}

function readSelectors(bits: Bits, treeCount: number): Uint8Array {
  if (treeCount < 2 || treeCount > 6) throw new BrokenData('There is no such number of trees');
  const list = Array.from({ length: treeCount }, (_, i) => i);
  return Uint8Array.from({ length: bits.take(15) }, () => {
    let place = 0;
    while (bits.take(1) === 1) place += 1;
    const tree = list[place];
    if (tree === undefined) throw new BrokenData('There is no such tree');
    list.splice(place, 1);
    list.unshift(tree);
    return tree;
  });
}

function readTree(bits: Bits, symbolCount: number): Tree {
  let length = bits.take(5);
  const lengths = Array.from({ length: symbolCount }, () => {
    while (bits.take(1) === 1) length += bits.take(1) === 1 ? -1 : 1;
    if (length < 1 || length > longestCode) throw new BrokenData('A code of no such length');
    return length;
  });
  const greatest = new Int32Array(longestCode + 1).fill(-1);
  const places = new Int32Array(longestCode + 1);
  const symbols = new Uint16Array(symbolCount);
  let code = 0;
  let place = 0;
  for (let each = 1; each <= longestCode; each++) {
    places[each] = place - code;
    lengths.forEach((one, symbol) => {
      if (one !== each) return;
      symbols[place++] = symbol;
      greatest[each] = code++;
    });
    code <<= 1;
  }
  return { shortest: Math.min(...lengths), greatest, places, symbols };
}

function readSymbol(bits: Bits, { shortest, greatest, places, symbols }: Tree): number {
  let code = bits.take(shortest);
  for (let length = shortest; length <= longestCode; length++) {
    if (code <= (greatest[length] ?? -1)) {
      const symbol = symbols[code + (places[length] ?? 0)];
      if (symbol !== undefined) return symbol;
    }
    code = (code << 1) | bits.take(1);
  }
  throw new BrokenData('There is no such code');
}

/** Takes back the sorting of Burrows and Wheeler. */
function unsorted(block: Uint8Array, origin: number): Uint8Array {
  const starts = new Uint32Array(256);
  for (const byte of block) starts[byte] = (starts[byte] ?? 0) + 1;
  let sum = 0;
  for (let byte = 0; byte < 256; byte++) {
    const count = starts[byte] ?? 0;
    starts[byte] = sum;
    sum += count;
  }
  const next = new Uint32Array(block.length);
  block.forEach((byte, i) => {
    const at = starts[byte] ?? 0;
    next[at] = i;
    starts[byte] = at + 1;
  });
  const plain = new Uint8Array(block.length);
  let at = next[origin] ?? 0;
  for (let i = 0; i < plain.length; i++) {
    plain[i] = block[at] ?? 0;
    at = next[at] ?? 0;
  }
  return plain;
}

/** After four equal bytes comes how many more of them there are. False when there is no room left. */
function writeRuns(plain: Uint8Array, output: Output): boolean {
  let same = 0;
  let last = -1;
  for (const byte of plain) {
    if (same === 4) {
      for (let i = 0; i < byte; i++) if (!output.push(last)) return false;
      same = 0;
      last = -1;
      continue;
    }
    if (!output.push(byte)) return false;
    same = byte === last ? same + 1 : 1;
    last = byte;
  }
  return true;
}
