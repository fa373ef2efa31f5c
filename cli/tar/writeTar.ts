import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { ending, headerBlocks, padding } from './header.ts';
import type { TarMember } from './readTar.ts';

/** Where a tar is written to. */
export interface TarSink {
  add(member: TarMember): Promise<void>;
  /** Ends it, and gives its hash: lower-case hex SHA-256. */
  finish(): Promise<string>;
  /** Leaves nothing. */
  discard(): void;
}

function* piecesOf({ name, bytes }: TarMember): Generator<Uint8Array> {
  yield headerBlocks(name, bytes.length);
  yield bytes;
  yield padding(bytes.length);
}

/** A tar on the disk, whole or not at all. Throws what the disk says. */
export class TarFile implements TarSink {
  readonly #path: string;
  readonly #draft: string;
  readonly #hash = createHash('sha256');
  #file: number | null;

  constructor(path: string, draft: string) {
    this.#path = path;
    this.#draft = draft;
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(draft, 'w');
  }

  async add(member: TarMember): Promise<void> {
    for (const piece of piecesOf(member)) this.#write(piece);
  }

  async finish(): Promise<string> {
    this.#write(ending);
    this.#close();
    renameSync(this.#draft, this.#path);
    return this.#hash.digest('hex');
  }

  discard(): void {
    this.#close();
    rmSync(this.#draft, { force: true });
  }

  #write(piece: Uint8Array): void {
    if (this.#file === null) throw new Error('The tar is closed.');
    this.#hash.update(piece);
    for (let at = 0; at < piece.length; ) at += writeSync(this.#file, piece, at);
  }

  #close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }
}

/** A tar on a stream; what was written cannot be taken back, so one that fails lacks its end. */
export class TarStream implements TarSink {
  readonly #stream: Writable;
  readonly #hash = createHash('sha256');

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  async add(member: TarMember): Promise<void> {
    for (const piece of piecesOf(member)) await this.#write(piece);
  }

  async finish(): Promise<string> {
    await this.#write(ending);
    return this.#hash.digest('hex');
  }

  discard(): void {}

  async #write(piece: Uint8Array): Promise<void> {
    this.#hash.update(piece);
    await new Promise<void>((resolve, reject) =>
      this.#stream.write(piece, error => (error ? reject(error) : resolve())),
    );
  }
}
