import type { ReceiptFile } from '../../core/receipt.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import type { Actions, ReceiptOutcome } from '../actions.ts';
import type { Context } from '../context.ts';
import type { InTurn } from '../inTurn.ts';
import type { GivenFile } from '../model/givenFile.ts';
import type { AskNames, LeftOut } from '../model/intake.ts';
import { onlyLeftOut } from '../model/intake.ts';
import type { KeyveilState } from '../model.ts';
import { isKept, openKept } from '../receipt/openKept.ts';
import { isReceipt, openReceipt } from '../receipt/openReceipt.ts';
import { recognise } from '../receipt/recognise.ts';
import type { FoundPhoto, IntakeBefore, KnownPhoto } from '../services/intake.ts';
import { leftOutBy } from './leftOutBy.ts';
import { nameQuestions, QuestionDropped, type Subscribe } from './nameQuestion.ts';
import { giveBack } from './refind.ts';

type IntakeActions = Pick<
  Actions,
  'addFiles' | 'addSamplePhotos' | 'dismissIntake' | 'openReceipt' | 'answerNames'
>;

/**
 * Adds photos, and opens receipts that come with them. One addition after another, so that the second sees what the
 * first brought.
 *
 * @param additions what else must not run beside them goes through the same queue
 * @param subscribe to the state, to notice a question that went away
 * @param keys derives the key anew for another dataset, or from a key file
 */
export function intakeActions(
  context: Context,
  additions: InTurn,
  subscribe: Subscribe,
  keys: Pick<Actions, 'setDataset' | 'loadKeyFile'>,
): IntakeActions {
  const inTurn: InTurn = work =>
    additions(async () => {
      try {
        return await work();
      } catch (error) {
        // The page must not go on saying "reading".
        context.set({ intake: { kind: 'none' } });
        throw error;
      }
    });
  const questions = nameQuestions(context, subscribe);
  const open = (file: File) => openReceipt(context, keys.setDataset, file);
  const add = (files: Promise<readonly GivenFile[]>): Promise<void> => {
    context.set({ intake: { kind: 'reading', found: 0, read: 0 } });
    const added = inTurn(async () => {
      const given = await files;
      try {
        await take(given);
      } catch (error) {
        if (error instanceof QuestionDropped) throw error;
        const paths = given.map(({ path }) => path);
        const names = paths.flatMap(path => path.split('/'));
        const reason = leftOutBy(brokenBy(error, 'adding photos', names));
        context.set({ intake: onlyLeftOut(paths.map(path => ({ reason, path }))) });
      }
    });
    return added.catch(error => {
      if (!(error instanceof QuestionDropped)) throw error;
    });
  };
  /** The receipt first: the key is derived for its dataset. */
  const openBoth = async (file: File): Promise<ReceiptOutcome> => {
    const kept = await openKept(file);
    const opened = kept?.receipt ? await open(kept.receipt) : null;
    if (kept?.key) await keys.loadKeyFile(kept.key);
    if (kept === null) context.set({ receiptTrouble: { name: file.name, reason: 'damaged' } });
    return opened ?? { kind: 'refused', reason: kept === null ? 'damaged' : 'not-a-receipt' };
  };
  const take = async (given: readonly GivenFile[]): Promise<void> => {
    const kept = given.find(({ file }) => isKept(file));
    if (kept) await openBoth(kept.file);
    const receipt = kept ? undefined : given.find(({ file }) => isReceipt(file));
    // First of all, so that the photos that came with it are compared with it.
    if (receipt) await open(receipt.file);
    const photos = given.filter(one => one !== receipt && one !== kept);
    if (photos.length > 0 || !(receipt || kept)) await readInto(context, photos, questions.ask);
    else if (context.get().intake.kind === 'reading') context.set({ intake: { kind: 'none' } });
  };
  return {
    addFiles: files => add(Promise.resolve(files)),
    addSamplePhotos: async kind => {
      const { samplePhotos, drawSamples } = context.services.intake;
      const coming = kind === 'photographs' ? samplePhotos() : drawSamples();
      await add(coming.then(samples => ('kind' in samples ? [] : samples)));
      const samples = await coming;
      if (!('kind' in samples) && samples.length > 0) return;
      const reason = 'kind' in samples ? leftOutBy(samples) : 'noisy-canvas';
      context.set({ intake: onlyLeftOut([{ reason, path: 'sample photos' }]) });
    },
    openReceipt: file => inTurn(() => (isKept(file) ? openBoth(file) : open(file))),
    answerNames: questions.answer,
    dismissIntake: () => context.set({ intake: { kind: 'none' } }),
  };
}

/** Browsers hand out a folder's files in any order; people expect 2.jpg before 10.jpg, and folders together. */
const paths = new Intl.Collator('en', { numeric: true });
const byPath = (a: FoundPhoto, b: FoundPhoto) => paths.compare(a.path, b.path);

/** What is on the page now, for noticing the same photo again, and folders of one name. */
function beforeOf({ arrangement, photos, reopened }: KeyveilState): IntakeBefore {
  const names = new Map(arrangement.labels.map(({ id, name }) => [id, name]));
  const known = arrangement.order.flatMap((id): KnownPhoto[] => {
    const photo = photos.get(id);
    const labelName = names.get(arrangement.labelOf.get(id) ?? '') ?? null;
    return photo?.file ? [{ id, file: photo.file, path: photo.path, labelName }] : [];
  });
  return { photos: known, labels: reopened?.receipt.labels ?? [] };
}

async function readInto(context: Context, files: readonly GivenFile[], askNames: AskNames): Promise<void> {
  const { services, set } = context;
  const report = (total: number, read: number) => set({ intake: { kind: 'reading', found: total, read } });
  const found = await services.intake.read(files, beforeOf(context.get()), report, askNames);
  const { rest, refound } = await giveBack(context, found.photos);
  const { photos, leftOut, before } = await compare(context, [...rest].sort(byPath));
  const all = { ...found, photos, leftOut: [...found.leftOut, ...leftOut] };
  // Nobody needs it before there are photos.
  const { place } = await import('./place.ts');
  const { ids, intake } = place(context, all, before, refound);
  const s = context.get();
  set({
    intake,
    ...(s.selection.current === null && ids[0] ? { selection: { ...s.selection, current: ids[0] } } : {}),
  });
}

interface Compared {
  readonly photos: readonly FoundPhoto[];
  readonly leftOut: readonly LeftOut[];
  /** What the open receipt says of those that were protected before. */
  readonly before: ReadonlyMap<FoundPhoto, ReceiptFile>;
}

/**
 * With a receipt open: leaves out the protected photos that it lists, and recognises those that they were made from.
 */
async function compare({ services, get, set }: Context, found: readonly FoundPhoto[]): Promise<Compared> {
  const receipt = get().reopened?.receipt;
  if (!receipt) return { photos: found, leftOut: [], before: new Map() };
  const known = await recognise(
    found.map(({ file }) => file),
    index => found[index]?.labelName ?? null,
    receipt,
    {
      digests: services.previews.digests,
      onProgress: read => set({ intake: { kind: 'reading', found: found.length, read } }),
    },
  );
  const before = new Map<FoundPhoto, ReceiptFile>();
  const photos = found.flatMap((photo, index) => {
    const one = known[index];
    if (one?.kind === 'result') return [];
    if (one?.kind !== 'source') return [photo];
    const again = { ...photo, labelName: one.file.label };
    before.set(again, one.file);
    return [again];
  });
  const leftOut = found
    .filter((_, index) => known[index]?.kind === 'result')
    .map(({ path }): LeftOut => ({ reason: 'already-protected', path }));
  return { photos, leftOut, before };
}
