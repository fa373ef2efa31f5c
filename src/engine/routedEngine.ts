import type { Engine, HeldPhoto, Pixels, Region, Treatment } from './engine.ts';

/** From how many pixels on the GPU is the faster, for each method; Infinity where it never is. */
export type BreakEven = Readonly<Record<Treatment['method'], number>>;

/**
 * Two engines as one: small photos, and methods that the CPU does faster, go to the CPU. Takes over both engines and
 * disposes of them.
 */
export function createRoutedEngine(gpu: Engine, cpu: Engine, breakEven: BreakEven): Engine {
  const engineFor = (pixels: Pixels, treatment: Treatment) => {
    // A cast alone costs the CPU no more than bringing a photo to the GPU and back.
    if (treatment.method === 'cast' && treatment.veilSize === null) return cpu;
    return pixels.width * pixels.height >= breakEven[treatment.method] ? gpu : cpu;
  };
  return {
    kind: gpu.kind,
    name: gpu.name,
    hold: async pixels => new RoutedHeldPhoto(pixels, treatment => engineFor(pixels, treatment)),
    protect: (pixels, treatment, signal) => engineFor(pixels, treatment).protect(pixels, treatment, signal),
    dispose() {
      gpu.dispose();
      cpu.dispose();
    },
  };
}

/** Held by each engine that it turns out to need. */
class RoutedHeldPhoto implements HeldPhoto {
  readonly width: number;
  readonly height: number;
  readonly #engineFor: (treatment: Treatment) => Engine;
  readonly #held = new Map<Engine, Promise<HeldPhoto>>();
  #pixels: Pixels | null;

  constructor(pixels: Pixels, engineFor: (treatment: Treatment) => Engine) {
    this.width = pixels.width;
    this.height = pixels.height;
    this.#pixels = pixels;
    this.#engineFor = engineFor;
  }

  async measure(part: Region, treatment: Treatment): Promise<number> {
    return (await this.#photo(treatment)).measure(part, treatment);
  }

  async apply(part: Region, treatment: Treatment, peak: number): Promise<Pixels> {
    return (await this.#photo(treatment)).apply(part, treatment, peak);
  }

  release(): void {
    for (const held of this.#held.values()) held.then(photo => photo.release());
    this.#held.clear();
    this.#pixels = null;
  }

  #photo(treatment: Treatment): Promise<HeldPhoto> {
    if (this.#pixels === null) throw new Error('The photo was released');
    const engine = this.#engineFor(treatment);
    const held = this.#held.get(engine) ?? engine.hold(this.#pixels);
    this.#held.set(engine, held);
    return held;
  }
}
