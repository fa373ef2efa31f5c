import type { StoreApi } from 'zustand/vanilla';
import { cleanSegment } from '../../core/archive/names.ts';
import type { Keyveil } from '../../state/createKeyveil.ts';
import type { GivenFile } from '../../state/model/givenFile.ts';
import type { PhotoSetServices } from '../../state/photoSetServices.ts';
import { type ProbeSheet, parseProbeSheet, probeSheetText } from '../core/probeSheet.ts';
import { probeCount } from '../core/probes.ts';
import { verdictOf } from '../core/verdict.ts';
import { readPhotos } from './givenPhotos.ts';
import { type Answers, answersOf, answersWith, saidLabels } from './modelAnswers.ts';
import { type ModelState, noModel } from './modelState.ts';
import { labelsOf, wishesOf, withTimeLeft } from './probePhotos.ts';
import { createSessionStore } from './sessionStore.ts';
import type { TraceClaim } from './traceClaim.ts';
import type { TraceServices, ZipEntry } from './traceServices.ts';

/** Was a model trained on the photos: probes to ask it with, its answers, and what they come to. */

export interface TraceModel {
  readonly store: StoreApi<ModelState>;
  add(files: Promise<readonly GivenFile[]>): Promise<void>;
  /** Adds pictures that are drawn here, for those who have no other photos at hand. */
  addSamples(): Promise<void>;
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

/** Others than the newcomer's, so that nobody asks about the very pictures that they protected. */
const sampleProbes = { first: 13, last: 37 };

/** Of one in memory, about: it stays there until all are saved. */
const probeBytes = 10_000;

export function createTraceModel(
  page: Keyveil['store'],
  claim: TraceClaim,
  tools: PhotoSetServices,
  services: TraceServices,
): TraceModel {
  const { store, get, set, end, begin } = createSessionStore<ModelState>(noModel);

  const stop = () => {
    end();
    if (get().making.kind === 'running') set({ making: { kind: 'idle' } });
  };
  /** Probes that were made are of what was given then. */
  const change = (changes: Partial<ModelState>) => {
    stop();
    set({ making: { kind: 'idle' }, ...changes });
  };
  claim.store.subscribe((now, before) => {
    if (now.opened === before.opened) return;
    const { photos, wishes, samples } = get();
    change({ ...noModel, photos, samples, wishes: { ...wishes, labels: [] } });
  });
  const read = async (files: Promise<readonly GivenFile[]>) => {
    const found = await readPhotos(files, tools, set);
    const added = found.map(({ file, labelName }) => ({ file, folder: labelName }));
    if (added.length > 0) change({ photos: [...get().photos, ...added] });
  };
  const judge = (answers: Answers | null) => {
    const { sheet } = get();
    set({ answers, verdict: sheet && answers && verdictOf(sheet, saidLabels(sheet, answers)) });
  };

  return {
    store,
    add: read,
    async addSamples() {
      set({ samples: 'drawing', nothing: false });
      const drawn = await tools.drawSamples(sampleProbes);
      if ('kind' in drawn) return set({ samples: drawn });
      if (drawn.length === 0) return set({ samples: 'noisy-canvas' });
      await read(Promise.resolve(drawn));
      set({ samples: 'drawn' });
    },
    clear: () => change({ photos: [], nothing: false, samples: 'none' }),
    wish: wishes => change({ wishes: { ...get().wishes, ...wishes } }),

    async make() {
      const { standing } = claim.store.getState();
      const { photos } = get();
      if (standing.kind !== 'ok' || photos.length === 0) return;
      const wishes = wishesOf(get().wishes, standing.claim);
      const probes = probeCount(wishes, photos.length);
      if (probes * probeBytes > services.room) return change({ making: { kind: 'too-many', probes } });
      stop();
      const signal = begin();
      set({ making: { kind: 'running', done: 0, total: photos.length, secondsLeft: null } });
      const labelOf = await labelsOf(photos, standing.claim, tools);
      if (signal.aborted) return;
      const plan = await services.planProbes(standing.claim, labelOf, wishes, signal);
      if (signal.aborted || plan.kind === 'cancelled') return;
      if (plan.kind !== 'planned') return set({ making: plan });
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
        withTimeLeft(services.now, signal, making => set({ making })),
      );
      if (signal.aborted || outcome.kind === 'cancelled') return;
      if (outcome.kind !== 'made') return set({ making: outcome });
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

function isJson({ name }: File): boolean {
  return /\.json$/i.test(name);
}

function inSheetsOrder(sheet: ProbeSheet, kept: ReadonlyMap<string, Blob>): readonly ZipEntry[] {
  return sheet.files.flatMap(({ name }) => {
    const blob = kept.get(name);
    return blob ? [{ path: name, blob }] : [];
  });
}
