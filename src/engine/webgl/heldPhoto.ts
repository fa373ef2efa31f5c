import type { Engine, HeldPhoto, Pixels, Region, Treatment } from '../engine.ts';
import { clipped, wholeOf } from '../regions.ts';
import type { WebglDevice } from './device.ts';
import { emptySmallCopy, type SmallCopy, smoothedCopy } from './smallCopy.ts';
import { addToSmallCopy, castPart, cudaPart, cudaPeak, isVeil, type Veil, veilPart } from './work.ts';

/** What a held photo needs of its engine. */
export interface Workshop {
  /** Does it on the GPU, or, when that fails, on the CPU; see GpuEngine. */
  attempt<T>(work: (device: WebglDevice) => Promise<T>, onCpu: () => Promise<T>): Promise<T>;
  tilesOf(part: Region): Region[];
  readonly cpu: Engine;
}

/** Keeps the pixels and one small copy in main memory and nothing on the GPU, so a lost context costs it nothing. */
export class GpuHeldPhoto implements HeldPhoto {
  readonly width: number;
  readonly height: number;
  readonly #workshop: Workshop;
  #pixels: Pixels | null;
  #small: { readonly veilSize: number; readonly smooth: boolean; readonly copy: SmallCopy } | null = null;
  #onCpu: Promise<HeldPhoto> | null = null;

  constructor(workshop: Workshop, pixels: Pixels) {
    this.#workshop = workshop;
    this.#pixels = pixels;
    this.width = pixels.width;
    this.height = pixels.height;
  }

  async measure(part: Region, treatment: Treatment): Promise<number> {
    const photo = this.#photo();
    const inside = clipped(part, this.width, this.height);
    return this.#workshop.attempt(
      async device => {
        if (isVeil(treatment)) await this.#smallCopy(device, photo, treatment);
        if (treatment.method !== 'cuda') return 0;
        let peak = 0;
        for (const tile of this.#workshop.tilesOf(inside)) {
          peak = Math.max(peak, cudaPeak(device, photo, tile, treatment));
          device.releaseAll();
        }
        return peak;
      },
      async () => (await this.#cpuPhoto(photo)).measure(part, treatment),
    );
  }

  async apply(part: Region, treatment: Treatment, peak: number): Promise<Pixels> {
    const photo = this.#photo();
    const inside = clipped(part, this.width, this.height);
    return this.#workshop.attempt(
      async device => {
        const result = blankPixels(inside.width, inside.height);
        const small = isVeil(treatment) ? await this.#smallCopy(device, photo, treatment) : null;
        for (const tile of this.#workshop.tilesOf(inside)) {
          const at = { x: tile.x - inside.x, y: tile.y - inside.y };
          if (treatment.method === 'cuda') cudaPart(device, photo, tile, treatment, peak, { result, at });
          else if (small !== null && isVeil(treatment))
            veilPart(device, photo, tile, treatment, small, { result, at });
          else if (treatment.method === 'cast') castPart(device, photo, tile, treatment, { result, at });
          device.releaseAll();
        }
        return result;
      },
      async () => {
        const held = await this.#cpuPhoto(photo);
        // The small copy of the GPU is not the CPU's; `measure` may have run before the GPU was lost.
        if (isVeil(treatment)) await held.measure(part, treatment);
        return held.apply(part, treatment, peak);
      },
    );
  }

  release(): void {
    this.#pixels = null;
    this.#small = null;
    this.#onCpu?.then(held => held.release());
    this.#onCpu = null;
  }

  async #smallCopy(device: WebglDevice, photo: Pixels, { method, veilSize }: Veil): Promise<SmallCopy> {
    const smooth = method === 'cast';
    if (this.#small?.veilSize === veilSize && this.#small.smooth === smooth) return this.#small.copy;
    const plain = emptySmallCopy(photo, veilSize);
    for (const tile of this.#workshop.tilesOf(wholeOf(photo))) {
      addToSmallCopy(device, photo, tile, plain);
      device.releaseAll();
    }
    const copy = smooth ? smoothedCopy(plain) : plain;
    // Kept only if it is known to be right.
    if (device.alive()) this.#small = { veilSize, smooth, copy };
    return copy;
  }

  #cpuPhoto(photo: Pixels): Promise<HeldPhoto> {
    this.#onCpu ??= this.#workshop.cpu.hold(photo);
    return this.#onCpu;
  }

  #photo(): Pixels {
    if (this.#pixels === null) throw new Error('The photo was released');
    return this.#pixels;
  }
}

/** Transparent black. */
export function blankPixels(width: number, height: number): Pixels {
  return { width, height, data: new Uint8ClampedArray(width * height * 4) };
}
