import { normaliseLabel, sameFolder } from '../../core/label.ts';
import { isUnseen } from '../../core/labels/unseen.ts';
import type { Arrangement, Label, LabelId, LabelOutcome, OwnChoice } from '../model/labels.ts';
import type { PhotoId } from '../model/photos.ts';

/**
 * Photos, labels and which belongs to which, as values: every function takes an arrangement and gives another, so
 * that undo is a list of them.
 */

export const emptyArrangement: Arrangement = { order: [], labels: [], labelOf: new Map(), own: new Map() };

/** Number of label colours; later labels repeat them. */
const labelColours = 12;

/** The name under which photos without a label lie; no label may be called so. */
const unlabelledName = 'Unlabelled';

export interface Renamed {
  readonly arrangement: Arrangement;
  readonly outcome: LabelOutcome;
}

function nextColour(labels: readonly Label[]): number {
  const used = new Set(labels.map(label => label.colour));
  for (let colour = 0; colour < labelColours; colour++) if (!used.has(colour)) return colour;
  return labels.length % labelColours;
}

/** One more than the highest batch, so that labels that come later stand later. */
function nextBatch(labels: readonly Label[]): number {
  return labels.reduce((highest, label) => Math.max(highest, label.batch), -1) + 1;
}

/** The label that `name` means: the same text, or one that would be the same folder. */
function labelNamed(labels: readonly Label[], name: string): Label | undefined {
  return labels.find(label => label.name === name) ?? labels.find(label => sameFolder(label.name, name));
}

function refusal(name: string): LabelOutcome | null {
  if (name === '') return { kind: 'refused', reason: 'empty' };
  if (isUnseen(name)) return { kind: 'refused', reason: 'unseen' };
  if (sameFolder(name, unlabelledName)) return { kind: 'refused', reason: 'reserved' };
  return null;
}

function withLabel(arrangement: Arrangement, name: string, id: LabelId, batch: number): Arrangement {
  const label: Label = { id, name, colour: nextColour(arrangement.labels), batch };
  return { ...arrangement, labels: [...arrangement.labels, label] };
}

/**
 * Adds a label. One with exactly this name is taken as it is; one that would be the same folder refuses it.
 * `newId` is called only when a label is made.
 */
export function addLabel(arrangement: Arrangement, rawName: string, newId: () => LabelId): Renamed {
  const name = normaliseLabel(rawName);
  const refused = refusal(name);
  if (refused) return { arrangement, outcome: refused };
  const existing = labelNamed(arrangement.labels, name);
  if (existing?.name === name) return { arrangement, outcome: { kind: 'done', id: existing.id } };
  if (existing) return { arrangement, outcome: { kind: 'refused', reason: 'similar', other: existing.name } };
  const id = newId();
  return {
    arrangement: withLabel(arrangement, name, id, nextBatch(arrangement.labels)),
    outcome: { kind: 'done', id },
  };
}

/** Renames a label. Given the name of another label it merges the two, and the other's place and colour stay. */
export function renameLabel(arrangement: Arrangement, id: LabelId, rawName: string): Renamed {
  const name = normaliseLabel(rawName);
  const refused = refusal(name);
  if (refused) return { arrangement, outcome: refused };
  const others = arrangement.labels.filter(label => label.id !== id);
  const other = labelNamed(others, name);
  if (other && other.name !== name) {
    return { arrangement, outcome: { kind: 'refused', reason: 'similar', other: other.name } };
  }
  if (other) {
    const labelOf = new Map(arrangement.labelOf);
    for (const [photo, label] of labelOf) if (label === id) labelOf.set(photo, other.id);
    return {
      arrangement: { ...arrangement, labels: others, labelOf },
      outcome: { kind: 'merged', id: other.id },
    };
  }
  const labels = arrangement.labels.map(label => (label.id === id ? { ...label, name } : label));
  return { arrangement: { ...arrangement, labels }, outcome: { kind: 'done', id } };
}

/** Takes a label away; its photos become unlabelled. */
export function removeLabel(arrangement: Arrangement, id: LabelId): Arrangement {
  const labelOf = new Map([...arrangement.labelOf].filter(([, label]) => label !== id));
  return { ...arrangement, labels: arrangement.labels.filter(label => label.id !== id), labelOf };
}

/** Gives photos a label, or takes it from them with null. */
export function assign(
  arrangement: Arrangement,
  ids: readonly PhotoId[],
  label: LabelId | null,
): Arrangement {
  const labelOf = new Map(arrangement.labelOf);
  for (const id of ids) {
    if (label === null) labelOf.delete(id);
    else labelOf.set(id, label);
  }
  return { ...arrangement, labelOf };
}

export function removePhotos(arrangement: Arrangement, ids: readonly PhotoId[]): Arrangement {
  const gone = new Set(ids);
  return {
    ...arrangement,
    order: arrangement.order.filter(id => !gone.has(id)),
    labelOf: new Map([...arrangement.labelOf].filter(([id]) => !gone.has(id))),
    own: new Map([...arrangement.own].filter(([id]) => !gone.has(id))),
  };
}

/** Decides for single photos; null treats them as the set is. The same arrangement where that changes nothing. */
export function choose(
  arrangement: Arrangement,
  ids: readonly PhotoId[],
  choice: OwnChoice | null,
): Arrangement {
  if (ids.every(id => (arrangement.own.get(id) ?? null) === choice)) return arrangement;
  const own = new Map(arrangement.own);
  for (const id of ids) {
    if (choice === null) own.delete(id);
    else own.set(id, choice);
  }
  return { ...arrangement, own };
}

/** A photo to add, with the label that its folder proposes. */
export interface Arrival {
  readonly id: PhotoId;
  readonly labelName: string | null;
}

/** Adds photos at the end. Labels that are new among them share one batch; names that no label may have are ignored. */
export function addPhotos(
  arrangement: Arrangement,
  arrivals: readonly Arrival[],
  newId: () => LabelId,
): Arrangement {
  const next = labelled(arrangement, arrivals, newId);
  return { ...next, order: [...next.order, ...arrivals.map(arrival => arrival.id)] };
}

/** Gives photos that are there other labels, made if they are new; labels that nothing is left of go. */
export function relabel(
  arrangement: Arrangement,
  photos: readonly Arrival[],
  newId: () => LabelId,
): Arrangement {
  const next = labelled(arrangement, photos, newId);
  return withoutEmptied(
    arrangement,
    next,
    photos.map(({ id }) => id),
  );
}

/** `next` without the labels that these photos had in `before` and that nothing is left of. */
export function withoutEmptied(before: Arrangement, next: Arrangement, ids: readonly PhotoId[]): Arrangement {
  const left = new Set(ids.flatMap(id => before.labelOf.get(id) ?? []));
  const used = new Set(next.labelOf.values());
  return { ...next, labels: next.labels.filter(({ id }) => used.has(id) || !left.has(id)) };
}

function labelled(arrangement: Arrangement, arrivals: readonly Arrival[], newId: () => LabelId): Arrangement {
  const batch = nextBatch(arrangement.labels);
  const idByName = new Map<string, LabelId | null>();
  let next = arrangement;
  for (const { labelName } of arrivals) {
    if (labelName === null || idByName.has(labelName)) continue;
    const name = normaliseLabel(labelName);
    const existing = labelNamed(next.labels, name);
    if (existing) idByName.set(labelName, existing.id);
    else if (refusal(name)) idByName.set(labelName, null);
    else {
      const id = newId();
      next = withLabel(next, name, id, batch);
      idByName.set(labelName, id);
    }
  }
  const labelOf = new Map(next.labelOf);
  for (const { id, labelName } of arrivals) {
    const label = labelName === null ? null : idByName.get(labelName);
    if (label) labelOf.set(id, label);
  }
  return { ...next, labelOf };
}

/**
 * Puts labels first, in the order of `names`, each in a batch of its own, so that they stay in that order; the others
 * follow as they were. One that would be the same folder as a name takes that name; missing ones are made.
 */
export function labelsFirst(
  arrangement: Arrangement,
  names: readonly string[],
  newId: () => LabelId,
): Arrangement {
  let next = arrangement;
  for (const name of names) if (!labelNamed(next.labels, name)) next = withLabel(next, name, newId(), 0);
  const first = names.flatMap((name, batch): readonly Label[] => {
    const label = labelNamed(next.labels, name);
    return label ? [{ ...label, name, batch }] : [];
  });
  const moved = new Set(first.map(label => label.id));
  const others = next.labels
    .filter(label => !moved.has(label.id))
    .map(label => ({ ...label, batch: label.batch + names.length }));
  return { ...next, labels: [...first, ...others] };
}
