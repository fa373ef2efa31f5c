import { isStored } from '../../storage/results.ts';
import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import { missingPhotos, refind, withFiles } from '../intake/refind.ts';
import type { KeyveilState, Photo, PhotoId, Result } from '../model.ts';
import type { PoolHolder } from '../run/poolHolder.ts';
import { counts } from '../selectors.ts';
import type { FoundPhoto, Services, StoredWork } from '../services.ts';
import { candidatesOf, readSnapshot, snapshotOf, stateOf } from './snapshot.ts';

type ResumeActions = Pick<Actions, 'goOn' | 'discardEarlier'>;

/** How long changes are gathered before they are kept, ms. */
const gathering = 400;

/** How old the kept number of finished photos may get during a run, ms. */
const betweenCounts = 10_000;

/** Going on after a reload or a crash with what was there before. */
export function resumeActions(
  context: Context,
  poolHolder: PoolHolder,
  give: (files: readonly File[]) => Promise<void>,
): ResumeActions {
  const { get, set, services } = context;
  return {
    goOn: async () => {
      const { earlier } = get();
      if (!earlier || get().arrangement.order.length > 0) return;
      const work = await services.resume.takeOver(earlier.folder);
      const snapshot = work && readSnapshot(work.content);
      set({ earlier: null });
      if (!work || !snapshot) return;
      // The workers hold the folder of the session so far, which is gone now.
      poolHolder.close();
      const results = safeResults(work);
      set({
        ...stateOf(snapshot, get(), results),
        selection: { ids: new Set(), anchor: null, current: snapshot.photos[0]?.id ?? null },
      });
      void poolHolder.warmUp();
      await bringBack(context, work, give);
    },
    discardEarlier: async () => {
      const { earlier } = get();
      set({ earlier: null });
      if (earlier) await services.resume.discard(earlier.folder);
    },
  };
}

/** Finished photos whose bytes are there and whole; a half-written file never counts. */
function safeResults(work: StoredWork): ReadonlyMap<PhotoId, Result> {
  const safe = new Map<PhotoId, Result>();
  for (const result of candidatesOf(work.journal)) {
    const { id, stored, bytes } = result.photo;
    if (isStored(stored, bytes, work.files)) safe.set(id, result);
  }
  return safe;
}

/** Files that can be had without the person: from zips, samples, and folders that may still be read. */
async function bringBack(
  context: Context,
  work: StoredWork,
  give: (files: readonly File[]) => Promise<void>,
): Promise<void> {
  const { get, set, services } = context;
  const files = new Map<PhotoId, File>();
  for (const photo of missingPhotos(get())) {
    const file =
      photo.origin.kind === 'stored'
        ? await services.resume.openStored(photo.origin.stored, photo.name)
        : null;
    if (file) files.set(photo.id, file);
  }
  set(withFiles(get(), files, new Map()));
  if (missingPhotos(get()).some(photo => photo.origin.kind === 'sample'))
    await give(await services.intake.drawSamples());
  if (work.roots.length > 0 && missingPhotos(get()).length > 0) {
    await give(await services.resume.filesOfRoots(work.roots));
  }
}

/**
 * Gives files back to photos that lost theirs; what is left over is new.
 *
 * @returns the new ones, and how many photos have their file again
 */
export async function giveBack(
  context: Context,
  found: readonly FoundPhoto[],
): Promise<{ readonly rest: readonly FoundPhoto[]; readonly refound: number }> {
  const { get, set, services } = context;
  const missing: readonly Photo[] = missingPhotos(get());
  if (missing.length === 0) return { rest: found, refound: 0 };
  const { files, rest } = refind(missing, found);
  const finished = [...files].filter(([id]) => get().results.get(id)?.kind === 'protected');
  const digests = await services.previews.digests(finished.map(([, file]) => file));
  const digestOf = new Map(finished.map(([id], index) => [id, digests[index] ?? null]));
  set(withFiles(get(), files, digestOf));
  return { rest, refound: files.size };
}

/** Tells the page of earlier work and of other tabs, and from then on keeps what is worth coming back to. */
export async function keepWork(
  context: Context,
  subscribe: (listener: () => void) => () => void,
): Promise<void> {
  const { get, set, services } = context;
  const [found, otherTab] = await Promise.all([services.resume.find(), services.resume.otherTab()]);
  const snapshot = found && readSnapshot(found.content);
  set({ otherTab });
  if (found && snapshot && snapshot.photos.length > 0 && get().arrangement.order.length === 0) {
    const { folder, savedAt } = found;
    set({
      earlier: {
        folder,
        savedAt,
        photos: snapshot.photos.length,
        labels: snapshot.labels.length,
        protected: snapshot.protected,
      },
    });
  }
  subscribe(gathered(keeper(get, services)));
}

/** Everything that a snapshot is made of, but for the number of finished photos. */
const keptParts = (s: KeyveilState): readonly unknown[] => [
  s.photos,
  s.arrangement,
  s.frozenLabels,
  s.dataset,
  s.settings,
  s.output,
  s.lastKeyCheck,
  s.receiptSaved,
  s.archiveSaved,
  s.savedVolumes,
];

/**
 * Keeps what has changed since it was kept last. A run changes nothing but how many photos are finished, and those
 * stand in the journal: copying ten thousand photos for that number is worth it now and then only.
 */
function keeper(get: Context['get'], { resume, now }: Services): () => Promise<void> {
  let kept: { readonly parts: readonly unknown[]; readonly finished: number; readonly at: number } | null =
    null;
  return async () => {
    const s = get();
    const parts = keptParts(s);
    const finished = counts(s).protected;
    if (kept && parts.every((part, index) => part === kept?.parts[index])) {
      const busy = s.run.kind === 'running' || s.run.kind === 'cancelling';
      if (finished === kept.finished || (busy && now() - kept.at < betweenCounts)) return;
    }
    if (s.arrangement.order.length === 0) await resume.forget();
    else
      await resume.keep(
        snapshotOf(s, finished),
        [...s.photos.values()].flatMap(photo => photo.file ?? []),
      );
    kept = { parts, finished, at: now() };
  };
}

/** Calls `work` a moment after the first of several calls, one at a time; what fails is tried again with the next. */
function gathered(work: () => Promise<void>): () => void {
  let waiting = false;
  let working: Promise<void> = Promise.resolve();
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      working = working.then(work).catch(() => undefined);
    }, gathering);
  };
}
