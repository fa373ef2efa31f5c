import type { LabelImprint } from '../../core/imprint.ts';
import type { Receipt } from '../../core/receipt.ts';
import { treatmentFor } from '../../core/treatment.ts';
import { type OpenPort, type WorkerPort, workerOpener } from '../../threads/openWorker.ts';
import { type Ended, laneCount } from '../../threads/workerLanes.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import type { Failed } from '../../workers/protocol.ts';
import { type GivenCopy, type PlannedRestore, planRestore, type RestorePlan } from '../core/restorePlan.ts';
import type { RestoredPhoto, RestoreRefusal, RestoreRequest, SolvedTile } from '../pipeline/restorePhoto.ts';
import script from './restore.worker.ts?worker&url';
import type { RestoreWorkerApi } from './restoreProtocol.ts';

export interface RestoreTask {
  /** The protected photo. */
  readonly file: Blob;
  readonly receipt: Receipt;
  /** Of the receipt's labels, recomputed from the key and checked by `keyCheck` and `commitment`. */
  readonly filters: readonly LabelImprint[];
  /** What it is where the receipt does not list it; null: nobody knows. */
  readonly given: GivenCopy | null;
  readonly original: Blob | null;
  /** Long side of the previews, pixels. */
  readonly previewSide: number;
  /** PNG unless wished otherwise. */
  readonly output?: RestoreRequest['output'];
}

export type RestoreOutcome =
  | ({ readonly kind: 'restored'; readonly label: string; readonly milliseconds: number } & RestoredPhoto)
  | Exclude<RestorePlan, PlannedRestore>
  | RestoreRefusal
  | Failed
  | Ended;

export type RestorePort = WorkerPort<RestoreWorkerApi>;

export type OpenRestorePort = OpenPort<RestoreWorkerApi>;

/**
 * Undoes one photo's protection, on several workers where that helps; they end with it. Never rejects.
 *
 * @param onProgress told fractions from 0 to 1
 */
export async function restorePhoto(
  task: RestoreTask,
  signal: AbortSignal,
  onProgress: (done: number) => void,
  open: OpenRestorePort = openRestoreWorker,
  workers = laneCount(),
): Promise<RestoreOutcome> {
  if (signal.aborted) return { kind: 'cancelled' };
  const ports: RestorePort[] = [];
  let stop = () => {};
  const ended = new Promise<RestoreOutcome>(resolve => {
    stop = () => resolve({ kind: 'cancelled' });
    signal.addEventListener('abort', stop, { once: true });
    const lost = (error: unknown) => resolve(brokenBy(error, 'restoring'));
    const openOne = () => {
      const port = open(lost);
      ports.push(port);
      return port;
    };
    const tell = (done: number) => signal.aborted || onProgress(done);
    restoreWith(task, openOne, Math.max(1, workers), tell).then(resolve, lost);
  });
  const outcome = await ended;
  signal.removeEventListener('abort', stop);
  for (const port of ports) port.terminate();
  return outcome;
}

/**
 * Several photos, each on a worker of its own, or a single one on all of them; each outcome as soon as it is there. Never
 * rejects.
 */
export async function restorePhotos(
  tasks: readonly RestoreTask[],
  signal: AbortSignal,
  onOutcome: (index: number, outcome: RestoreOutcome) => void,
  onProgress: (done: number) => void,
  open: OpenRestorePort = openRestoreWorker,
  workers = laneCount(),
): Promise<void> {
  const done = tasks.map(() => 0);
  let next = 0;
  const share = Math.max(1, Math.floor(workers / Math.max(1, tasks.length)));
  const lane = async () => {
    for (let at = next++; at < tasks.length; at = next++) {
      const tell = (fraction: number) => {
        done[at] = fraction;
        onProgress(done.reduce((sum, one) => sum + one, 0) / tasks.length);
      };
      onOutcome(at, await restorePhoto(tasks[at] as RestoreTask, signal, tell, open, share));
      if (!signal.aborted) tell(1);
    }
  };
  await Promise.all(Array.from({ length: Math.min(tasks.length, Math.max(1, workers)) }, lane));
}

/** Shares of the whole, roughly as long as they take: reading, and solving. */
const readShare = 0.1;
const solveShare = 0.8;

async function restoreWith(
  task: RestoreTask,
  open: () => RestorePort,
  workers: number,
  onProgress: (done: number) => void,
): Promise<RestoreOutcome> {
  const start = performance.now();
  const { api } = open();
  const digest = await api.digest(task.file);
  if (typeof digest !== 'string') return digest;
  const plan = planRestore(task.receipt, task.filters, digest, task.given);
  if (plan.kind !== 'planned') return plan;
  const request = requestFor(task, plan);
  const opened = await api.open(request);
  if (opened.kind !== 'opened') return opened;
  onProgress(readShare);

  const pieces = new Pieces(opened.pieces, share => onProgress(readShare + solveShare * share));
  const helpers = Array.from({ length: Math.min(workers, opened.pieces) - 1 }, () =>
    help(open().api, request, pieces),
  );
  // Together, so that whichever goes wrong first is heard of and none goes unheard.
  const [, ...others] = await Promise.all([pieces.solveOn(api), ...helpers]);
  const finished = await api.finish(others.flat());
  if (finished.kind === 'failed') return finished;
  onProgress(1);
  return { ...finished, label: plan.label, milliseconds: performance.now() - start };
}

function requestFor(task: RestoreTask, planned: PlannedRestore): RestoreRequest {
  const { file, receipt, original, previewSide } = task;
  const output = task.output ?? { format: 'image/png', quality: undefined };
  const { peak, expected } = planned;
  const treatment = treatmentFor(receipt.settings, planned);
  return { file, treatment, peak, expected, original, previewSide, output };
}

/** Reads the photo on another worker, too, and takes pieces as soon as it can. */
async function help(
  api: RestorePort['api'],
  request: RestoreRequest,
  pieces: Pieces,
): Promise<readonly SolvedTile[]> {
  const opened = await api.open({ ...request, original: null });
  if (opened.kind !== 'opened') throw new Error('a photo that was read once cannot be read again');
  await pieces.solveOn(api);
  return api.handOver();
}

/** The pieces of a photo: every worker takes the next one as soon as it is free. */
class Pieces {
  readonly #count: number;
  readonly #onProgress: (share: number) => void;
  #next = 0;
  #done = 0;

  constructor(count: number, onProgress: (share: number) => void) {
    this.#count = count;
    this.#onProgress = onProgress;
  }

  async solveOn(api: RestorePort['api']): Promise<void> {
    while (this.#next < this.#count) {
      const piece = this.#next++;
      await api.solve(piece, piece + 1);
      this.#done++;
      this.#onProgress(this.#done / this.#count);
    }
  }
}

const openRestoreWorker: OpenRestorePort = workerOpener(script, 'restore');
