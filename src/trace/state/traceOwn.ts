import type { StoreApi } from 'zustand/vanilla';
import type { Broken } from '../../core/faults/failure.ts';
import { hex } from '../../core/key/key.ts';
import { secureRandom } from '../../core/key/random.ts';
import type { GivenFile } from '../../state/model/givenFile.ts';
import type { PhotoSetServices } from '../../state/photoSetServices.ts';
import type { OwnProgress, OwnTask } from '../worker/traceClient.ts';
import { type ReadingState, readPhotos } from './givenPhotos.ts';
import { createSessionStore } from './sessionStore.ts';
import type { OpenReceipt, TraceClaim } from './traceClaim.ts';
import type { OwnOutcome, TraceServices } from './traceServices.ts';

/** Photos that were found somewhere, and whether they carry the mark of the key. */

interface OwnPhoto {
  readonly file: File;
  /** Photos of one folder are also tested together. */
  readonly folder: string | null;
}

export type Recognised = Extract<OwnOutcome, { kind: 'recognised' }>;

/** What a search came to, and what it was made with. */
export interface OwnFinding {
  readonly opened: OpenReceipt;
  readonly photos: readonly OwnPhoto[];
  /** Hex SHA-256 of each. */
  readonly digests: readonly (string | null)[];
  readonly outcome: Recognised;
  /** That were given; `outcome.originals` of them could be used. */
  readonly originals: number;
  readonly decoys: number;
  readonly seed: string;
  /** Milliseconds since 1970. */
  readonly when: number;
}

export type OwnRun =
  | { readonly kind: 'idle' }
  | Broken
  | {
      readonly kind: 'running';
      readonly progress: OwnProgress | null;
      readonly secondsLeft: number | null;
    };

export interface OwnState extends ReadingState {
  readonly photos: readonly OwnPhoto[];
  readonly originals: readonly File[];
  /** Also originals that the receipt does not list. */
  readonly others: boolean;
  readonly run: OwnRun;
  /** Of exactly what is given now. */
  readonly finding: OwnFinding | null;
}

export interface TraceOwn {
  readonly store: StoreApi<OwnState>;
  add(files: Promise<readonly GivenFile[]>): Promise<void>;
  setOriginals(files: Promise<readonly GivenFile[]>): Promise<void>;
  setOthers(others: boolean): void;
  run(): Promise<void>;
  cancel(): void;
  clear(): void;
}

/** Enough for the strongest words, which are for one in a thousand. */
const ownDecoys = 999;

const empty: OwnState = {
  photos: [],
  originals: [],
  others: false,
  reading: null,
  nothing: false,
  run: { kind: 'idle' },
  finding: null,
};

export function createTraceOwn(
  claim: TraceClaim,
  tools: PhotoSetServices,
  services: TraceServices,
): TraceOwn {
  const { store, get, set, end, begin } = createSessionStore<OwnState>(empty);
  // One a receipt: who could draw decoys anew could do so until the answer pleased.
  let seed: string | null = null;

  const stop = () => {
    end();
    if (get().run.kind === 'running') set({ run: { kind: 'idle' } });
  };
  /** Whatever is given anew makes what was found out of date. */
  const change = (changes: Partial<OwnState>) => {
    stop();
    set({ ...changes, finding: null, run: { kind: 'idle' } });
  };
  const read = (files: Promise<readonly GivenFile[]>) => readPhotos(files, tools, set);
  claim.store.subscribe((now, before) => {
    if (now.opened === before.opened) return;
    seed = null;
    change({});
  });

  return {
    store,
    async add(files) {
      const found = await read(files);
      const added = found.map(({ file, labelName }): OwnPhoto => ({ file, folder: labelName }));
      if (added.length > 0) change({ photos: [...get().photos, ...added] });
    },
    async setOriginals(files) {
      const found = await read(files);
      if (found.length > 0) change({ originals: found.map(({ file }) => file) });
    },
    setOthers: others => change({ others }),

    async run() {
      const { standing, opened } = claim.store.getState();
      const { photos, originals, others } = get();
      if (standing.kind !== 'ok' || !opened || photos.length === 0) return;
      change({});
      set({ run: { kind: 'running', progress: null, secondsLeft: null } });
      const signal = begin();
      seed ??= hex(secureRandom(new Uint8Array(16)));
      const task: OwnTask = {
        claim: standing.claim,
        found: photos.map(({ file, folder }) => ({ file, name: file.name, group: folder, label: null })),
        originals: originals.length > 0 ? { files: originals, others } : null,
        decoys: ownDecoys,
        seed,
      };
      const pace = new StepPace(services.now);
      const outcome = await services.recognise(task, signal, progress => {
        if (signal.aborted) return;
        set({ run: { kind: 'running', progress, secondsLeft: pace.left(progress) } });
      });
      if (signal.aborted || outcome.kind === 'cancelled') return;
      if (outcome.kind !== 'recognised') return set({ run: outcome });
      const digests = await tools.digests(photos.map(({ file }) => file));
      if (signal.aborted) return;
      const made = { decoys: ownDecoys, seed: task.seed, originals: originals.length, when: Date.now() };
      set({ run: { kind: 'idle' }, finding: { opened, photos, digests, outcome, ...made } });
    },
    cancel: stop,
    clear: () => change(empty),
  };
}

/** How long the step at hand still takes; steps cost too differently to tell of the next. */
class StepPace {
  readonly #now: () => number;
  #step: OwnProgress['step'] | null = null;
  #start = 0;
  #from = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Seconds; null before anything can be said. */
  left({ step, done, total }: OwnProgress): number | null {
    const now = this.#now();
    if (step !== this.#step) {
      this.#step = step;
      this.#start = now;
      this.#from = done;
    }
    const elapsed = (now - this.#start) / 1000;
    if (elapsed < 0.5 || done <= this.#from) return null;
    return (elapsed * (total - done)) / (done - this.#from);
  }
}
