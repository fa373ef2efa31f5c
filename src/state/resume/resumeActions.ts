import type { ProtectedPhoto } from '../../pipeline/job.ts';
import { isStored } from '../../storage/results.ts';
import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import type { InTurn } from '../inTurn.ts';
import { type FoundFile, withFiles } from '../intake/refind.ts';
import type { GivenFile } from '../model/givenFile.ts';
import type { PhotoId } from '../model/photos.ts';
import { counts, missingPhotos } from '../queries/counts.ts';
import type { PoolHolder } from '../run/poolHolder.ts';
import type { StoredWork } from '../services/visits.ts';
import { resultsOf } from './journalResults.ts';
import type { Keeper } from './keeper.ts';
import { readSnapshot } from './schemas.ts';
import { stateOf } from './snapshot.ts';

type ResumeActions = Pick<Actions, 'goOn' | 'discardEarlier'>;

/**
 * Going on after a reload or a crash with what was there before.
 *
 * @param inTurn does work between two additions of photos
 */
export function resumeActions(
  context: Context,
  poolHolder: PoolHolder,
  keeper: Keeper,
  {
    inTurn,
    give,
  }: {
    readonly inTurn: InTurn;
    readonly give: (files: readonly GivenFile[]) => Promise<void>;
  },
): ResumeActions {
  const { get, set, services } = context;

  /** Puts the earlier work on the page; null when there is none any more. */
  const takeOver = async (folder: string): Promise<StoredWork | null> => {
    const work = await services.resume.takeOver(folder);
    const snapshot = work && readSnapshot(work.content);
    if (!work || !snapshot) {
      set({ earlier: null });
      return null;
    }
    // The workers hold the folder of the session so far, which is gone now.
    poolHolder.close();
    const whole = ({ stored, bytes }: ProtectedPhoto) => isStored(stored, bytes, work.files);
    set({
      ...stateOf(snapshot, get(), resultsOf(work.journal, snapshot.takenAway, whole)),
      earlier: null,
      selection: { ids: new Set(), anchor: null, current: snapshot.photos[0]?.id ?? null },
    });
    return work;
  };

  return {
    goOn: async () => {
      const work = await inTurn(async () => {
        const { earlier } = get();
        // Photos that were added meanwhile lie in the folder that this page would give up.
        if (!earlier || get().arrangement.order.length > 0) return null;
        return keeper.meanwhile(() => takeOver(earlier.folder));
      });
      if (!work) return;
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

/** Brings back the files that need no help from the person: from zips, samples, and folders that may still be read. */
async function bringBack(
  context: Context,
  work: StoredWork,
  give: (files: readonly GivenFile[]) => Promise<void>,
): Promise<void> {
  const { get, set, services } = context;
  const files = new Map<PhotoId, FoundFile>();
  for (const photo of missingPhotos(get())) {
    const { origin, name } = photo;
    const file = origin.kind === 'stored' ? await services.resume.openStored(origin.stored, name) : null;
    if (file) files.set(photo.id, { file, origin });
  }
  set(withFiles(get(), files, new Map()));
  const samplesMissing = () => missingPhotos(get()).some(photo => photo.origin.kind === 'sample');
  for (const samples of [services.intake.samplePhotos, services.intake.drawSamples] as const) {
    if (!samplesMissing()) break;
    const had = await samples();
    // Those that cannot be had stay missing, as the page says of them.
    await give('kind' in had ? [] : had);
  }
  if (work.roots.length > 0 && missingPhotos(get()).length > 0) {
    await give(await services.resume.filesOfRoots(work.roots));
  }
}

/** Tells the page of earlier work and of other tabs, and from then on keeps what is worth coming back to. */
export async function keepWork(
  { get, set, services }: Context,
  keeper: Keeper,
  subscribe: (listener: () => void) => () => void,
): Promise<void> {
  const [found, otherTab] = await Promise.all([services.resume.find(), services.resume.otherTab()]);
  const snapshot = found && readSnapshot(found.content);
  set({ otherTab });
  if (found && snapshot && snapshot.photos.length > 0) {
    const { folder, savedAt } = found;
    // Computed as after going on, so that the number told now is the number then.
    const results = resultsOf(found.journal, snapshot.takenAway, () => true);
    const then = { ...get(), ...stateOf(snapshot, get(), results) };
    const [photos, labels] = [snapshot.photos.length, snapshot.labels.length];
    set({ earlier: { folder, savedAt, photos, labels, protected: counts(then).protected } });
  }
  subscribe(keeper.soon);
}
