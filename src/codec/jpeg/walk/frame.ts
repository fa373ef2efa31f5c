import { uint16 } from '../../bytes.ts';

/** What a frame says of its components, as far as counting blocks goes (ITU-T T.81, B.2.2 and A.1.1). */
export interface Frame {
  readonly progressive: boolean;
  readonly components: readonly Component[];
  /** Of scans with several components: blocks of all of them together in units. */
  readonly unitsAcross: number;
  readonly unitsDown: number;
}

interface Component {
  readonly id: number;
  /** Blocks in a unit. */
  readonly across: number;
  readonly down: number;
  /** Blocks of a scan of its own, which has none beyond the picture. */
  readonly blocksAcross: number;
  readonly blocksDown: number;
}

/** @param at where the content of the SOF segment starts. Null where the numbers make no sense. */
export function frameAt(bytes: Uint8Array, marker: number, at: number): Frame | null {
  const [height, width] = [uint16(bytes, at + 1), uint16(bytes, at + 3)];
  const count = bytes[at + 5] ?? 0;
  if (width === 0 || height === 0 || count === 0 || count > 4) return null;
  const samplings = Array.from({ length: count }, (_, i) => {
    const sampling = bytes[at + 7 + 3 * i] ?? 0x11;
    return { id: bytes[at + 6 + 3 * i] ?? 0, across: sampling >> 4, down: sampling & 15 };
  });
  if (samplings.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) return null;
  const most = {
    across: Math.max(...samplings.map(one => one.across)),
    down: Math.max(...samplings.map(one => one.down)),
  };
  return {
    progressive: marker !== 0xc0 && marker !== 0xc1,
    unitsAcross: Math.ceil(width / (8 * most.across)),
    unitsDown: Math.ceil(height / (8 * most.down)),
    components: samplings.map(one => ({
      ...one,
      blocksAcross: Math.ceil(Math.ceil((width * one.across) / most.across) / 8),
      blocksDown: Math.ceil(Math.ceil((height * one.down) / most.down) / 8),
    })),
  };
}

/** One scan: which components, which coefficients, which bits of them (B.2.3, G.1.1.1). */
export interface Scan {
  readonly parts: readonly ScanPart[];
  /** First and last coefficient. */
  readonly from: number;
  readonly to: number;
  /** The bit that it refines, counted from 1; 0 where it is the first of these coefficients. */
  readonly high: number;
  /** The lowest bit that it gives. */
  readonly low: number;
}

export interface ScanPart {
  /** Index into the frame's components. */
  readonly component: number;
  readonly dcTable: number;
  readonly acTable: number;
}

/** @param at where the content of the SOS segment starts. Null for components that there are not. */
export function scanAt(bytes: Uint8Array, at: number, frame: Frame): Scan | null {
  const count = bytes[at] ?? 0;
  const parts: ScanPart[] = [];
  for (let i = 0; i < count; i++) {
    const id = bytes[at + 1 + 2 * i] ?? 0;
    const tables = bytes[at + 2 + 2 * i] ?? 0;
    const component = frame.components.findIndex(one => one.id === id);
    if (component === -1) return null;
    parts.push({ component, dcTable: tables >> 4, acTable: tables & 15 });
  }
  const [from = 0, to = 63, bits = 0] = bytes.subarray(at + 1 + 2 * count, at + 4 + 2 * count);
  if (parts.length === 0 || from > to || to > 63) return null;
  return { parts, from, to, high: bits >> 4, low: bits & 15 };
}

/** Blocks that a scan holds: all that there are of a single component, or whole units of several. */
export function unitsOf(frame: Frame, { parts }: Scan): { readonly across: number; readonly down: number } {
  const [only, ...others] = parts;
  const component = only && others.length === 0 ? frame.components[only.component] : undefined;
  return component === undefined
    ? { across: frame.unitsAcross, down: frame.unitsDown }
    : { across: component.blocksAcross, down: component.blocksDown };
}
