import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Claim } from '../core/claim.ts';
import { labelsOfClasses } from '../core/classNames.ts';
import { cleanSegment } from '../core/names.ts';
import { readAnswers } from '../core/probeAnswers.ts';
import { type ProbeSheet, parseProbeSheet, probeSheetText } from '../core/probeSheet.ts';
import { defaultProbes, type PlanOutcome, type ProbeWishes, probeCount } from '../core/probes.ts';
import { checkPublished, type PublishedCheck } from '../core/published.ts';
import { type Verdict, verdictOf } from '../core/verdict.ts';
import type { AskedBy } from '../core/verdictReport.ts';
import type { Keyveil } from './createKeyveil.ts';
import type { ProveTools } from './proveTools.ts';
import type { OpenReceipt, TraceClaim } from './traceClaim.ts';
import type { TraceServices, ZipEntry } from './traceServices.ts';

/** Was a model trained on the photos: probes to ask it with, its answers, and what they come to. */

export interface ProbePhoto {
  readonly file: File;
  readonly folder: string | null;
}

export type ProbeRefusal = Exclude<PlanOutcome, { readonly kind: 'planned' }>;

export type Making =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly done: number;
      readonly total: number;
      readonly secondsLeft: number | null;
    }
  | { readonly kind: 'failed' }
  /** More probes than the browser can hold. */
  | { readonly kind: 'too-many'; readonly probes: number }
  | ProbeRefusal
  | { readonly kind: 'made'; readonly zip: Blob; readonly probes: number; readonly failed: number };

export interface Answers {
  /** Of the file, or of the model's. */
  readonly name: string;
  readonly askedBy: AskedBy;
  /** The class said for each probe, by the probe's name. */
  readonly said: ReadonlyMap<string, string>;
  /** All that were said, most frequent first; of a model on this device all that it knows, in its order. */
  readonly classes: readonly string[];
  /** The class that stands for each of the sheet's labels; null: none does. */
  readonly classOf: readonly (string | null)[];
  readonly missing: number;
  readonly unknown: number;
}

/** Why sheet or answers were not taken. `other-receipt`: the sheet belongs to another one. */
export type ModelTrouble =
  | 'sheet-not-ours'
  | 'sheet-newer'
  | 'sheet-damaged'
  | 'other-receipt'
  | 'answers-empty'
  | 'answers-no-probes'
  | 'answers-no-labels'
  | 'no-sheet'
  | 'unreadable';

export interface ModelState {
  readonly photos: readonly ProbePhoto[];
  /** What is asked for; `labels` empty: all of the receipt that have photos. */
  readonly wishes: Pick<ProbeWishes, 'labels' | 'photos' | 'side'>;
  readonly reading: { readonly found: number; readonly read: number } | null;
  readonly nothing: boolean;
  readonly making: Making;
  readonly sheet: ProbeSheet | null;
  readonly answers: Answers | null;
  readonly trouble: ModelTrouble | null;
  readonly verdict: Verdict | null;
  /** What the owner says was published of the receipt. */
  readonly publishedText: string;
}

export interface TraceModel {
  readonly store: StoreApi<ModelState>;
  add(files: Promise<readonly File[]>): Promise<void>;
  clear(): void;
  wish(wishes: Partial<ModelState['wishes']>): void;
  make(): Promise<void>;
  cancel(): void;
  saveZip(): void;
  saveSheet(): void;
  /** A sheet of earlier, or a model's answers; told apart by what is in them. */
  takeBack(files: readonly File[]): Promise<void>;
  /** What a model on this device said. */
  accept(sheet: ProbeSheet, given: Pick<Answers, 'name' | 'askedBy' | 'said' | 'classes'>): void;
  setClass(label: number, name: string | null): void;
  setPublished(text: string): void;
}

/** In memory until they are saved; a probe of 224 px takes about 15 kB. */
export const mostProbes = 40_000;

const empty: ModelState = {
  photos: [],
  wishes: { labels: [], photos: defaultProbes.photos, side: defaultProbes.side },
  reading: null,
  nothing: false,
  making: { kind: 'idle' },
  sheet: null,
  answers: null,
  trouble: null,
  verdict: null,
  publishedText: '',
};

export function createTraceModel(
  page: Keyveil['store'],
  claim: TraceClaim,
  tools: ProveTools,
  services: TraceServices,
): TraceModel {
  const store = createStore<ModelState>(() => empty);
  const get = store.getState;
  const set = (changes: Partial<ModelState>) => store.setState(changes);
  let abort = new AbortController();

  const stop = () => {
    abort.abort();
    if (get().making.kind === 'running') set({ making: { kind: 'idle' } });
  };
  /** Probes that were made are of what was given then. */
  const change = (changes: Partial<ModelState>) => {
    stop();
    set({ making: { kind: 'idle' }, ...changes });
  };
  claim.store.subscribe((now, before) => {
    if (now.opened === before.opened) return;
    const { photos, wishes } = get();
    change({ ...empty, photos, wishes: { ...wishes, labels: [] } });
  });
  const judge = (answers: Answers | null) => {
    const { sheet } = get();
    set({ answers, verdict: sheet && answers && verdictOf(sheet, saidLabels(sheet, answers)) });
  };

  return {
    store,
    async add(files) {
      set({ reading: { found: 0, read: 0 }, nothing: false });
      const found = await files
        .then(given => tools.readSet(given, (all, done) => set({ reading: { found: all, read: done } })))
        .catch(() => null);
      const added = (found?.photos ?? []).map(({ file, labelName }) => ({ file, folder: labelName }));
      set({ reading: null, nothing: added.length === 0 });
      if (added.length > 0) change({ photos: [...get().photos, ...added] });
    },
    clear: () => change({ photos: [], nothing: false }),
    wish: wishes => change({ wishes: { ...get().wishes, ...wishes } }),

    async make() {
      const { standing } = claim.store.getState();
      const { photos } = get();
      if (standing.kind !== 'ok' || photos.length === 0) return;
      const wishes = wishesOf(get(), standing.claim);
      const probes = probeCount(wishes, photos.length);
      if (probes > mostProbes) return change({ making: { kind: 'too-many', probes } });
      stop();
      abort = new AbortController();
      const { signal } = abort;
      set({ making: { kind: 'running', done: 0, total: photos.length, secondsLeft: null } });
      const labelOf = await labelsOf(photos, standing.claim, tools);
      if (signal.aborted) return;
      const plan = await services.planProbes(standing.claim, labelOf, wishes, signal);
      if (signal.aborted || plan.kind === 'cancelled') return;
      if (plan.kind === 'worker-lost') return set({ making: { kind: 'failed' } });
      if (plan.kind !== 'planned') return set({ making: plan });
      const start = services.now();
      const kept = new Map<string, Blob>();
      const outcome = await services.makeProbes(
        {
          plan,
          receipt: standing.claim.receipt,
          photos: photos.map(({ file }) => file),
          engine: page.getState().preferences.engine,
        },
        async (name, bytes) => {
          kept.set(name, new Blob([bytes], { type: plan.sheet.type }));
        },
        signal,
        ({ done, total }) => {
          if (signal.aborted) return;
          const seconds = (services.now() - start) / 1000;
          const secondsLeft = done > 1 && seconds > 0.5 ? (seconds * (total - done)) / done : null;
          set({ making: { kind: 'running', done, total, secondsLeft } });
        },
      );
      if (signal.aborted || outcome.kind === 'cancelled') return;
      if (outcome.kind !== 'made') return set({ making: { kind: 'failed' } });
      const { sheet, failed } = outcome;
      const zip = await services.zip(inSheetsOrder(sheet, kept));
      if (signal.aborted) return;
      set({
        making: { kind: 'made', zip, probes: sheet.files.length, failed },
        sheet,
        answers: null,
        verdict: null,
        trouble: null,
      });
    },
    cancel: stop,
    saveZip() {
      const { making } = get();
      if (making.kind === 'made') tools.saveFile('probes.zip', making.zip);
    },
    saveSheet() {
      const { sheet } = get();
      const name = cleanSegment(claim.store.getState().opened?.receipt.dataset ?? '');
      if (!sheet) return;
      tools.saveFile(`${name}.probes.json`, new Blob([probeSheetText(sheet)], { type: 'application/json' }));
    },

    async takeBack(files) {
      const commitment = claim.store.getState().opened?.receipt.commitment;
      // The sheet first, whichever was chosen first: answers are read by it.
      const inOrder = [...files].sort((a, b) => Number(isJson(b)) - Number(isJson(a)));
      for (const file of inOrder) {
        const text = await file.text().catch(() => null);
        if (text === null) return set({ trouble: 'unreadable' });
        if (isJson(file)) {
          const read = parseProbeSheet(text);
          if (read.kind === 'refused') return set({ trouble: `sheet-${read.reason}` });
          if (read.value.commitment !== commitment) return set({ trouble: 'other-receipt' });
          set({ sheet: read.value, answers: null, verdict: null, trouble: null });
          continue;
        }
        const { sheet } = get();
        if (!sheet) return set({ trouble: 'no-sheet' });
        const answers = answersOf(file.name, text, sheet);
        if (typeof answers === 'string') return set({ trouble: answers });
        set({ trouble: null });
        judge(answers);
      }
    },
    accept(sheet, given) {
      set({ sheet, trouble: null });
      judge(answersWith(sheet, { ...given, missing: sheet.files.length - given.said.size, unknown: 0 }));
    },
    setClass(label, name) {
      const { answers } = get();
      if (!answers) return;
      judge({ ...answers, classOf: answers.classOf.map((was, at) => (at === label ? name : was)) });
    },
    setPublished: publishedText => set({ publishedText }),
  };
}

/** With all labels that have photos, where none was chosen. */
export function wishesOf({ wishes }: ModelState, { receipt }: Pick<Claim, 'receipt'>): ProbeWishes {
  const alive = new Set(receipt.files.map(({ label }) => label));
  const all = receipt.labels.filter(label => alive.has(label));
  return { ...defaultProbes, ...wishes, labels: wishes.labels.length > 0 ? wishes.labels : all };
}

/** How the receipt stands to what was published of it. */
export function publishedCheck(opened: OpenReceipt | null, text: string): PublishedCheck {
  if (!opened) return 'none';
  // Without its file nobody knows the digest, and no text holds an empty one.
  const sha256 = opened.published?.sha256 ?? '';
  return checkPublished({ commitment: opened.receipt.commitment, sha256 }, text);
}

function isJson({ name }: File): boolean {
  return /\.json$/i.test(name);
}

/** A photo that the receipt lists has its label; one in a folder of a label's name is taken for one of that label. */
export async function labelsOf(
  photos: readonly ProbePhoto[],
  { receipt }: Claim,
  tools: ProveTools,
): Promise<readonly (string | null)[]> {
  const digests = await tools.digests(photos.map(({ file }) => file)).catch(() => []);
  const listed = new Map(
    receipt.files.flatMap(file => [
      [file.sourceSha256, file.label],
      [file.sha256, file.label],
    ]),
  );
  return photos.map(({ folder }, i) => {
    const known = listed.get(digests[i] ?? '');
    if (known !== undefined) return known;
    return folder !== null && receipt.labels.includes(folder) ? folder : null;
  });
}

function inSheetsOrder(sheet: ProbeSheet, kept: ReadonlyMap<string, Blob>): readonly ZipEntry[] {
  return sheet.files.flatMap(({ name }) => {
    const blob = kept.get(name);
    return blob ? [{ path: name, blob }] : [];
  });
}

function answersOf(name: string, text: string, sheet: ProbeSheet): Answers | ModelTrouble {
  const read = readAnswers(
    text,
    sheet.files.map(file => file.name),
  );
  if (read.kind === 'refused') return `answers-${read.reason}`;
  const counts = new Map<string, number>();
  for (const said of read.said.values()) counts.set(said, (counts.get(said) ?? 0) + 1);
  const classes = [...counts].sort((a, b) => b[1] - a[1]).map(([said]) => said);
  return answersWith(sheet, {
    name,
    askedBy: 'csv',
    said: read.said,
    classes,
    missing: read.missing.length,
    unknown: read.unknown.length,
  });
}

/** With the class of each label, where their names tell. */
function answersWith(sheet: ProbeSheet, given: Omit<Answers, 'classOf'>): Answers {
  const labelOf = labelsOfClasses(given.classes, sheet.labels);
  return { ...given, classOf: sheet.labels.map((_, label) => given.classes[labelOf.indexOf(label)] ?? null) };
}

function saidLabels(sheet: ProbeSheet, { said, classOf }: Answers): ReadonlyMap<string, number | null> {
  const place = new Map(
    sheet.labels.flatMap((_, label) => {
      const name = classOf[label] ?? null;
      return name === null ? [] : [[name, label] as const];
    }),
  );
  return new Map([...said].map(([probe, name]) => [probe, place.get(name) ?? null]));
}
