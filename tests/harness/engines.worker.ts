import { expose } from 'comlink';
import { chooseEngine } from '../../src/engine/chooseEngine.ts';
import { createCpuEngine } from '../../src/engine/cpu/cpuEngine.ts';
import type { Engine, EngineChoice, EngineReport, Region, Treatment } from '../../src/engine/engine.ts';
import { measureBreakEven } from '../../src/engine/engineTrial.ts';
import { wholeOf } from '../../src/engine/regions.ts';
import type { BreakEven } from '../../src/engine/routedEngine.ts';
import type { WebglEngine, WebglHealth, WebglOptions } from '../../src/engine/webgl/webglEngine.ts';
import { difference } from '../fixtures/pixels.ts';
import { drawn, type PhotoSpec } from './photos.ts';

/** When a test takes the context away. */
type Loss = 'before' | 'between tiles';

interface Made {
  readonly base64: string;
  readonly peak: number | null;
  readonly milliseconds: number;
}

let gpu: WebglEngine | null = null;
let cpu: Engine = createCpuEngine();

/** What the tests may ask of engines that live in a worker. Pixels stay here where they can. */
const harness = {
  /** A new WebGL engine in place of the last one; null, or why there is none. */
  async openWebgl(options: WebglOptions): Promise<string | null> {
    gpu?.dispose();
    gpu = null;
    const { createWebglEngine } = await import('../../src/engine/webgl/webglEngine.ts');
    const outcome = await createWebglEngine(options);
    if (outcome.kind === 'failed') return outcome.detail;
    gpu = outcome.engine;
    return null;
  },

  webglName: () => opened().name,

  health: (): WebglHealth => opened().health(),

  /** Whether this worker, the one that runs tfjs, may turn text into code. */
  evaluates(): boolean {
    try {
      return new Function('return true')();
    } catch {
      return false;
    }
  },

  /** Chooses an engine, lets it protect one photo, and says what it is. */
  async choose(choice: EngineChoice): Promise<EngineReport & { works: boolean }> {
    const { engine, report } = await chooseEngine(choice);
    const photo = drawn({ kind: 'noise', width: 20, height: 10, seed: 1 });
    const filter = { size: 3, weights: [0, 0, 0, 0, 1, 0, 0, 0, 0] };
    const before = photo.data.slice();
    const { pixels } = await engine.protect(photo, { method: 'veil', filter, veilSize: 5 });
    engine.dispose();
    return { ...report, works: difference(before, pixels.data) === 0 };
  },

  breakEven: (): Promise<BreakEven> => measureBreakEven(opened(), cpu),

  async protect(kind: Engine['kind'], spec: PhotoSpec, treatment: Treatment): Promise<Made> {
    const photo = drawn(spec);
    const start = performance.now();
    const { pixels, peak } = await engineOf(kind).protect(photo, treatment);
    const milliseconds = performance.now() - start;
    return { base64: base64Of(pixels.data), peak, milliseconds };
  },

  /** The colours of a protected photo at some places. */
  async samples(
    spec: PhotoSpec,
    treatment: Treatment,
    places: readonly (readonly [x: number, y: number])[],
  ): Promise<number[][]> {
    const { pixels } = await opened().protect(drawn(spec), treatment);
    return places.map(([x, y]) => [
      ...pixels.data.subarray((y * pixels.width + x) * 4, (y * pixels.width + x) * 4 + 4),
    ]);
  },

  /** Greatest difference between both engines, in levels; infinite where alpha differs. */
  async apart(spec: PhotoSpec, treatment: Treatment, lossWhen?: Loss): Promise<number> {
    const expected = await cpu.protect(drawn(spec), treatment);
    const engine = opened();
    if (lossWhen === 'before') engine.loseContext();
    const made = engine.protect(drawn(spec), treatment);
    if (lossWhen === 'between tiles') setTimeout(() => engine.loseContext());
    return difference(expected.pixels.data, (await made).pixels.data);
  },

  /** The same for a part of a held photo. */
  async heldApart(spec: PhotoSpec, treatment: Treatment, part: Region, lossWhen?: Loss): Promise<number> {
    const engine = opened();
    const made = await partOf(engine, spec, treatment, part, () => {
      if (lossWhen !== undefined) engine.loseContext();
    });
    return difference(await partOf(cpu, spec, treatment, part), made);
  },

  /** Cancels between tiles; gives what `protect` rejected with. */
  async cancelled(spec: PhotoSpec, treatment: Treatment): Promise<string> {
    const controller = new AbortController();
    const made = opened().protect(drawn(spec), treatment, controller.signal);
    setTimeout(() => controller.abort('stopped by the test'));
    return made.then(
      () => 'not cancelled',
      reason => String(reason),
    );
  },

  dispose(): void {
    gpu?.dispose();
    cpu.dispose();
    gpu = null;
    cpu = createCpuEngine();
  },
};

export type EngineHarness = typeof harness;

function opened(): WebglEngine {
  if (gpu === null) throw new Error('openWebgl comes first');
  return gpu;
}

function engineOf(kind: Engine['kind']): Engine {
  return kind === 'cpu' ? cpu : opened();
}

async function partOf(
  engine: Engine,
  spec: PhotoSpec,
  treatment: Treatment,
  part: Region,
  afterMeasure = () => {},
): Promise<Uint8ClampedArray> {
  const photo = drawn(spec);
  const held = await engine.hold(photo);
  const peak = await held.measure(wholeOf(photo), treatment);
  afterMeasure();
  const pixels = await held.apply(part, treatment, peak);
  held.release();
  return pixels.data;
}

function base64Of(bytes: Uint8ClampedArray): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

expose(harness);
