import { characters, uint32 } from '../bytes.ts';

/** A chunk of a PNG. */
export interface PngChunk {
  readonly name: string;
  /** Where its content starts and ends; the end may lie behind the bytes. Four bytes of checksum follow. */
  readonly from: number;
  readonly to: number;
}

/** The chunks of a PNG one after another, behind its signature; each at least begins within the bytes. */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
  for (let at = 8; at + 8 <= bytes.length; ) {
    const to = at + 8 + uint32(bytes, at);
    yield { name: characters(bytes, at + 4, 4), from: at + 8, to };
    at = to + 4;
  }
}
