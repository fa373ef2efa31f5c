import type { Imprint } from '../../core/imprint.ts';
import type { MethodSettings } from '../../core/settings.ts';
import type { Derived } from '../../state/services.ts';
import type { Claim } from '../core/claim.ts';
import type { PlanOutcome, ProbeWishes } from '../core/probes.ts';
import type { ModelHandle } from '../worker/askClient.ts';
import type { KeepProbe, ProbesOutcome, ProbesProgress, ProbesTask } from '../worker/probesClient.ts';
import type { RestoreOutcome, RestoreTask } from '../worker/restoreClient.ts';
import type { OwnOutcome, OwnProgress, OwnTask } from '../worker/traceClient.ts';

export type { OwnOutcome } from '../worker/traceClient.ts';

/** A key that is derived for one receipt and then let go of. */
interface ReceiptKey {
  derive(passphrase: string, dataset: string): Promise<Derived>;
  /** What the photos of each label carry, in order. Rejects without a key. */
  imprints(names: readonly string[], settings: MethodSettings): Promise<readonly Imprint[]>;
  /** Ends its worker, and the key with it. */
  dispose(): void;
}

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
  ): Promise<PlanOutcome | { readonly kind: 'cancelled' } | { readonly kind: 'worker-lost' }>;
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
