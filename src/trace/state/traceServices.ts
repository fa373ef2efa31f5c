import type { Ended } from '../../threads/workerLanes.ts';
import type { KeyClient } from '../../workers/key/keyClient.ts';
import type { Claim } from '../core/claim.ts';
import type { PlanOutcome, ProbeWishes } from '../core/probes.ts';
import type { ModelHandle } from '../worker/askClient.ts';
import type { KeepProbe, ProbesOutcome, ProbesProgress, ProbesTask } from '../worker/probesClient.ts';
import type { RestoreOutcome, RestoreTask } from '../worker/restoreClient.ts';
import type { OwnOutcome, OwnProgress, OwnTask } from '../worker/traceClient.ts';

export type { OwnOutcome } from '../worker/traceClient.ts';

/** A key that is derived for one receipt and then let go of. */
type ReceiptKey = Pick<KeyClient, 'derive' | 'imprints' | 'dispose'>;

export interface ZipEntry {
  readonly path: string;
  readonly blob: Blob;
}

/** What `Trace` works with; tests give it services that follow a script. */
export interface TraceServices {
  openKey(): ReceiptKey;
  /** Each outcome as soon as it is there; fractions of the whole from 0 to 1. Never rejects. */
  restore(
    tasks: readonly RestoreTask[],
    signal: AbortSignal,
    onOutcome: (index: number, outcome: RestoreOutcome) => void,
    onProgress: (done: number) => void,
  ): Promise<void>;
  /** Never rejects. */
  recognise(
    task: OwnTask,
    signal: AbortSignal,
    onProgress: (progress: OwnProgress) => void,
  ): Promise<OwnOutcome>;
  /** Which probes to make; see `planProbes`. Never rejects. */
  planProbes(
    claim: Claim,
    labelOf: readonly (string | null)[],
    wishes: ProbeWishes,
    signal: AbortSignal,
  ): Promise<PlanOutcome | Ended>;
  /** Never rejects. */
  makeProbes(
    task: ProbesTask,
    keep: KeepProbe,
    signal: AbortSignal,
    onProgress: (progress: ProbesProgress) => void,
  ): Promise<ProbesOutcome>;
  /** A worker for a model of somebody else's. */
  openModel(): ModelHandle;
  /** Puts files into one zip, in memory. */
  zip(entries: readonly ZipEntry[]): Promise<Blob>;
  /** Bytes of restored photos, or of probes, that may wait in memory until they are saved. */
  readonly room: number;
  /** Milliseconds, from any start. */
  now(): number;
}
