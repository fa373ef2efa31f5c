import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Claim } from '../core/claim.ts';
import { cleanSegment } from '../core/names.ts';
import type { Receipt } from '../core/receipt.ts';
import type { RestoreOutcome } from '../workers/restoreClient.ts';
import type { ProveTools } from './proveTools.ts';
import type { TraceClaim } from './traceClaim.ts';
import type { TraceServices } from './traceServices.ts';

/** Protected photos, and what their key gives back of them. */

export type Restored = Extract<RestoreOutcome, { kind: 'restored' }>;
export type NotRestored = Exclude<RestoreOutcome, { kind: 'restored' | 'cancelled' }>;

export type RestoreRow =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'done';
      readonly restored: Omit<Restored, 'kind' | 'bytes'>;
      readonly blob: Blob;
      /** Whether the receipt lists this very file. */
      readonly listed: boolean;
    }
  | { readonly kind: 'refused'; readonly why: NotRestored };

export interface RestorePhoto {
  readonly id: number;
  readonly file: File;
  /** Of the receipt's, for a copy that it does not list: by its folder, or as chosen. */
  readonly label: string | null;
  readonly row: RestoreRow;
}

export interface RestoreState {
  readonly photos: readonly RestorePhoto[];
  /** To measure against. */
  readonly originals: readonly File[];
  readonly reading: { readonly found: number; readonly read: number } | null;
  /** The last files that were given held no photo. */
  readonly nothing: boolean;
  readonly run: RestoreRun;
  /** The one that is looked at. */
  readonly shown: number | null;
}

export type RestoreRun =
  | { readonly kind: 'idle' }
  /** What is restored already is as much as is kept in memory; save it and clear the list. */
  | { readonly kind: 'full' }
  | {
      readonly kind: 'running';
      readonly photos: number;
      /** 0 to 1. */
      readonly done: number;
      readonly secondsLeft: number | null;
    };

export interface TraceRestore {
  readonly store: StoreApi<RestoreState>;
  add(files: Promise<readonly File[]>): Promise<void>;
  setOriginals(files: Promise<readonly File[]>): Promise<void>;
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

/** Long side of the pictures shown, in pixels; smaller where there are many. */
const previewSide = 960;
const manyPreviewSide = 360;
const many = 20;

export function createTraceRestore(
  claim: TraceClaim,
  tools: ProveTools,
  services: TraceServices,
): TraceRestore {
  const empty: RestoreState = {
    photos: [],
    originals: [],
    reading: null,
    nothing: false,
    run: { kind: 'idle' },
    shown: null,
  };
  const store = createStore<RestoreState>(() => empty);
  const get = store.getState;
  const set = (changes: Partial<RestoreState>) => store.setState(changes);
  let abort = new AbortController();
  let ids = 0;

  const change = (id: number, changes: Partial<RestorePhoto>) =>
    set({ photos: get().photos.map(photo => (photo.id === id ? { ...photo, ...changes } : photo)) });
  const stop = () => {
    abort.abort();
    if (get().run.kind === 'running') set({ run: { kind: 'idle' } });
  };
  const read = async (files: Promise<readonly File[]>) => {
    set({ reading: { found: 0, read: 0 }, nothing: false });
    const found = await files
      .then(given => tools.readSet(given, (all, done) => set({ reading: { found: all, read: done } })))
      .catch(() => null);
    const photos = found?.photos ?? [];
    set({ reading: null, nothing: photos.length === 0 });
    return photos;
  };
  // What another receipt made of the photos says nothing under this one.
  claim.store.subscribe((now, before) => {
    if (now.opened === before.opened) return;
    stop();
    for (const photo of get().photos) letGo(photo);
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
      const waiting = get().photos.filter(({ row }) => row.kind === 'waiting');
      if (standing.kind !== 'ok' || waiting.length === 0) return;
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      const start = services.now();
      set({ run: { kind: 'running', photos: waiting.length, done: 0, secondsLeft: null } });
      const pairs = await pairsOf(waiting, get().originals, standing.claim.receipt, tools);
      if (signal.aborted) return;
      let kept = keptBytes(get());
      let full = false;
      const side = get().photos.length > many ? manyPreviewSide : previewSide;
      const tasks = pairs.map(({ photo, original }) => taskOf(photo, original, standing.claim, side));
      await services.restore(
        tasks,
        signal,
        (at, outcome) => {
          const pair = pairs[at];
          if (!pair || signal.aborted || outcome.kind === 'cancelled') return closeOf(outcome);
          const row = rowOf(outcome, pair.listed);
          change(pair.photo.id, { row });
          if (row.kind === 'done') kept += row.blob.size;
          if (kept < services.room || at === pairs.length - 1) return;
          full = true;
          abort.abort();
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
      for (const photo of get().photos) letGo(photo);
      set(empty);
    },
    save(id) {
      const photo = get().photos.find(one => one.id === id);
      if (photo?.row.kind === 'done') tools.saveFile(fileName(photo.file), photo.row.blob);
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

function closeOf(outcome: RestoreOutcome): void {
  if (outcome.kind !== 'restored') return;
  outcome.before.close();
  outcome.after.close();
}

function letGo({ row }: RestorePhoto): void {
  if (row.kind !== 'done') return;
  row.restored.before.close();
  row.restored.after.close();
}

function keptBytes({ photos }: RestoreState): number {
  return photos.reduce((sum, { row }) => sum + (row.kind === 'done' ? row.blob.size : 0), 0);
}

interface Pair {
  readonly photo: RestorePhoto;
  readonly original: File | null;
  readonly listed: boolean;
}

/** Which original belongs to which photo: by the receipt, else by name, else as the only two there are. */
async function pairsOf(
  photos: readonly RestorePhoto[],
  originals: readonly File[],
  receipt: Receipt,
  tools: ProveTools,
): Promise<readonly Pair[]> {
  const [protectedDigests, originalDigests] = await Promise.all([
    tools.digests(photos.map(({ file }) => file)),
    tools.digests(originals),
  ]).catch(() => [[], []]);
  const listed = new Map(receipt.files.map(file => [file.sha256, file]));
  const byDigest = new Map(originals.map((file, i) => [originalDigests[i], file]));
  const byName = new Map(originals.map(file => [stem(file.name), file]));
  const [only = null] = originals.length === 1 && photos.length === 1 ? originals : [];
  return photos.map((photo, i) => {
    const entry = listed.get(protectedDigests[i] ?? '');
    const named = byDigest.get(entry?.sourceSha256) ?? byName.get(stem(photo.file.name));
    return { photo, original: named ?? only, listed: entry !== undefined };
  });
}

function taskOf(photo: RestorePhoto, original: File | null, { receipt, filters }: Claim, side: number) {
  // A folder that is called like no label tells nothing.
  const known = photo.label !== null && receipt.labels.includes(photo.label);
  const given = known && photo.label !== null ? { label: photo.label } : null;
  return { file: photo.file, receipt, filters, given, original, previewSide: side };
}

/** Seconds; null before anything can be said. */
function leftOf(elapsed: number, done: number): number | null {
  if (elapsed < 500 || done < 0.03) return null;
  return ((elapsed / 1000) * (1 - done)) / done;
}

function stem(name: string): string {
  return name.replace(/\.[^.]+$/, '');
}

function fileName(file: File): string {
  return `${cleanSegment(stem(file.name))}.restored.png`;
}

/** No two of the same name. */
function zipEntries(photos: readonly RestorePhoto[]): readonly { path: string; blob: Blob }[] {
  const used = new Set<string>();
  return photos.flatMap(({ file, row }) => {
    if (row.kind !== 'done') return [];
    const folder = cleanSegment(row.restored.label);
    let path = `${folder}/${fileName(file)}`;
    for (let n = 2; used.has(path.toLowerCase()); n++) {
      path = `${folder}/${fileName(file).replace(/\.restored\.png$/, ` (${n}).restored.png`)}`;
    }
    used.add(path.toLowerCase());
    return [{ path, blob: row.blob }];
  });
}
