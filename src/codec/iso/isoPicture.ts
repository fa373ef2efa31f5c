import { characters, uint16, uint32 } from '../bytes.ts';
import type { Orientation } from '../describe/description.ts';
import { type Box, boxes, find } from './boxes.ts';

/** What an ISO media file (HEIC, AVIF) says about its main picture, without decoding it. ISO/IEC 23008-12. */
export interface IsoPicture {
  /** As stored, before it is turned; pixels. */
  readonly width: number;
  readonly height: number;
  readonly colour: IsoColour | null;
  /** As its own boxes ask; whoever decodes it follows them. */
  readonly orientation: Orientation;
  /** Of a channel. */
  readonly bits: number;
  /** Some picture in it is an alpha plane. */
  readonly alpha: boolean;
}

export type IsoColour =
  /** An ICC profile. */
  | { readonly kind: 'profile'; readonly icc: Uint8Array }
  /** Code points of ITU-T H.273. */
  | { readonly kind: 'coded'; readonly primaries: number; readonly transfer: number };

/** Null where the file does not say, or is damaged. A grid of tiles says how large it is as a whole. */
export function isoPicture(bytes: Uint8Array): IsoPicture | null {
  const meta = find(boxes(bytes, 0, bytes.length), 'meta');
  if (meta === null) return null;
  // A full box: version and flags come first.
  const inMeta = boxes(bytes, meta.from + 4, meta.to);
  const [pitm, iprp] = [find(inMeta, 'pitm'), find(inMeta, 'iprp')];
  if (pitm === null || iprp === null) return null;
  const inProperties = boxes(bytes, iprp.from, iprp.to);
  const ipco = find(inProperties, 'ipco');
  if (ipco === null) return null;
  const primary = bytes[pitm.from] === 0 ? uint16(bytes, pitm.from + 4) : uint32(bytes, pitm.from + 4);
  const properties = boxes(bytes, ipco.from, ipco.to);
  const own = inProperties
    .filter(({ name }) => name === 'ipma')
    .flatMap(ipma => propertiesOfItem(bytes, ipma, primary))
    .flatMap(index => properties[index - 1] ?? []);
  const ispe = find(own, 'ispe');
  if (ispe === null) return null;
  const colours = own.filter(({ name }) => name === 'colr').flatMap(box => colourOf(bytes, box) ?? []);
  return {
    width: uint32(bytes, ispe.from + 4),
    height: uint32(bytes, ispe.from + 8),
    // A profile says it better than code points where there are both.
    colour: colours.find(({ kind }) => kind === 'profile') ?? colours[0] ?? null,
    orientation: orientationOfItem(bytes, own),
    bits: bitsOf(bytes, find(own, 'pixi')),
    alpha: properties.some(box => box.name === 'auxC' && alphaUrns.has(urnOf(bytes, box))),
  };
}

const alphaUrns = new Set(['urn:mpeg:mpegB:cicp:systems:auxiliary:alpha', 'urn:mpeg:hevc:2015:auxid:1']);

/** Behind version and flags, with a zero at its end. */
function urnOf(bytes: Uint8Array, { from, to }: Box): string {
  return characters(bytes, from + 4, Math.min(60, to - from - 4)).replace(/\0.*$/s, '');
}

function bitsOf(bytes: Uint8Array, pixi: Box | null): number {
  return pixi === null ? 8 : (bytes[pixi.from + 5] ?? 8);
}

/** `irot` turns by quarters against the clock; `imir` mirrors top to bottom (0) or left to right (1). In the file's order. */
function orientationOfItem(bytes: Uint8Array, own: readonly Box[]): Orientation {
  let turn = { quarters: 0, mirrored: false };
  for (const { name, from } of own) {
    const value = bytes[from] ?? 0;
    // Clockwise from here on; mirroring left to right comes first, then the turn.
    if (name === 'irot') turn = { ...turn, quarters: turn.quarters + 4 - (value & 3) };
    if (name === 'imir')
      turn = { quarters: -turn.quarters + ((value & 1) === 0 ? 2 : 0), mirrored: !turn.mirrored };
  }
  const quarters = ((turn.quarters % 4) + 4) % 4;
  const names = turn.mirrored ? ([2, 7, 4, 5] as const) : ([1, 6, 3, 8] as const);
  return names[quarters] ?? 1;
}

/** Indices, from 1, into `ipco`. */
function propertiesOfItem(bytes: Uint8Array, { from, to }: Box, item: number): readonly number[] {
  const version = bytes[from] ?? 0;
  const wide = ((bytes[from + 3] ?? 0) & 1) === 1;
  const count = uint32(bytes, from + 4);
  let at = from + 8;
  for (let i = 0; i < count && at < to; i++) {
    const id = version < 1 ? uint16(bytes, at) : uint32(bytes, at);
    at += version < 1 ? 2 : 4;
    const associations = bytes[at] ?? 0;
    at += 1;
    const step = wide ? 2 : 1;
    if (id === item) {
      // The top bit says that a reader must understand the property.
      return Array.from({ length: associations }, (_, k) =>
        wide ? uint16(bytes, at + 2 * k) & 0x7fff : (bytes[at + k] ?? 0) & 0x7f,
      );
    }
    at += associations * step;
  }
  return [];
}

function colourOf(bytes: Uint8Array, { from, to }: Box): IsoColour | null {
  const kind = characters(bytes, from, 4);
  if (kind === 'prof' || kind === 'rICC') return { kind: 'profile', icc: bytes.subarray(from + 4, to) };
  if (kind !== 'nclx') return null;
  return { kind: 'coded', primaries: uint16(bytes, from + 4), transfer: uint16(bytes, from + 6) };
}
