import { Bits } from './bits.ts';
import { type EndOfBands, Known, passBand, passBlock, passDc, refineBand } from './blocks.ts';
import { type Frame, type Scan, type ScanPart, unitsOf } from './frame.ts';
import type { HuffmanTable } from './huffmanTable.ts';

/** Where a walk through one scan came to. */
export interface WalkedScan {
  /** `short`: the data ended before the last unit. `broken`: what stands there is not what encoders write. */
  readonly how: 'whole' | 'short' | 'broken';
  /** Units that are there, of all. */
  readonly done: number;
  readonly all: number;
  /** Where its data ends, or where it went wrong. */
  readonly end: number;
}

/** What a walk needs to know, and what it learns on the way. */
export interface Walk {
  readonly bytes: Uint8Array;
  readonly frame: Frame;
  /** By class (0 DC, 1 AC) times 16 plus number. */
  readonly tables: ReadonlyMap<number, HuffmanTable>;
  /** Units between restart markers; 0 for none. */
  readonly interval: number;
  /** Of each component; for progressive pictures. */
  readonly known: readonly Known[];
}

/** Room for what a walk learns of each component's coefficients. */
export function knownOf(frame: Frame | null): readonly Known[] {
  if (!frame?.progressive) return [];
  // Scans of several components hold whole units, but only first coefficients, which nothing depends on.
  return frame.components.map(({ blocksAcross, blocksDown }) => new Known(blocksAcross * blocksDown));
}

/** Follows the bits of a scan, unit by unit, to where they end. */
export function walkScan(walk: Walk, scan: Scan, from: number): WalkedScan {
  const { bytes, frame, interval } = walk;
  const units = unitsOf(frame, scan);
  const all = units.across * units.down;
  const bits = new Bits(bytes, from);
  const ends: EndOfBands = { left: 0 };
  const pass = passerOf(walk, scan, bits, ends);
  if (pass === null) return { how: 'broken', done: 0, all, end: from };
  for (let unit = 0; unit < all; unit++) {
    if (interval > 0 && unit > 0 && unit % interval === 0) {
      const marker = bits.at;
      const expected = 0xd0 + ((unit / interval - 1) % 8);
      const next = bytes[marker] === 0xff ? bytes[marker + 1] : undefined;
      if (next !== expected) return { how: endsAt(next) ? 'short' : 'broken', done: unit, all, end: marker };
      bits.restart(marker + 2);
      ends.left = 0;
    }
    const sound = pass(unit);
    if (bits.isShort) {
      const { at } = bits;
      return { how: endsAt(bytes[at + 1]) ? 'short' : 'broken', done: unit, all, end: at };
    }
    if (!sound) return { how: 'broken', done: unit, all, end: bits.at };
  }
  return { how: 'whole', done: all, all, end: bits.at };
}

/** Whether a marker says that the scan is over: all but restarts do, and so does the end of the file. */
function endsAt(marker: number | undefined): boolean {
  return marker === undefined || marker < 0xd0 || marker > 0xd7;
}

/** Passes over one unit. Null where a table is missing. */
function passerOf(
  { frame, tables, known }: Walk,
  scan: Scan,
  bits: Bits,
  ends: EndOfBands,
): ((unit: number) => boolean) | null {
  if (!frame.progressive) return sequential(frame, scan, tables, bits);
  if (scan.from === 0) {
    if (scan.high > 0) return refinedDc(frame, scan, bits);
    return firstDc(frame, scan, tables, bits);
  }
  const [part] = scan.parts;
  const ac = part && tables.get(16 + part.acTable);
  const seen = part && known[part.component];
  if (!ac || !seen || scan.parts.length > 1) return null;
  return scan.high > 0
    ? unit => refineBand(bits, ac, scan, ends, seen, unit)
    : unit => passBand(bits, ac, scan, ends, seen, unit);
}

function sequential(frame: Frame, scan: Scan, tables: Walk['tables'], bits: Bits): (() => boolean) | null {
  const blocks = blocksOf(frame, scan).map(({ dcTable, acTable }) => ({
    dc: tables.get(dcTable),
    ac: tables.get(16 + acTable),
  }));
  const ready = blocks.flatMap(({ dc, ac }) => (dc && ac ? [{ dc, ac }] : []));
  if (ready.length < blocks.length) return null;
  return () => {
    for (const { dc, ac } of ready) if (!passBlock(bits, dc, ac)) return false;
    return true;
  };
}

function firstDc(frame: Frame, scan: Scan, tables: Walk['tables'], bits: Bits): (() => boolean) | null {
  const blocks = blocksOf(frame, scan);
  const ready = blocks.flatMap(({ dcTable }) => tables.get(dcTable) ?? []);
  if (ready.length < blocks.length) return null;
  return () => {
    for (const dc of ready) if (!passDc(bits, dc)) return false;
    return true;
  };
}

function refinedDc(frame: Frame, scan: Scan, bits: Bits): () => boolean {
  const blocks = blocksOf(frame, scan).length;
  return () => {
    for (let i = 0; i < blocks; i++) bits.skip(1);
    return true;
  };
}

/** The blocks of one unit: a single one where the scan has one component. */
function blocksOf(frame: Frame, { parts }: Scan): readonly ScanPart[] {
  if (parts.length === 1) return parts;
  return parts.flatMap(part => {
    const { across = 1, down = 1 } = frame.components[part.component] ?? {};
    return new Array<ScanPart>(across * down).fill(part);
  });
}
