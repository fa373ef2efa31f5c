import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

const enough = 64 * 1024;

/** Writes text to a file in large pieces, and at once when told. Throws what the disk says (`ENOSPC`). */
export class LineWriter {
  readonly #file: number;
  #held = '';

  /** @param how `a` goes on at the end, `w` begins anew */
  constructor(path: string, how: 'a' | 'w') {
    this.#file = openSync(path, how);
  }

  write(text: string): void {
    this.#held += text;
    if (this.#held.length >= enough) this.flush();
  }

  flush(): void {
    if (this.#held === '') return;
    const bytes = Buffer.from(this.#held);
    this.#held = '';
    let at = 0;
    while (at < bytes.length) at += writeSync(this.#file, bytes, at);
  }

  /** What was written is safe on the disk then. */
  close(): void {
    try {
      this.flush();
      fsyncSync(this.#file);
    } finally {
      closeSync(this.#file);
    }
  }
}
