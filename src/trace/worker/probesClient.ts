import type { Receipt } from '../../core/receipt.ts';
import { type MethodSettings, withVeilSize } from '../../core/settings.ts';
import { treatmentFor } from '../../core/treatment.ts';
import type { EngineChoice } from '../../engine/engine.ts';
import { type OpenPort, type WorkerPort, workerOpener } from '../../threads/openWorker.ts';
import {
  type Ended,
  type LaneProgress,
  laneCount,
  shareOut,
  withWorkers,
} from '../../threads/workerLanes.ts';
import type { Failed } from '../../workers/protocol.ts';
import type { Claim } from '../core/claim.ts';
import type { ProbeSheet } from '../core/probeSheet.ts';
import type { PhotoProbes, PlanOutcome, ProbePlan, ProbeWishes } from '../core/probes.ts';
import { probeShortSide, withoutPhotos } from '../core/probes.ts';
import type { ProbeLook } from '../pipeline/probes.ts';
import script from './probes.worker.ts?worker&url';
import type { ProbesWorkerApi, RenderedProbes } from './probesProtocol.ts';

/** Makes the probes of a plan: as files, or, for a model on this device, as bare pixels. */

export interface ProbesTask {
  readonly plan: ProbePlan;
  readonly receipt: Pick<Receipt, 'settings' | 'files'>;
  /** The photos that were planned with, in that order. */
  readonly photos: readonly Blob[];
  readonly engine: EngineChoice;
}

/** Photos that are done with, and all. */
export type ProbesProgress = LaneProgress;

export type ProbesOutcome =
  /** `sheet`: without photos that could not be read; so many are `failed`. */
  | { readonly kind: 'made'; readonly sheet: ProbeSheet; readonly failed: number }
  | Ended
  /** What was made could not be put away: `keep` rejected. */
  | { readonly kind: 'not-kept' };

/** Puts a probe away, for the zip. Called once a probe, in no order; the next waits for it. */
export type KeepProbe = (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

export type ProbesPort = WorkerPort<ProbesWorkerApi>;

export type OpenProbesPort = OpenPort<ProbesWorkerApi>;

/**
 * Plans the probes of a claim, in a worker: the decoys of many labels take seconds. Never rejects.
 *
 * @param labelOf of each photo, as the receipt has it; null: of none, or not known
 */
export async function planAside(
  claim: Claim,
  labelOf: readonly (string | null)[],
  wishes: ProbeWishes,
  signal: AbortSignal,
  open: OpenProbesPort = openProbesWorker,
): Promise<PlanOutcome | Ended> {
  return withWorkers('plan of probes', open, 1, signal, async ([port]): Promise<PlanOutcome | Ended> => {
    return port ? port.api.plan(claim, labelOf, wishes) : { kind: 'cancelled' };
  });
}

/** Makes the files of all probes. Its workers live as long as it does. Never rejects. */
export async function makeProbes(
  task: ProbesTask,
  keep: KeepProbe,
  signal: AbortSignal,
  onProgress: (progress: ProbesProgress) => void,
  open: OpenProbesPort = openProbesWorker,
  workers = laneCount(),
): Promise<ProbesOutcome> {
  let kept = true;
  const { type } = task.plan.sheet;
  const take = async (work: PhotoProbes, probes: readonly Uint8Array<ArrayBuffer>[]) => {
    for (const [at, { file }] of work.probes.entries()) {
      if (!kept || signal.aborted) return;
      const bytes = probes[at];
      if (bytes) await keep(file.name, bytes).catch(() => (kept = false));
    }
  };
  const outcome = await withWorkers('probes', open, workers, signal, ports =>
    renderAll(
      task,
      ports,
      ({ api }, photo, look) => api.files(photo, look, type),
      take,
      progress => signal.aborted || onProgress(progress),
    ),
  );
  return kept ? outcome : { kind: 'not-kept' };
}

/**
 * Renders all photos of a plan, as many at once as there are workers, and hands over what came of each. A photo that cannot
 * be read is left out of the sheet.
 */
export async function renderAll(
  { plan, receipt, photos, engine }: ProbesTask,
  ports: readonly ProbesPort[],
  render: (port: ProbesPort, photo: Blob, look: ProbeLook) => Promise<RenderedProbes | Failed>,
  take: (work: PhotoProbes, probes: readonly Uint8Array<ArrayBuffer>[]) => Promise<void>,
  onProgress: (progress: ProbesProgress) => void,
): Promise<{ readonly kind: 'made'; readonly sheet: ProbeSheet; readonly failed: number }> {
  await Promise.all(ports.map(port => port.api.start(engine)));
  const total = plan.work.length;
  onProgress({ done: 0, total });
  const failed = new Set<number>();
  const settings = settingsOf(plan, receipt);
  const shortSide = probeShortSide(receipt, { side: plan.sheet.side, filteredAt: plan.filteredAt });
  await shareOut(plan.work, ports, async (work, port, done) => {
    const photo = photos[work.photo];
    const look: ProbeLook = {
      side: plan.sheet.side,
      shape: plan.sheet.shape,
      filteredAt: plan.filteredAt,
      shortSide,
      variants: work.probes.map(({ imprint }) => imprint && treatmentFor(settings, imprint)),
    };
    const made = photo && (await render(port, photo, look));
    if (made?.kind === 'rendered') await take(work, made.probes);
    else failed.add(work.photo);
    onProgress({ done: done(), total });
  });
  return { kind: 'made', sheet: withoutPhotos(plan.sheet, failed), failed: failed.size };
}

/** The settings that the probes are protected with: on the small picture a veil has the picture's own size. */
function settingsOf(plan: ProbePlan, { settings }: Pick<Receipt, 'settings'>): MethodSettings {
  return plan.filteredAt === 'small' ? withVeilSize(settings, plan.sheet.side) : settings;
}

export const openProbesWorker: OpenProbesPort = workerOpener(script, 'probes');
