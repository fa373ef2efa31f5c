import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** A stream that is hashed while it is read. */
export class HashedInput implements AsyncIterable<Uint8Array> {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #hash = createHash('sha256');

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (let piece = await this.#next(); piece !== null; piece = await this.#next()) yield piece;
  }

  /** Reads what nobody asked for, and gives the hash of all: lower-case hex SHA-256. */
  async finish(): Promise<string> {
    while ((await this.#next()) !== null);
    return this.#hash.digest('hex');
  }

  async #next(): Promise<Uint8Array | null> {
    const { value, done } = await this.#source.next();
    if (done) return null;
    this.#hash.update(value);
    return value;
  }
}

/** Of a file of any size. */
export function digestOf(path: string): Promise<string> {
  return new HashedInput(createReadStream(path, { highWaterMark: 1 << 20 })).finish();
}
