import type { PhotoDescription } from '../../pipeline/job.ts';
import type { KeptWorker } from '../../threads/keptWorker.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import type { Failed, PhotoWorkerApi, Thumbnail } from '../protocol.ts';
import { type Asked, lostAgain, Rest } from './lostAgain.ts';

interface Wish extends Asked {
  readonly file: Blob;
  readonly side: number;
  readonly known: PhotoDescription | undefined;
  readonly signal: AbortSignal;
  readonly settle: (thumbnail: Thumbnail | Failed | null) => void;
}

/** Two at once: the next file is read while one is decoded. */
const atOnce = 2;

/** Thumbnails in the order asked. Those of a worker that was lost come from the next one. */
export class ThumbnailLine {
  readonly #table: KeptWorker<PhotoWorkerApi>;
  readonly #wishes: Wish[] = [];
  readonly #making = new Set<Wish>();
  readonly #rest = new Rest();

  constructor(table: KeptWorker<PhotoWorkerApi>) {
    this.#table = table;
  }

  /** Null when it is no longer wanted. */
  make(
    file: Blob,
    side: number,
    signal: AbortSignal,
    known: PhotoDescription | undefined,
  ): Promise<Thumbnail | Failed | null> {
    if (signal.aborted) return Promise.resolve(null);
    return new Promise(resolve => {
      const forget = () => {
        const at = this.#wishes.indexOf(wish);
        if (at !== -1) this.#wishes.splice(at, 1);
        wish.settle(null);
      };
      const settle = (thumbnail: Thumbnail | Failed | null) => {
        signal.removeEventListener('abort', forget);
        resolve(thumbnail);
      };
      const wish: Wish = { file, side, known, signal, settle, losses: 0 };
      signal.addEventListener('abort', forget);
      this.#wishes.push(wish);
      void this.#serve();
    });
  }

  dispose(): void {
    this.#rest.end();
    for (const wish of this.#wishes.splice(0)) wish.settle(null);
  }

  async #serve(): Promise<void> {
    const wish = this.#wishes[0];
    if (wish === undefined || this.#rest.resting || !this.#hasRoomFor(wish)) return;
    this.#wishes.shift();
    this.#making.add(wish);
    try {
      const { file, side, known, signal } = wish;
      const made = await this.#table.call(api => api.thumbnail(file, side, known));
      this.#rest.wentWell();
      wish.settle(signal.aborted ? null : made);
    } catch (error) {
      this.#failed(wish, error);
    }
    this.#making.delete(wish);
    void this.#serve();
    // What was lost is made alone, and the others go on by twos after it.
    void this.#serve();
  }

  /** One that a worker was lost over gets the next one to itself, so that it is clear which of two is to blame. */
  #hasRoomFor(wish: Wish): boolean {
    if (this.#making.size === 0) return true;
    if (this.#making.size >= atOnce) return false;
    return wish.losses === 0 && [...this.#making].every(({ losses }) => losses === 0);
  }

  #failed(wish: Wish, error: unknown): void {
    const again = wish.signal.aborted ? 'no' : lostAgain(error, wish);
    if (again === 'no') wish.settle({ kind: 'failed', reason: brokenBy(error, 'making a thumbnail') });
    else this.#wishes.unshift(wish);
    if (again === 'after-a-pause') this.#rest.begin(() => void this.#serve());
  }
}
