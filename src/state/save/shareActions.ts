import type { SaveTrouble } from '../../archive/writeVolume.ts';
import { sharedName, typeOfPath } from '../../core/archive/sharing.ts';
import { isOutOfReach } from '../../core/faults/outOfReach.ts';
import { brokenBy } from '../../threads/workerLost.ts';

import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import type { KeyveilState } from '../model.ts';
import { archiveEntries, volumes } from '../queries/archive.ts';
import { sameBasis, shareBasis } from '../queries/shareBasis.ts';
import { receiptFile } from './privateFiles.ts';
import type { SavingSignal } from './savingSignal.ts';

type ShareActions = Pick<Actions, 'filesToShare' | 'noteShared'>;

/** What the system's share sheet is given. The sheet itself belongs to the page: it opens only right after a press. */
export function shareActions({ get, set, services }: Context, signal: SavingSignal): ShareActions {
  const failed = (what: string, detail: SaveTrouble) => {
    set({ saving: { kind: 'failed', what, detail } });
    return null;
  };

  const zip = async (): Promise<readonly File[] | null> => {
    const [volume] = volumes(get());
    if (!volume || get().saving.kind === 'saving') return null;
    const bytesTotal = volume.entries.reduce((sum, entry) => sum + entry.bytes, 0);
    const saving = (bytesDone: number) =>
      set({ saving: { kind: 'saving', what: volume.name, bytesDone, bytesTotal } });
    saving(0);
    const outcome = await services.save.zip(volume, saving, signal.begin());
    if (outcome.kind === 'cancelled') {
      set({ saving: { kind: 'none' } });
      return null;
    }
    if (outcome.kind === 'failed') return failed(volume.name, outcome.detail);
    set({ saving: { kind: 'none' } });
    return [new File([outcome.blob], volume.name, { type: 'application/zip' })];
  };

  const photos = async (): Promise<readonly File[] | null> => {
    try {
      return await Promise.all(
        archiveEntries(get()).map(async ({ path, stored }) => {
          const type = typeOfPath(path);
          return new File([await services.results.open(stored)], sharedName(path), { type });
        }),
      );
    } catch (error) {
      return failed(get().dataset, isOutOfReach(error) ? 'vanished' : brokenBy(error, 'sharing'));
    }
  };

  const receipt = async (): Promise<readonly File[] | null> => {
    const file = await receiptFile(get());
    return file && [new File([file.blob], file.name, { type: file.blob.type })];
  };

  return {
    filesToShare: what => ({ zip, photos, receipt })[what](),
    noteShared: (what, of) => {
      const unchanged = sameBasis(of, shareBasis(what, get()));
      const name = volumes(get())[0]?.name ?? get().dataset;
      const saved: Partial<KeyveilState> =
        what === 'receipt'
          ? { receiptSaved: true }
          : { archiveSaved: true, savedVolumes: new Set([...get().savedVolumes, name]) };
      // Photos without their folders do not count as the saved archive.
      if (unchanged && what !== 'photos') set(saved);
    },
  };
}
