import { parseReceipt, type Receipt, receiptText } from '../../core/receipt.ts';
import type { Photo, PhotoId, Result } from '../model/photos.ts';
import type { Reopened } from '../model/receipt.ts';
import type { KeyveilState } from '../model.ts';
import type { Snapshot } from './schemas.ts';

/**
 * The part of the state that outlives the page: photos by name, labels, settings. Neither the key nor any filter is
 * in it; finished photos come from the journal, and the photos' own files from the person.
 */

/** @param takenAway finished photos whose bytes were removed once they had been saved */
export function snapshotOf(s: KeyveilState, takenAway: readonly PhotoId[]): Snapshot {
  const { order, labels, labelOf, own } = s.arrangement;
  return {
    version: 1,
    photos: order.flatMap(photoId => {
      const known = s.photos.get(photoId);
      if (!known) return [];
      const { file: _, description: __, origin, ...rest } = known;
      // What it was dropped with is kept once for all photos, beside the snapshot.
      return [{ ...rest, origin: origin.kind === 'given' ? { kind: 'given' } : origin }];
    }),
    labels: [...labels],
    labelOf: [...labelOf],
    own: [...own],
    frozenLabels: s.frozenLabels && [...s.frozenLabels],
    dataset: s.dataset,
    settings: s.settings,
    output: { ...s.output },
    lastKeyCheck: s.lastKeyCheck,
    receiptSaved: s.receiptSaved,
    archiveSaved: s.archiveSaved,
    savedVolumes: [...s.savedVolumes],
    takenAway: [...takenAway],
    ...(s.reopened ? { reopened: keptReceipt(s.reopened) } : {}),
  };
}

/** Receipts are large and never change, so the text of the open one is made once. */
const texts = new WeakMap<Receipt, string>();

function keptReceipt({ name, receipt, before }: Reopened): NonNullable<Snapshot['reopened']> {
  const text = texts.get(receipt) ?? receiptText(receipt);
  texts.set(receipt, text);
  return { name, text, before: [...before].map(([photo, file]) => [photo, file.path]) };
}

/** The receipt that was open; its commitment is checked anew once the key is there. */
function reopenedOf(kept: Snapshot['reopened']): Reopened | null {
  const read = kept && parseReceipt(kept.text);
  if (read?.kind !== 'read') return null;
  const files = new Map(read.value.files.map(file => [file.path, file]));
  const before = kept?.before.flatMap(([photo, path]) => {
    const file = files.get(path);
    return file ? [[photo, file] as const] : [];
  });
  return { name: kept?.name ?? '', receipt: read.value, genuine: null, before: new Map(before) };
}

/** The state that a snapshot and the journal's results describe. */
export function stateOf(
  snapshot: Snapshot,
  fallback: KeyveilState,
  results: ReadonlyMap<PhotoId, Result>,
): Partial<KeyveilState> {
  const { photos, labels, labelOf, own, frozenLabels, dataset, settings: chosen, lastKeyCheck } = snapshot;
  return {
    photos: new Map(photos.map((kept): [PhotoId, Photo] => [kept.id, { ...kept, file: null }])),
    arrangement: { order: photos.map(kept => kept.id), labels, labelOf: new Map(labelOf), own: new Map(own) },
    frozenLabels,
    reopened: reopenedOf(snapshot.reopened),
    dataset,
    settings: chosen,
    // Whoever comes back finds what was there; nothing is proposed over it.
    settingsBy: { kind: 'person' },
    // What a later version added to the settings keeps its default.
    output: { ...fallback.output, ...snapshot.output },
    lastKeyCheck,
    results,
    receiptSaved: snapshot.receiptSaved,
    archiveSaved: snapshot.archiveSaved,
    savedVolumes: new Set(snapshot.savedVolumes),
  };
}
