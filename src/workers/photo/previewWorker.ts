import type { EngineChoice } from '../protocol.ts';
import type { OpenPhotoPort, PhotoPort } from './photoPort.ts';

/** A worker for looking, made when first needed and anew after it died. */
export class PreviewWorker {
  readonly #open: OpenPhotoPort;
  /** Which engine to start with; null for work that needs none. */
  readonly #choice: EngineChoice | null;
  #life: Life | null = null;

  constructor(open: OpenPhotoPort, choice: EngineChoice | null) {
    this.#open = open;
    this.#choice = choice;
  }

  /** Rejects when the worker dies before it answers. */
  call<T>(work: (api: PhotoPort['api']) => Promise<T>): Promise<T> {
    this.#life ??= this.#begin();
    const { port, ready, waiting } = this.#life;
    return new Promise((resolve, reject) => {
      waiting.add(reject);
      ready
        .then(() => work(port.api))
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
  }

  /** Ends the worker; what it had in hand rejects. */
  end(): void {
    if (this.#life === null) return;
    const { port, waiting } = this.#life;
    this.#life = null;
    port.terminate();
    for (const reject of waiting) reject(new Error('The worker died.'));
  }

  #begin(): Life {
    const lost = () => {
      if (this.#life?.port === port) this.end();
    };
    const port = this.#open(lost);
    const ready = this.#choice === null ? Promise.resolve() : port.api.start(this.#choice, null);
    // Without an engine the next call tries anew.
    ready.catch(lost);
    return { port, ready, waiting: new Set() };
  }
}

interface Life {
  readonly port: PhotoPort;
  readonly ready: Promise<unknown>;
  /** Calls without an answer yet: a worker that dies does not answer them. */
  readonly waiting: Set<(reason: Error) => void>;
}
