import { cleanSegment } from '../../core/archive/names.ts';
import { tdmrepName, tdmrepText } from '../../core/archive/tdmrep.ts';
import { proposeDatasetName } from '../../core/dataset.ts';
import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import { initialState } from '../initial.ts';
import type { Pictures } from '../look/pictureActions.ts';
import type { Result } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { archiveEntries, volumes } from '../queries/archive.ts';
import type { Keeper } from '../resume/keeper.ts';
import { checkArchive } from './checkArchive.ts';
import { filtersFileToSave, type PrivateFile, receiptFile } from './privateFiles.ts';
import type { SavingSignal } from './savingSignal.ts';

type SaveActions = Pick<
  Actions,
  | 'downloadZip'
  | 'saveFolder'
  | 'cancelSaving'
  | 'saveReceipt'
  | 'saveFilters'
  | 'saveTdmrep'
  | 'startOver'
  | 'checkArchive'
>;

/** Saving the results, and clearing up afterwards. */
export function saveActions(
  context: Context,
  pictures: Pictures,
  keeper: Keeper,
  stopRun: () => void,
  signal: SavingSignal,
): SaveActions {
  const { get, set, services } = context;

  const downloadZip = async (index = 0) => {
    const all = volumes(get());
    const volume = all[index];
    if (!volume || get().saving.kind === 'saving') return;
    const bytesTotal = volume.entries.reduce((sum, entry) => sum + entry.bytes, 0);
    const saving = (bytesDone: number) =>
      set({ saving: { kind: 'saving', what: volume.name, bytesDone, bytesTotal } });
    saving(0);
    const outcome = await services.save.volume(volume, saving, signal.begin());
    if (outcome.kind === 'cancelled') set({ saving: { kind: 'none' } });
    else if (outcome.kind === 'failed') {
      set({ saving: { kind: 'failed', what: volume.name, detail: outcome.detail } });
    } else if (volumes(get()) !== all) {
      // Something changed while it was being written: the zip is whole, but no longer all there is.
      set({ saving: { kind: 'saved', what: volume.name } });
    } else {
      const savedVolumes = new Set([...get().savedVolumes, volume.name]);
      const archiveSaved = all.every(({ name }) => savedVolumes.has(name));
      set({ saving: { kind: 'saved', what: volume.name }, savedVolumes, archiveSaved });
      if (archiveSaved && get().preferences.wipeAfterSaving) await wipeResults(context, keeper);
    }
  };

  const saveFolder = async () => {
    const all = volumes(get());
    const entries = archiveEntries(get());
    if (entries.length === 0 || get().saving.kind === 'saving') return;
    const what = cleanSegment(get().dataset);
    const bytesTotal = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    const saving = (bytesDone: number) => set({ saving: { kind: 'saving', what, bytesDone, bytesTotal } });
    const outcome = await services.folder.save(what, entries, () => saving(0), saving, signal.begin());
    if (outcome.kind === 'cancelled') set({ saving: { kind: 'none' } });
    else if (outcome.kind === 'failed') set({ saving: { kind: 'failed', what, detail: outcome.detail } });
    else {
      // Something may have changed while it was being written: the folder is whole, but no longer all there is.
      const archiveSaved = volumes(get()) === all;
      set({ saving: { kind: 'saved', what: outcome.folder }, ...(archiveSaved ? { archiveSaved } : {}) });
      if (archiveSaved && get().preferences.wipeAfterSaving) await wipeResults(context, keeper);
    }
  };

  const save = (file: PrivateFile | null): boolean => {
    if (!file) return false;
    services.save.file(file.name, file.blob);
    set({ saving: { kind: 'saved', what: file.name } });
    return true;
  };

  return {
    downloadZip,
    saveFolder,
    cancelSaving: signal.cancel,
    checkArchive: (receipt, files, onProgress, signal) =>
      checkArchive(services.digests, receipt, files, onProgress, signal),
    saveReceipt: async () => {
      const { results, arrangement } = get();
      const saved = save(await receiptFile(get()));
      if (saved && get().results === results && get().arrangement === arrangement)
        set({ receiptSaved: true });
    },
    saveFilters: async () => {
      save(filtersFileToSave(get()));
    },
    saveTdmrep: () => {
      save({ name: tdmrepName, blob: new Blob([tdmrepText()], { type: 'application/json' }) });
    },
    startOver: async () => {
      stopRun();
      signal.cancel();
      pictures.clear();
      const { preferences, engine, engineBroken, earlier, otherTab, recentSets } = get();
      const kept = { engine, engineBroken, earlier, otherTab, recentSets };
      set({ ...initialState(proposeDatasetName(), preferences), ...kept });
      // At once: what is kept for the next visit would otherwise go a moment later, and the page may be left before.
      await Promise.all([services.keys.forget(), services.results.wipe(), keeper.now()]);
    },
  };
}

/** Removes the bytes of what was saved; what the receipt says of them stays. */
async function wipeResults({ get, set, services }: Context, keeper: Keeper): Promise<void> {
  const entries: readonly (readonly [string, Result])[] = [...get().results];
  const stored = entries.flatMap(([, result]) =>
    result.kind === 'protected' && result.kept ? [result.photo.stored] : [],
  );
  const results: KeyveilState['results'] = new Map(
    entries.map(([id, result]) => [id, result.kind === 'protected' ? { ...result, kept: false } : result]),
  );
  set({ results });
  // Saved first: after a crash in between, the photos must not look as if they had never been made.
  await keeper.now();
  await services.results.remove(stored);
}
