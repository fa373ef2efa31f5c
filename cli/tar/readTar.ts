import { blockSize, longName, padding, parseHeader, paxFields } from './header.ts';

/** A file in a tar. */
export interface TarMember {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A tar that is none, or that ends too early. */
export class DamagedTar extends Error {
  override readonly name = 'DamagedTar';
}

/**
 * The files of a tar, one after another, each whole in memory. Folders and links are left out. @throws DamagedTar
 */
export async function* readTar(stream: AsyncIterable<Uint8Array>): AsyncGenerator<TarMember> {
  const source = new Pieces(stream);
  let told: { readonly path?: string; readonly size?: number } = {};
  for (let first = true; ; first = false) {
    const block = await source.take(blockSize, true);
    // Some programs leave the end out; but a tar of nothing is a pipe that broke.
    if (block === null && first) throw new DamagedTar('It is empty.');
    if (block === null) return;
    const header = headerOf(block);
    if (header === null) return;
    const size = told.size ?? header.size;
    const content = (await source.take(size)) ?? new Uint8Array();
    await source.take(padding(size).length);
    if (header.kind === 'long-name') told = { path: longName(content) };
    else if (header.kind === 'pax') told = paxFields(content);
    else if (header.kind !== 'pax-global') {
      if (header.kind === 'file') yield { name: told.path ?? header.name, bytes: content };
      told = {};
    }
  }
}

function headerOf(block: Uint8Array) {
  try {
    return parseHeader(block);
  } catch {
    throw new DamagedTar('It is no tar, or damaged.');
  }
}

/** Bytes of a stream, by the number. */
class Pieces {
  readonly #stream: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#stream = stream[Symbol.asyncIterator]();
  }

  /** So many bytes, in memory of their own. @param mayEnd gives null at the very end of the stream */
  async take(length: number, mayEnd = false): Promise<Uint8Array<ArrayBuffer> | null> {
    const out = new Uint8Array(length);
    let at = 0;
    while (at < length) {
      if (this.#held.length === 0) {
        const next = await this.#stream.next();
        if (next.done) {
          if (mayEnd && at === 0) return null;
          throw new DamagedTar('It ends too early.');
        }
        this.#held = next.value;
      }
      const part = this.#held.subarray(0, length - at);
      out.set(part, at);
      at += part.length;
      this.#held = this.#held.subarray(part.length);
    }
    return out;
  }
}
