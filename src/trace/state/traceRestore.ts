import type { StoreApi } from 'zustand/vanilla';
import { cleanSegment } from '../../core/archive/names.ts';
import type { GivenFile } from '../../state/model/givenFile.ts';
import type { PhotoSetServices } from '../../state/photoSetServices.ts';
import type { RestoreOutcome } from '../worker/restoreClient.ts';
import { readPhotos } from './givenPhotos.ts';
import { restoredName, zipEntries } from './restoreFiles.ts';
import {
  isToDo,
  nothingToRestore,
  type RestorePhoto,
  type RestoreRow,
  type RestoreState,
} from './restoreState.ts';
import { pairsOf, taskOf } from './restoreTasks.ts';
import { createSessionStore } from './sessionStore.ts';
import type { TraceClaim } from './traceClaim.ts';
import type { TraceServices } from './traceServices.ts';

/** Protected photos, and what their key gives back of them. */

export interface TraceRestore {
  readonly store: StoreApi<RestoreState>;
  add(files: Promise<readonly GivenFile[]>): Promise<void>;
  setOriginals(files: Promise<readonly GivenFile[]>): Promise<void>;
  setLabel(id: number, label: string): void;
  /** Restores what waits. */
  run(): Promise<void>;
  cancel(): void;
  show(id: number): void;
  clear(): void;
  save(id: number): void;
  /** All that are done, as one zip. */
  saveAll(): Promise<void>;
}

export function createTraceRestore(
  claim: TraceClaim,
  tools: PhotoSetServices,
  services: TraceServices,
): TraceRestore {
  const { store, get, set, end, begin } = createSessionStore<RestoreState>(nothingToRestore);
  let ids = 0;

  const change = (id: number, changes: Partial<RestorePhoto>) =>
    set({ photos: get().photos.map(photo => (photo.id === id ? { ...photo, ...changes } : photo)) });
  const stop = () => {
    end();
    if (get().run.kind === 'running') set({ run: { kind: 'idle' } });
  };
  const read = (files: Promise<readonly GivenFile[]>) => readPhotos(files, tools, set);
  // What another receipt made of the photos says nothing under this one.
  claim.store.subscribe((now, before) => {
    if (now.opened === before.opened) return;
    stop();
    for (const photo of get().photos) closePictures(photo.row.kind === 'done' ? photo.row.restored : null);
    set({ photos: get().photos.map(photo => ({ ...photo, row: { kind: 'waiting' } })) });
  });

  return {
    store,
    async add(files) {
      const found = await read(files);
      const added = found.map(({ file, labelName }): RestorePhoto => {
        return { id: ++ids, file, label: labelName, row: { kind: 'waiting' } };
      });
      set({ photos: [...get().photos, ...added], shown: get().shown ?? added[0]?.id ?? null });
    },
    async setOriginals(files) {
      const found = await read(files);
      if (found.length > 0) set({ originals: found.map(({ file }) => file) });
    },
    setLabel: (id, label) => change(id, { label, row: { kind: 'waiting' } }),

    async run() {
      const { standing } = claim.store.getState();
      const waiting = get().photos.filter(isToDo);
      if (standing.kind !== 'ok' || waiting.length === 0) return;
      const signal = begin();
      const start = services.now();
      set({ run: { kind: 'running', photos: waiting.length, done: 0, secondsLeft: null } });
      const pairs = await pairsOf(waiting, get().originals, standing.claim.receipt, tools);
      if (signal.aborted) return;
      let kept = keptBytes(get());
      let full = false;
      const among = get().photos.length;
      const tasks = pairs.map(pair => taskOf(pair, standing.claim, among));
      await services.restore(
        tasks,
        signal,
        (at, outcome) => {
          const pair = pairs[at];
          if (!pair || signal.aborted || outcome.kind === 'cancelled') {
            return closePictures(outcome.kind === 'restored' ? outcome : null);
          }
          const row = rowOf(outcome, pair.listed);
          change(pair.photo.id, { row });
          if (row.kind === 'done') kept += row.blob.size;
          if (kept < services.room || at === pairs.length - 1) return;
          full = true;
          end();
        },
        done => {
          if (signal.aborted) return;
          const secondsLeft = leftOf(services.now() - start, done);
          set({ run: { kind: 'running', photos: waiting.length, done, secondsLeft } });
        },
      );
      if (full) set({ run: { kind: 'full' } });
      else if (!signal.aborted) set({ run: { kind: 'idle' } });
    },
    cancel: stop,
    show: id => set({ shown: id }),
    clear() {
      stop();
      for (const photo of get().photos) closePictures(photo.row.kind === 'done' ? photo.row.restored : null);
      set(nothingToRestore);
    },
    save(id) {
      const photo = get().photos.find(one => one.id === id);
      if (photo?.row.kind === 'done') tools.saveFile(restoredName(photo.file), photo.row.blob);
    },
    async saveAll() {
      const entries = zipEntries(get().photos);
      const name = cleanSegment(claim.store.getState().opened?.receipt.dataset ?? '');
      tools.saveFile(`${name}.restored.zip`, await services.zip(entries));
    },
  };
}

function rowOf(outcome: Exclude<RestoreOutcome, { kind: 'cancelled' }>, listed: boolean): RestoreRow {
  if (outcome.kind !== 'restored') return { kind: 'refused', why: outcome };
  const { kind: _, bytes, ...restored } = outcome;
  return { kind: 'done', restored, blob: new Blob([bytes], { type: 'image/png' }), listed };
}

/** Frees the pictures that are shown before and after, where there are any. */
function closePictures(restored: { readonly before: ImageBitmap; readonly after: ImageBitmap } | null): void {
  restored?.before.close();
  restored?.after.close();
}

function keptBytes({ photos }: RestoreState): number {
  return photos.reduce((sum, { row }) => sum + (row.kind === 'done' ? row.blob.size : 0), 0);
}

/** Seconds; null before anything can be said. */
function leftOf(elapsed: number, done: number): number | null {
  if (elapsed < 500 || done < 0.03) return null;
  return ((elapsed / 1000) * (1 - done)) / done;
}
