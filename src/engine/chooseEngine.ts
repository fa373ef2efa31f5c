import { createCpuEngine } from './cpu/cpuEngine.ts';
import type { Engine, EngineChoice, EngineReport } from './engine.ts';
import { measureBreakEven } from './engineTrial.ts';
import { createRoutedEngine } from './routedEngine.ts';
import { probeRenderer, type Renderer } from './webgl/renderer.ts';

export interface ChosenEngine {
  readonly engine: Engine;
  readonly report: EngineReport;
}

/** Photos above this are so rare that a GPU which only pays from there on is not worth its memory. */
const largePhoto = 50_000_000;

/**
 * The engine for this machine: what measures faster, never what has the better name. `webgl` takes any GPU that
 * works, software too, and gives it every photo; `cpu` leaves WebGL alone. Where WebGL does not work the CPU takes
 * over and the report says why. Never rejects.
 */
export async function chooseEngine(choice: EngineChoice): Promise<ChosenEngine> {
  if (choice === 'cpu') return onCpu('not-asked');
  const renderer = probeRenderer();
  if (renderer.kind === 'missing') return onCpu('missing');
  try {
    return choice === 'webgl' ? await onGpu() : await measured(renderer);
  } catch {
    // The chunk did not load, or a driver threw where none should.
    return onCpu('failed');
  }
}

async function measured(renderer: Renderer): Promise<ChosenEngine> {
  if (renderer.kind === 'software') return onCpu('software');
  const gpu = await openedGpu();
  if (gpu === null) return onCpu('failed');
  const cpu = createCpuEngine();
  const breakEven = await measureBreakEven(gpu, cpu);
  if (gpu.health().broken > 0) {
    gpu.dispose();
    return onCpu('failed');
  }
  if (Math.min(...Object.values(breakEven)) > largePhoto) {
    gpu.dispose();
    return onCpu('slower');
  }
  const engine = createRoutedEngine(gpu, cpu, breakEven);
  return { engine, report: { kind: 'webgl', name: gpu.name, webgl: 'used' } };
}

async function onGpu(): Promise<ChosenEngine> {
  const engine = await openedGpu();
  if (engine === null) return onCpu('failed');
  return { engine, report: { kind: 'webgl', name: engine.name, webgl: 'used' } };
}

async function openedGpu() {
  // Loaded only here: most of what it brings is tfjs, which a machine without a GPU never needs.
  const { createWebglEngine } = await import('./webgl/webglEngine.ts');
  const outcome = await createWebglEngine();
  return outcome.kind === 'ready' ? outcome.engine : null;
}

function onCpu(webgl: Exclude<EngineReport['webgl'], 'used'>): ChosenEngine {
  const engine = createCpuEngine();
  return { engine, report: { kind: 'cpu', name: engine.name, webgl, kernels: engine.kernels } };
}
