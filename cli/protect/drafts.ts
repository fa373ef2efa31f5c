import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Shard } from '../parts/shard.ts';
import { refuse } from '../terminal/refusal.ts';

/** In what comes out, so that finished files are moved and not copied. Hidden, and gone when a run is. */
const draftsName = '.keyveil-drafts';

/** Where a share's files are written before they have their names. */
export class Drafts {
  readonly #all: string;
  readonly #own: string;
  #count = 0;

  /** Takes away what a run left that was killed. @throws Refusal where nothing can be written */
  constructor(out: string, { index, of }: Shard) {
    this.#all = join(out, draftsName);
    this.#own = join(this.#all, `${index}-of-${of}`);
    try {
      rmSync(this.#own, { recursive: true, force: true });
      mkdirSync(this.#own, { recursive: true });
    } catch {
      refuse(`${out} cannot be written: may you write there?`);
    }
  }

  next(): string {
    this.#count += 1;
    return join(this.#own, String(this.#count));
  }

  close(): void {
    rmSync(this.#own, { recursive: true, force: true });
    try {
      rmdirSync(this.#all);
    } catch {
      // Other shares are still at work.
    }
  }
}
