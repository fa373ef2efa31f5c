import { type Remote, releaseProxy, wrap } from 'comlink';
import type { Claim } from '../core/claim.ts';
import type { DecoyPlan } from '../core/decoys.ts';
import type { FailureReason } from '../core/failure.ts';
import { findingOf, pooled, type SignOfMark, signOf } from '../core/ownPhoto/finding.ts';
import { joined, type KeyFilters, keyFilters, type Scores } from '../core/ownPhoto/keyFilters.ts';
import type { Receipt } from '../core/receipt.ts';
import type { Original, OwnAnswer } from '../pipeline/findOwn.ts';
import { watchLife } from './life.ts';
import type { Promised } from './port.ts';
import type { Failed } from './protocol.ts';
import { type Ended, proveWorkers, shared, withPorts } from './provePorts.ts';
import type { TraceWorkerApi } from './traceProtocol.ts';

export type { SignOfMark } from '../core/ownPhoto/finding.ts';

export interface FoundPhoto {
  readonly file: Blob;
  readonly name: string;
  /** Photos of one group are also tested together, as photos of one label: a folder, or null. */
  readonly group: string | null;
  /**
   * The label that it is said to have, by somebody who has not seen how it fits; or null. Fewer labels are fewer
   * chances for decoys, so less of a mark is enough.
   */
  readonly label: string | null;
}

export interface OwnTask {
  readonly claim: Claim;
  readonly found: readonly FoundPhoto[];
  /**
   * The owner's originals, or null for blind tests alone. Those that the receipt does not list by their bytes are left
   * aside unless `others` says so: an original that was saved anew is one of those.
   */
  readonly originals: { readonly files: readonly Blob[]; readonly others: boolean } | null;
  /** Decoy keys; 999 for the strongest words. For `veil` each costs about 2 ms a label, on one worker. */
  readonly decoys: number;
  /** Fresh random digits; see {@link DecoyPlan}. */
  readonly seed: string;
}

export interface OwnProgress {
  readonly step: 'decoys' | 'originals' | 'photos';
  readonly done: number;
  readonly total: number;
}

interface Tested {
  readonly name: string;
  /** The label that fits best; null where there is no sign of any. */
  readonly label: string | null;
  readonly p: number;
  readonly words: SignOfMark;
  /** Label of the protected file that this is to the byte, by the receipt; null where it is none. */
  readonly listed: string | null;
}

export type OwnRow =
  | (Tested & {
      readonly kind: 'with-original';
      /** Number of the original among those given. */
      readonly original: number;
      /** Correlation of the two, up to 1. */
      readonly likeness: number;
      /** No filter explains the photo better than a filter does: an unprotected copy. */
      readonly unfiltered: boolean;
    })
  | (Tested & { readonly kind: 'blind' })
  /** Too small for the blind test, or protected with `cuda`, which has none. */
  | { readonly kind: 'untested'; readonly name: string; readonly listed: string | null }
  | { readonly kind: 'failed'; readonly name: string; readonly reason: FailureReason };

/** What the photos of a group say together, if all of them have one label. */
export interface OwnGroup {
  readonly group: string;
  /** Photos that could be tested. */
  readonly photos: number;
  readonly label: string | null;
  readonly p: number;
  readonly words: SignOfMark;
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

/** A worker as the façade sees it; tests give it one that runs on the same thread. */
export interface TracePort {
  readonly api: Promised<TraceWorkerApi>;
  terminate(): void;
}

export type OpenTracePort = (onLost: () => void) => TracePort;

/**
 * Which of the found photos carry the mark of the claim's key. Its workers live as long as it does. Never rejects.
 */
export async function recognisePhotos(
  task: OwnTask,
  signal: AbortSignal,
  onProgress: (progress: OwnProgress) => void,
  open: OpenTracePort = openTraceWorker,
  workers = proveWorkers(),
): Promise<OwnOutcome> {
  return withPorts(open, workers, signal, ports =>
    recogniseAll(task, ports, progress => signal.aborted || onProgress(progress)),
  );
}

async function recogniseAll(
  task: OwnTask,
  ports: readonly TracePort[],
  onProgress: (progress: OwnProgress) => void,
): Promise<OwnOutcome> {
  const { receipt } = task.claim;
  const filters = await allKeys(task, ports, onProgress);
  const originals = await sketched(task, ports, onProgress);
  await Promise.all(ports.map(({ api }) => api.prepare({ receipt, filters, originals })));
  const total = task.found.length;
  onProgress({ step: 'photos', done: 0, total });
  const answers = await shared(task.found, ports, async ({ file }, { api }, done) => {
    const answer = await api.recognise(file);
    onProgress({ step: 'photos', done: done(), total });
    return answer;
  });
  const reading = new Reading(receipt, filters, originals);
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

/** The owner's filters and those of the decoy keys. */
async function allKeys(
  { claim, decoys, seed }: OwnTask,
  ports: readonly TracePort[],
  onProgress: (progress: OwnProgress) => void,
): Promise<KeyFilters> {
  const { settings, labels } = claim.receipt;
  const plan: DecoyPlan = { settings, labels: labels.length, seed };
  const starts = Array.from({ length: Math.ceil(decoys / drawnAtOnce) }, (_, i) => i * drawnAtOnce);
  onProgress({ step: 'decoys', done: 0, total: decoys });
  const drawn = await shared(starts, ports, async (from, { api }, done) => {
    const keys = await api.draw(plan, Math.min(drawnAtOnce, decoys - from), from);
    onProgress({ step: 'decoys', done: Math.min(decoys, done() * drawnAtOnce), total: decoys });
    return keys;
  });
  return joined([keyFilters([claim.filters.map(({ filter }) => filter)]), ...drawn]);
}

type NumberedOriginal = Original & { readonly at: number };

async function sketched(
  { originals, claim }: OwnTask,
  ports: readonly TracePort[],
  onProgress: (progress: OwnProgress) => void,
): Promise<readonly NumberedOriginal[]> {
  if (originals === null) return [];
  const total = originals.files.length;
  onProgress({ step: 'originals', done: 0, total });
  const sketches = await shared(originals.files, ports, async (file, { api }, done) => {
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

type Answer = OwnAnswer | Failed;

/** What scores come to. */
class Reading {
  readonly #receipt: Receipt;
  readonly #filters: KeyFilters;
  readonly #originals: readonly NumberedOriginal[];
  /** Numbers of the labels that have photos. */
  readonly #labels: readonly number[];

  constructor(receipt: Receipt, filters: KeyFilters, originals: readonly NumberedOriginal[]) {
    this.#receipt = receipt;
    this.#filters = filters;
    this.#originals = originals;
    const used = this.#numbers(receipt.files.map(({ label }) => label));
    this.#labels = used.length > 0 ? used : receipt.labels.map((_, i) => i);
  }

  row({ name, label }: FoundPhoto, answer: Answer | undefined): OwnRow {
    if (answer === undefined) throw new Error('A photo was not answered.');
    if (answer.kind === 'failed') return { kind: 'failed', name, reason: answer.reason };
    const listed = answer.listed?.label ?? null;
    if (answer.kind === 'untested') return { kind: 'untested', name, listed };
    if (answer.kind === 'blind') {
      return { kind: 'blind', name, listed, ...this.#found(answer.scores, this.#labelsSaid([label])) };
    }
    const original = this.#originals[answer.original];
    return {
      kind: 'with-original',
      name,
      listed,
      original: original?.at ?? 0,
      likeness: answer.likeness,
      unfiltered: answer.unfiltered,
      ...this.#found(answer.scores, this.#labelsOf(original, label)),
    };
  }

  groups(found: readonly FoundPhoto[], answers: readonly Answer[]): readonly OwnGroup[] {
    const members = new Map<string, { readonly label: string | null; readonly scores: Scores }[]>();
    found.forEach(({ group, label }, i) => {
      const answer = answers[i];
      if (group === null || !answer || !('scores' in answer)) return;
      members.set(group, [...(members.get(group) ?? []), { label, scores: answer.scores }]);
    });
    return [...members].flatMap(([group, all]) => {
      if (all.length < 2) return [];
      const labels = this.#labelsSaid(all.map(({ label }) => label));
      const together = pooled(all.map(({ scores }) => scores));
      return [{ group, photos: all.length, ...this.#found(together, labels) }];
    });
  }

  #found(scores: Scores, labels: readonly number[]) {
    const { label, p } = findingOf(scores, this.#filters, labels);
    const words = signOf(p);
    return { p, words, label: words === 'none' ? null : (this.#receipt.labels[label] ?? null) };
  }

  /** Where the receipt tells the label of an original, no other is tried. */
  #labelsOf(original: NumberedOriginal | undefined, said: string | null): readonly number[] {
    const told = this.#receipt.files.filter(({ sourceSha256 }) => sourceSha256 === original?.sha256);
    const numbers = this.#numbers(told.map(({ label }) => label));
    return numbers.length > 0 ? numbers : this.#labelsSaid([said]);
  }

  /** The one label that all of these are said to have, or else all labels. */
  #labelsSaid(said: readonly (string | null)[]): readonly number[] {
    const [first = null, ...others] = new Set(said);
    const numbers = first !== null && others.length === 0 ? this.#numbers([first]) : [];
    return numbers.length > 0 ? numbers : this.#labels;
  }

  #numbers(labels: readonly string[]): readonly number[] {
    return [...new Set(labels)].map(label => this.#receipt.labels.indexOf(label)).filter(at => at >= 0);
  }
}

export const openTraceWorker: OpenTracePort = onLost => {
  const name = `keyveil-trace-${crypto.randomUUID()}`;
  const worker = new Worker(new URL('./trace.worker.ts', import.meta.url), { type: 'module', name });
  worker.addEventListener('error', onLost);
  worker.addEventListener('messageerror', onLost);
  const unwatch = watchLife(worker, name, onLost);
  const api: Remote<TraceWorkerApi> = wrap<TraceWorkerApi>(worker);
  return {
    api,
    terminate() {
      unwatch();
      worker.removeEventListener('error', onLost);
      worker.removeEventListener('messageerror', onLost);
      api[releaseProxy]();
      worker.terminate();
    },
  };
};
