/**
 * A Huffman table, laid out so that the next 16 bits of a scan lead straight to its code: the code's length times 256 plus
 * its symbol; 0 for bits that are no code (ITU-T T.81, annex C).
 */
export type HuffmanTable = Uint16Array;

/** Reads the tables of a DHT segment into `tables`, by class (0 DC, 1 AC) times 16 plus number. */
export function readTables(
  bytes: Uint8Array,
  from: number,
  to: number,
  tables: Map<number, HuffmanTable>,
): void {
  for (let at = from; at + 17 <= Math.min(to, bytes.length); ) {
    const name = bytes[at] ?? 0;
    const counts = bytes.subarray(at + 1, at + 17);
    const symbols = counts.reduce((sum, count) => sum + count, 0);
    tables.set(name, tableOf(counts, bytes.subarray(at + 17, at + 17 + symbols)));
    at += 17 + symbols;
  }
}

function tableOf(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const table = new Uint16Array(65_536);
  let code = 0;
  let next = 0;
  for (let length = 1; length <= 16; length++) {
    const span = 2 ** (16 - length);
    for (let i = 0; i < (counts[length - 1] ?? 0); i++) {
      const start = code * span;
      if (start + span > 65_536) return table;
      table.fill(length * 256 + (symbols[next] ?? 0), start, start + span);
      code += 1;
      next += 1;
    }
    code *= 2;
  }
  return table;
}
