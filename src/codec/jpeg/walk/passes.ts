import type { Frame, Scan } from './frame.ts';

/** What became of one coefficient of a component so far. */
interface Progress {
  /** Scans that gave a bit of it; a scan that broke off counts by its share. */
  readonly done: number;
  /** Scans that are still to come, as far as can be told: one for each bit that is missing. */
  readonly missing: number;
}

/** Progressive pictures come to most coefficients three times, by the usual scripts. */
const usualPasses = 3;

/** The scans of a picture so far: which bits of which coefficients they gave. */
export class Passes {
  readonly #frame: Frame;
  /** By component times 64 plus coefficient. */
  readonly #progress = new Map<number, Progress>();
  readonly #untouched: Progress;

  constructor(frame: Frame) {
    this.#frame = frame;
    this.#untouched = { done: 0, missing: frame.progressive ? usualPasses : 1 };
  }

  /** @param share of the scan's units that are there, from 0 to 1 */
  add(scan: Scan, share: number): void {
    const { from, to, low } = this.#frame.progressive ? scan : { from: 0, to: 63, low: 0 };
    for (const { component } of scan.parts) {
      for (let k = from; k <= to; k++) {
        const { done, missing } = this.#progress.get(component * 64 + k) ?? this.#untouched;
        const next = { done: done + share, missing: missing - share * (missing - low) };
        this.#progress.set(component * 64 + k, next);
      }
    }
  }

  /** Every coefficient of every component to its last bit. */
  get areComplete(): boolean {
    return this.#all().every(({ missing }) => missing === 0);
  }

  /** How much of the picture there is, from 0 to 1: blocks, as often as a scan comes to them. */
  get share(): number {
    let [done, missing] = [0, 0];
    this.#all().forEach((progress, i) => {
      const { blocksAcross = 0, blocksDown = 0 } = this.#frame.components[Math.floor(i / 64)] ?? {};
      done += progress.done * blocksAcross * blocksDown;
      missing += progress.missing * blocksAcross * blocksDown;
    });
    return done + missing === 0 ? 0 : done / (done + missing);
  }

  #all(): readonly Progress[] {
    return Array.from(
      { length: 64 * this.#frame.components.length },
      (_, i) => this.#progress.get(i) ?? this.#untouched,
    );
  }
}
