import { type OpenPort, type WorkerPort, workerOpener } from '../../threads/openWorker.ts';
import { type Ended, type LaneProgress, laneWork, shareOut } from '../../threads/workerLanes.ts';
import type { Claim } from '../core/claim.ts';
import type { DecoyPlan } from '../core/decoys.ts';
import { joined, type KeyImprints, keyImprints } from '../core/ownPhoto/keyImprints.ts';
import script from './trace.worker.ts?worker&url';
import type { TraceWorkerApi } from './traceProtocol.ts';
import {
  type FoundPhoto,
  type NumberedOriginal,
  type OwnGroup,
  type OwnRow,
  Reading,
} from './traceReading.ts';

export interface OwnTask {
  readonly claim: Claim;
  readonly found: readonly FoundPhoto[];
  /**
   * The owner's originals, or null for blind tests alone. Those that the receipt does not list by their bytes are left
   * aside unless `others` says so: an original that was saved anew is one of those.
   */
  readonly originals: { readonly files: readonly Blob[]; readonly others: boolean } | null;
  /** Decoy keys; 999 for the strongest words. Each costs about 2 ms a label, for veil or cast, on one worker. */
  readonly decoys: number;
  /** Fresh random digits; see {@link DecoyPlan}. */
  readonly seed: string;
}

export interface OwnProgress extends LaneProgress {
  readonly step: 'decoys' | 'originals' | 'photos';
}

export type OwnOutcome =
  | {
      readonly kind: 'recognised';
      /** In the order of the photos. */
      readonly rows: readonly OwnRow[];
      /** Those with two photos or more. */
      readonly groups: readonly OwnGroup[];
      /** Originals that could be used. */
      readonly originals: number;
    }
  | Ended;

export type TracePort = WorkerPort<TraceWorkerApi>;

export type OpenTracePort = OpenPort<TraceWorkerApi>;

const openTraceWorker: OpenTracePort = workerOpener(script, 'trace');

/** Which of the found photos carry the mark of the claim's key. */
export const recognisePhotos = laneWork('own photos', openTraceWorker, recogniseAll);

async function recogniseAll(
  task: OwnTask,
  ports: readonly TracePort[],
  onProgress: (progress: OwnProgress) => void,
): Promise<OwnOutcome> {
  const { receipt } = task.claim;
  const imprints = await allKeys(task, ports, onProgress);
  const originals = await sketched(task, ports, onProgress);
  await Promise.all(ports.map(({ api }) => api.prepare({ receipt, imprints, originals })));
  const total = task.found.length;
  onProgress({ step: 'photos', done: 0, total });
  const answers = await shareOut(task.found, ports, async ({ file }, { api }, done) => {
    const answer = await api.recognise(file);
    onProgress({ step: 'photos', done: done(), total });
    return answer;
  });
  const reading = new Reading(receipt, imprints, originals);
  const rows = task.found.map((photo, i) => reading.row(photo, answers[i]));
  return {
    kind: 'recognised',
    rows,
    groups: reading.groups(task.found, answers),
    originals: originals.length,
  };
}

/** Keys that a worker draws at a time. */
const drawnAtOnce = 25;

/** What the owner's key gives its labels, and the decoy keys theirs. */
async function allKeys(
  { claim, decoys, seed }: OwnTask,
  ports: readonly TracePort[],
  onProgress: (progress: OwnProgress) => void,
): Promise<KeyImprints> {
  const { settings, labels } = claim.receipt;
  const plan: DecoyPlan = { settings, labels: labels.length, seed };
  const starts = Array.from({ length: Math.ceil(decoys / drawnAtOnce) }, (_, i) => i * drawnAtOnce);
  onProgress({ step: 'decoys', done: 0, total: decoys });
  const drawn = await shareOut(starts, ports, async (from, { api }, done) => {
    const keys = await api.draw(plan, Math.min(drawnAtOnce, decoys - from), from);
    onProgress({ step: 'decoys', done: Math.min(decoys, done() * drawnAtOnce), total: decoys });
    return keys;
  });
  return joined([keyImprints([claim.filters]), ...drawn]);
}

async function sketched(
  { originals, claim }: OwnTask,
  ports: readonly TracePort[],
  onProgress: (progress: OwnProgress) => void,
): Promise<readonly NumberedOriginal[]> {
  if (originals === null) return [];
  const total = originals.files.length;
  onProgress({ step: 'originals', done: 0, total });
  const sketches = await shareOut(originals.files, ports, async (file, { api }, done) => {
    const made = await api.sketch(file);
    onProgress({ step: 'originals', done: done(), total });
    return made;
  });
  const sources = new Set(claim.receipt.files.map(({ sourceSha256 }) => sourceSha256));
  return sketches.flatMap((made, at) => {
    const file = originals.files[at];
    if (made.kind !== 'sketched' || file === undefined) return [];
    return originals.others || sources.has(made.sketch.sha256) ? [{ ...made.sketch, file, at }] : [];
  });
}
