import * as v from 'valibot';

/**
 * The door for what an earlier visit kept: a snapshot, and lines of the journal. Whatever a later version adds is
 * optional, or nobody could go on with what an earlier one kept.
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
const snapshot = v.object({
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

export type Snapshot = v.InferOutput<typeof snapshot>;

/** A snapshot as it was kept; null when it is none, or of a version that is not known. */
export function readSnapshot(content: unknown): Snapshot | null {
  const parsed = v.safeParse(snapshot, content);
  return parsed.success ? parsed.output : null;
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
export type Line = v.InferOutput<typeof line>;

/** A line of the journal; null when it is none. */
export function readLine(content: unknown): Line | null {
  const parsed = v.safeParse(line, content);
  return parsed.success ? parsed.output : null;
}
