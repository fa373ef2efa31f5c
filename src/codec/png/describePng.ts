import { uint32 } from '../bytes.ts';
import type { Colour, Described, Orientation, Seen } from '../describe/description.ts';
import { exifOrientation, xmpOrientation } from '../metadata/orientation.ts';
import { pngChunks } from './chunks.ts';
import { exifOfTextChunk, textKind, xmpOfChunk } from './pngMetadata.ts';

/** What IHDR calls the colours of a PNG, and whether alpha goes with them. */
const models: ReadonlyMap<number, readonly [Colour['model'], alpha: boolean]> = new Map([
  [0, ['grey', false]],
  [2, ['rgb', false]],
  [3, ['palette', false]],
  [4, ['grey', true]],
  [6, ['rgb', true]],
]);

const contentOfText = { exif: exifOfTextChunk, xmp: xmpOfChunk } as const;

/** Chunks may stand before the pixels or behind them; those behind them are often overlooked. */
export async function describePng({ bytes, whole }: Seen): Promise<Described> {
  if (bytes.length < 29) return null;
  const [width, height] = [uint32(bytes, 16), uint32(bytes, 20)];
  if (width === 0 || height === 0) return null;
  const names = new Set<string>();
  let exif: Orientation | null = null;
  let byText: Orientation | null = null;
  let xmp: Orientation | null = null;
  for (const chunk of pngChunks(bytes)) {
    names.add(chunk.name);
    if (chunk.name === 'IEND') break;
    if (chunk.name === 'IDAT' || chunk.to > bytes.length) continue;
    if (chunk.name === 'eXIf') exif ??= sayingOf(bytes.subarray(chunk.from, chunk.to));
    const text = textKind(bytes, chunk);
    const content = text === null ? null : await contentOfText[text](bytes, chunk);
    if (content === null) continue;
    if (text === 'exif') byText ??= sayingOf(content);
    else xmp ??= xmpOrientation(content);
  }
  const [model, alpha] = models.get(bytes[25] ?? 2) ?? ['rgb', true];
  const orientation = exif ?? byText ?? xmp ?? 1;
  return {
    width,
    height,
    orientation,
    // Some browsers follow `eXIf`, some where it stands before the pixels, some nowhere.
    turnedBy: names.has('eXIf') || orientation !== 1 ? 'here' : 'browser',
    alpha: alpha || names.has('tRNS') ? 'levels' : 'none',
    animated: names.has('acTL'),
    colour: { model, bits: bytes[24] ?? 8, profile: names.has('iCCP') },
    settled: whole || names.has('IEND'),
  };
}

function sayingOf(block: Uint8Array): Orientation | null {
  return exifOrientation(block)?.orientation ?? null;
}
