import { type ArchiveEntry, planVolumes, type Volume } from '../archive/volumes.ts';
import type { Filter } from '../core/filter/filter.ts';
import { compareCodePoints } from '../core/label.ts';
import { type Treatment, treatmentFor } from '../core/treatment.ts';
import { memoised } from './memo.ts';
import type { KeyveilState, Label, LabelId, PhotoId, PhotoStatus } from './model.ts';
import { isCurrent, isToDo, photoStatusBasis, photoStatusOf, tallyOf } from './run/photoStatus.ts';
import { outputPaths } from './run/recipes.ts';
import { receiptStanding } from './save/receiptStanding.ts';

/** What the page derives from the state. Every function here is pure; the costly ones remember their last answer. */

/** Labels in the order in which their filters are chosen: by batch, then by code point. */
export const orderedLabels = memoised(
  s => [s.arrangement.labels],
  (s): readonly Label[] =>
    [...s.arrangement.labels].sort((a, b) => a.batch - b.batch || compareCodePoints(a.name, b.name)),
);

const labelsById = memoised(
  s => [s.arrangement.labels],
  (s): ReadonlyMap<LabelId, Label> => new Map(s.arrangement.labels.map(label => [label.id, label])),
);

export function labelById(s: KeyveilState, id: LabelId): Label | null {
  return labelsById(s).get(id) ?? null;
}

/** The label of a photo, or null when it has none. */
export function labelOfPhoto(s: KeyveilState, id: PhotoId): Label | null {
  const label = s.arrangement.labelOf.get(id);
  return label === undefined ? null : labelById(s, label);
}

export const labelCounts = memoised(
  s => [s.arrangement],
  (s): ReadonlyMap<LabelId, number> => {
    const counted = new Map(s.arrangement.labels.map(label => [label.id, 0]));
    for (const label of s.arrangement.labelOf.values()) counted.set(label, (counted.get(label) ?? 0) + 1);
    return counted;
  },
);

export function photoStatus(s: KeyveilState, id: PhotoId): PhotoStatus {
  return s.working.has(id) ? 'working' : photoStatusOf(s, id);
}

export interface Counts {
  readonly photos: number;
  readonly labels: number;
  readonly labelled: number;
  readonly unlabelled: number;
  /** Those that were protected before, by the open receipt, among them. */
  readonly protected: number;
  /** Protected before, by the open receipt. */
  readonly before: number;
  readonly outdated: number;
  readonly failed: number;
  /** Labelled photos that a press on Protect would work on. */
  readonly pending: number;
  /** Labelled photos to protect whose files have to be found again first. */
  readonly missing: number;
}

const standing = (s: KeyveilState) => [...photoStatusBasis(s), s.results];

export const counts = memoised(
  s => [tallyOf(s), s.arrangement],
  (s): Counts => {
    const { counts, missing } = tallyOf(s);
    const photos = s.arrangement.order.length;
    return {
      photos,
      labels: s.arrangement.labels.length,
      labelled: photos - counts.unlabelled,
      unlabelled: counts.unlabelled,
      protected: counts.protected + counts.before,
      before: counts.before,
      outdated: counts.outdated,
      failed: counts.failed,
      pending: counts.waiting + counts.outdated - missing,
      missing,
    };
  },
);

/** Ids of photos that a run would work on, in order. */
export const pendingPhotos = memoised(standing, (s): readonly PhotoId[] =>
  s.arrangement.order.filter(id => isToDo(photoStatusOf(s, id)) && s.photos.get(id)?.file),
);

/** Ids of photos that failed, in order. */
export const failedPhotos = memoised(
  s => [tallyOf(s).failed, s.arrangement.order],
  (s): readonly PhotoId[] => {
    const { failed } = tallyOf(s);
    return failed.size === 0 ? [] : s.arrangement.order.filter(id => failed.has(id));
  },
);

const shown = memoised(
  s => [s.arrangement, s.filtered],
  ({ arrangement: { order, labelOf }, filtered }): readonly PhotoId[] => {
    if (filtered.kind === 'label') return order.filter(id => labelOf.get(id) === filtered.id);
    if (filtered.kind === 'unlabelled') return order.filter(id => !labelOf.has(id));
    return order;
  },
);

/** What the grid shows, in its order. */
export function visiblePhotos(s: KeyveilState): readonly PhotoId[] {
  return s.filtered.kind === 'failed' ? failedPhotos(s) : shown(s);
}

export type Warning =
  | { readonly kind: 'small-label'; readonly label: Label; readonly count: number }
  | { readonly kind: 'unlabelled'; readonly count: number };

/** Labels of fewer photos than this protect less when a model is trained on them alone (design, section 2). */
const smallLabel = 50;

export const warnings = memoised(
  s => [s.arrangement],
  (s): readonly Warning[] => {
    const counted = labelCounts(s);
    const small = orderedLabels(s).flatMap((label): Warning[] => {
      const count = counted.get(label.id) ?? 0;
      return count > 0 && count < smallLabel ? [{ kind: 'small-label', label, count }] : [];
    });
    const unlabelled = s.arrangement.order.length - s.arrangement.labelOf.size;
    return unlabelled > 0 ? [...small, { kind: 'unlabelled', count: unlabelled }] : small;
  },
);

export function filterOfLabel(s: KeyveilState, id: LabelId): Filter | null {
  const label = labelById(s, id);
  return (label && s.filters?.byName.get(label.name)) ?? null;
}

/** What would happen to a photo now; null without a label or a key. The same object as long as nothing changed. */
export function treatmentOf(s: KeyveilState, id: PhotoId): Treatment | null {
  const label = labelOfPhoto(s, id);
  return (label && treatments(s)?.get(label.name)) ?? null;
}

const treatments = memoised(
  s => [s.filters],
  ({ filters }): ReadonlyMap<string, Treatment> | null =>
    filters &&
    new Map([...filters.byName].map(([name, filter]) => [name, treatmentFor(filters.settings, filter)])),
);

/** Photos that are up to date and still in the browser, with their places in the archive. */
export const archiveEntries = memoised(standing, (s): readonly ArchiveEntry[] => {
  const paths = outputPaths(s);
  return s.arrangement.order.flatMap(id => {
    const result = s.results.get(id);
    const path = paths.get(id);
    if (result?.kind !== 'protected' || !result.kept || path === undefined || !isCurrent(s, id, result))
      return [];
    return [{ path, stored: result.photo.stored, bytes: result.photo.bytes }];
  });
});

/** The zips to download: the photos that are up to date, never any other. */
export const volumes = memoised(standing, (s): readonly Volume[] =>
  planVolumes(s.dataset, archiveEntries(s)),
);

/** Whether closing the page would lose work. */
export function unsaved(s: KeyveilState): boolean {
  if (s.run.kind === 'running' || s.run.kind === 'cancelling') return true;
  const { protected: done, before } = counts(s);
  return done > before && !(s.archiveSaved && s.receiptSaved);
}

export type Readiness =
  | 'ready'
  | 'no-photos'
  | 'no-labels'
  | 'no-key'
  | 'deriving'
  /** Photos are known from an earlier visit, but their files have to be given again. */
  | 'no-files'
  /** The open receipt was made with another key. */
  | 'receipt-other-key'
  /** The open receipt does not say what it said when it was written. */
  | 'receipt-changed'
  | 'nothing-to-do'
  | 'running';

/** Whether Protect can be pressed, and if not, what is missing. */
export function readyToProtect(s: KeyveilState): Readiness {
  if (s.run.kind === 'running' || s.run.kind === 'cancelling') return 'running';
  const { photos, labelled, pending, missing } = counts(s);
  if (photos === 0) return 'no-photos';
  if (labelled === 0) return 'no-labels';
  if (s.key.kind === 'deriving') return 'deriving';
  if (s.key.kind !== 'ready') return 'no-key';
  const receipt = receiptStanding(s);
  if (receipt === 'checking') return 'deriving';
  if (receipt === 'other-key' || receipt === 'changed') return `receipt-${receipt}`;
  if (pending > 0) return 'ready';
  return missing > 0 ? 'no-files' : 'nothing-to-do';
}
