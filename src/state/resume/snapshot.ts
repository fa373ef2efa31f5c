import * as v from 'valibot';
import { parseReceipt, type Receipt, receiptText } from '../../core/receipt.ts';
import type { ProtectedPhoto } from '../../pipeline/job.ts';
import type { Photo, PhotoId, Result } from '../model/photos.ts';
import type { Reopened } from '../model/receipt.ts';
import type { KeyveilState } from '../model.ts';

/**
 * The part of the state that outlives the page: photos by name, labels, settings. Neither the key nor any filter is
 * in it; finished photos come from the journal, and the photos' own files from the person.
 */

const id = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const storedFile = v.object({
  kind: v.literal('file'),
  folder: v.string(),
  name: v.string(),
  slice: v.exactOptional(v.object({ from: count, bytes: count })),
});
const stored = v.variant('kind', [
  storedFile,
  v.object({ kind: v.literal('memory'), blob: v.instance(Blob) }),
]);
const origin = v.variant('kind', [
  v.object({ kind: v.literal('given') }),
  v.object({ kind: v.literal('stored'), stored }),
  v.object({ kind: v.literal('sample') }),
]);
const photo = v.object({
  id,
  name: v.string(),
  path: v.string(),
  bytes: count,
  type: v.picklist([
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/avif',
    'image/gif',
    'image/bmp',
    'image/heic',
    'image/jxl',
    'image/tiff',
    'image/x-raw',
  ]),
  width: count,
  height: count,
  origin,
});
const settings = v.variant('method', [
  v.object({
    method: v.literal('cast'),
    castLevel: v.number(),
    strength: v.number(),
    veilSize: v.nullable(v.number()),
  }),
  v.object({ method: v.literal('veil'), veilSize: v.number(), strength: v.number() }),
  v.object({ method: v.literal('cuda'), kernelSize: v.number(), strength: v.number() }),
]);
const schema = v.object({
  version: v.literal(1),
  photos: v.array(photo),
  labels: v.array(v.object({ id, name: v.string(), colour: count, batch: count })),
  labelOf: v.array(v.tuple([id, id])),
  // Added later; older snapshots lack it.
  own: v.optional(v.array(v.tuple([id, v.picklist(['left-out'])])), []),
  frozenLabels: v.nullable(v.array(v.string())),
  dataset: v.string(),
  settings,
  output: v.looseObject({
    format: v.picklist(['same', 'jpeg', 'png', 'webp']),
    jpegQuality: v.number(),
    webpQuality: v.number(),
    // Added later; older snapshots lack it.
    optOut: v.exactOptional(v.boolean()),
    rights: v.exactOptional(v.string()),
    keepDateAndCopyright: v.exactOptional(v.boolean()),
    longSide: v.exactOptional(v.nullable(v.number())),
    plainNames: v.exactOptional(v.boolean()),
  }),
  lastKeyCheck: v.nullable(v.string()),
  receiptSaved: v.boolean(),
  archiveSaved: v.boolean(),
  savedVolumes: v.array(v.string()),
  // Added later; older snapshots lack it.
  takenAway: v.optional(v.array(id), []),
  reopened: v.exactOptional(
    v.object({ name: v.string(), text: v.string(), before: v.array(v.tuple([id, v.string()])) }),
  ),
});

export type Snapshot = v.InferOutput<typeof schema>;

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

/** A snapshot as it was kept; null when it is none, or of a version that is not known. */
export function readSnapshot(content: unknown): Snapshot | null {
  const parsed = v.safeParse(schema, content);
  return parsed.success ? parsed.output : null;
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

const line = v.object({
  recipe: v.string(),
  // Added later; older snapshots lack it.
  at: v.optional(count, 0),
  photo: v.object({
    kind: v.literal('protected'),
    id,
    stored: storedFile,
    bytes: count,
    sha256: v.string(),
    sourceSha256: v.string(),
    width: count,
    height: count,
    peak: v.nullable(v.number()),
    notes: v.array(v.looseObject({ kind: v.string() })),
  }),
});

/** A line, and when it was written, to put it in order among those of other workers. */
type Line = v.InferOutput<typeof line>;

/**
 * What a journal's lines say of each photo that is finished. One that was protected anew stands there several times, and
 * the last of those whose bytes are there counts: it is what the page showed.
 *
 * @param takenAway photos that count although their bytes are gone, because they were saved
 * @param whole whether a photo's bytes are there; a half-written file never counts
 */
export function resultsOf(
  lines: readonly unknown[],
  takenAway: readonly PhotoId[],
  whole: (photo: ProtectedPhoto) => boolean,
): ReadonlyMap<PhotoId, Result> {
  const results = new Map<PhotoId, Result>();
  const gone = new Set(takenAway);
  for (const { recipe, photo: made } of linesInOrder(lines)) {
    // Notes were said when the photo was made; a later version may know others.
    const known: ProtectedPhoto = { ...made, notes: [] };
    const kept = whole(known);
    if (kept || gone.has(known.id)) results.set(known.id, { kind: 'protected', recipe, photo: known, kept });
  }
  return results;
}

function linesInOrder(lines: readonly unknown[]): readonly Line[] {
  return lines
    .flatMap((each): Line[] => {
      const parsed = v.safeParse(line, each);
      return parsed.success ? [parsed.output] : [];
    })
    .sort((a, b) => a.at - b.at);
}
