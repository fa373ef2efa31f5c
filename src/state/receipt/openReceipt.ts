import type { Receipt, ReceiptFile } from '../../core/receipt.ts';
import type { ReceiptOutcome } from '../actions.ts';
import type { Context } from '../context.ts';
import { arranged } from '../labels/arranged.ts';
import { labelsFirst, removePhotos } from '../labels/arrangement.ts';
import { emptyHistory } from '../labels/history.ts';
import type { LeftOut } from '../model/intake.ts';
import { onlyLeftOut } from '../model/intake.ts';
import type { Arrangement } from '../model/labels.ts';
import type { PhotoId } from '../model/photos.ts';
import type { KeyveilState } from '../model.ts';
import { labelOfPhoto } from '../queries/labels.ts';
import { anyProtected, closeReceipt, isRunning } from './closeReceipt.ts';
import { type ReceiptRead, readReceiptFile } from './readReceiptFile.ts';
import { recognise } from './recognise.ts';

/** Opening a receipt, so that more photos can be added to its dataset. */

/** A file that is a receipt by its name. */
export function isReceipt(file: File): boolean {
  return /\.keyveil(?: ?\(\d+\))?\.json$/i.test(file.name);
}

/**
 * Opens a receipt. Must not run beside an addition of photos: both look at what is there.
 *
 * @param setDataset derives the key anew for the receipt's dataset
 */
export async function openReceipt(
  context: Context,
  setDataset: (dataset: string) => void,
  file: File,
): Promise<ReceiptOutcome> {
  const read = await readReceipt(context, file);
  if (read.kind === 'refused') {
    context.set({ receiptTrouble: { name: file.name, reason: read.reason } });
    return read;
  }
  const { receipt } = read;
  if (context.get().reopened) closeReceipt(context);
  const s = context.get();
  // Labels without a photo are tombstones: they keep their place in the order and need none in the list.
  const alive = new Set(receipt.files.map(({ label }) => label));
  const arrangement = labelsFirst(
    s.arrangement,
    receipt.labels.filter(label => alive.has(label)),
    () => context.newId('label-'),
  );
  context.set({
    // Undo ends here, because earlier steps know nothing of the receipt's labels.
    ...arranged(s, { arrangement, history: emptyHistory }),
    reopened: { name: file.name, receipt, genuine: null, before: new Map() },
    receiptTrouble: null,
    frozenLabels: receipt.labels,
    settings: receipt.settings,
    settingsBy: { kind: 'person' },
    made: null,
  });
  setDataset(receipt.dataset);
  await recogniseHere(context, receipt);
  return { kind: 'opened' };
}

async function readReceipt(
  { get }: Context,
  file: File,
): Promise<ReceiptRead | Extract<ReceiptOutcome, { kind: 'refused' }>> {
  if (isRunning(get())) return { kind: 'refused', reason: 'running' };
  if (anyProtected(get())) return { kind: 'refused', reason: 'work-here' };
  return readReceiptFile(file);
}

/** Photos that were on the page before the receipt was. */
async function recogniseHere(context: Context, receipt: Receipt): Promise<void> {
  const { services, get, set } = context;
  const ids = get().arrangement.order.filter(id => get().photos.get(id)?.file);
  if (ids.length === 0) return;
  const files = ids.flatMap(id => get().photos.get(id)?.file ?? []);
  const labelOf = (index: number) => labelOfPhoto(get(), ids[index] ?? '')?.name ?? null;
  const known = await recognise(files, labelOf, receipt, {
    digests: services.previews.digests,
    onProgress: read => set({ intake: { kind: 'reading', found: files.length, read } }),
  });
  const results = ids.filter((_, index) => known[index]?.kind === 'result');
  const before = new Map<PhotoId, ReceiptFile>();
  ids.forEach((id, index) => {
    const one = known[index];
    if (one?.kind === 'source') before.set(id, one.file);
  });
  const s = get();
  const leftOut = results.map(
    (id): LeftOut => ({
      reason: 'already-protected',
      path: s.photos.get(id)?.path ?? '',
    }),
  );
  const arrangement = removePhotos(underLabelsOf(before, s.arrangement), results);
  set({
    ...arranged(s, { arrangement, history: emptyHistory }),
    ...markBefore(s, before),
    intake: leftOut.length > 0 ? onlyLeftOut(leftOut) : { kind: 'none' },
  });
}

/** Gives photos that were protected before the label that they had then. */
function underLabelsOf(before: ReadonlyMap<PhotoId, ReceiptFile>, arrangement: Arrangement): Arrangement {
  if (before.size === 0) return arrangement;
  const ids = new Map(arrangement.labels.map(label => [label.name, label.id]));
  const labelOf = new Map(arrangement.labelOf);
  for (const [photo, file] of before) {
    const label = ids.get(file.label);
    if (label !== undefined) labelOf.set(photo, label);
  }
  return { ...arrangement, labelOf };
}

/** Notes photos as protected before by the open receipt. */
export function markBefore(
  s: KeyveilState,
  before: ReadonlyMap<PhotoId, ReceiptFile>,
): Pick<KeyveilState, 'reopened'> {
  if (!s.reopened || before.size === 0) return { reopened: s.reopened };
  return { reopened: { ...s.reopened, before: new Map([...s.reopened.before, ...before]) } };
}
