import * as v from 'valibot';
import { isArchivePath } from './archive/names.ts';
import { type Cast, isCastLevel } from './cast/cast.ts';
import type { Filter } from './filter/filter.ts';
import { isKernelSize, isStrength, isVeilStrength } from './filter/filter.ts';
import type { LabelImprint } from './imprint.ts';
import { type Read, readJsonFile } from './jsonFile.ts';
import { hex } from './key/key.ts';
import type { MethodSettings } from './settings.ts';

/**
 * The receipt (docs/method.md): the private file that goes with an archive. With the key it proves which filters
 * the photos carry; without the key it gives none of them away.
 */

const format = 'keyveil-receipt';

/** Stands first in the file, for whoever opens it and wonders; readers pass over it, as over all that they do not know. */
export const receiptWarning =
  'Private. This lists your photos by their names and shows that they are yours. Keep it with your key; do not upload it with the photos.';

/** One protected photo. Hashes are lower-case hex SHA-256. */
export interface ReceiptFile {
  /** In the archive. */
  readonly path: string;
  readonly sha256: string;
  readonly sourceSha256: string;
  /** Name as given. */
  readonly source: string;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** `cuda` only: what the photo was divided by; 0 for an all-black one, which stayed as it was. */
  readonly peak?: number | undefined;
}

export interface Receipt {
  readonly dataset: string;
  readonly keyCheck: string;
  readonly commitment: string;
  readonly settings: MethodSettings;
  /** In frozen order, tombstones included. */
  readonly labels: readonly string[];
  readonly files: readonly ReceiptFile[];
}

/**
 * Binds the receipt to filters and casts without showing them: hex SHA-256 over, for each label in order, the label, a
 * line feed; with `cast` its 21 numbers with 9 decimals joined by spaces, a line feed; its weights in rows likewise,
 * and a line feed.
 *
 * `labels` are exactly the receipt's, in its order: tombstones count too. What their photos would carry follows from the
 * key like all others, and later labels' were chosen with them in mind; so whoever holds key and receipt can recompute it.
 */
export async function commitment(labels: readonly LabelImprint[]): Promise<string> {
  const text = labels.map(imprintText).join('');
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function imprintText({ label, filter, cast }: LabelImprint): string {
  const lines = cast === null ? [filter.weights] : [cast, filter.weights];
  return [label, ...lines.map(numbersText)].map(line => `${line}\n`).join('');
}

function numbersText(numbers: Filter['weights'] | Cast): string {
  return numbers.map(number => number.toFixed(9)).join(' ');
}

/** The version of receipt and filters file that goes with a method: 2 for `cast`, 1 for those before it. */
export function receiptVersion({ method }: Pick<MethodSettings, 'method'>): 1 | 2 {
  return method === 'cast' ? 2 : 1;
}

/**
 * The settings as receipt and filters file name them. Version 1: `method`, `strength`, `kernelSize` and, for `veil`,
 * `veilSize`; version 2: `method`, `castLevel`, `strength` and, where there is a veil, `veilSize`.
 */
export function settingsFields(settings: MethodSettings) {
  const { method, strength } = settings;
  if (method === 'cast') {
    const { castLevel, veilSize } = settings;
    return { method, castLevel, strength, ...(veilSize === null ? {} : { veilSize }) };
  }
  return method === 'veil'
    ? { method, strength, kernelSize: 3, veilSize: settings.veilSize }
    : { method, strength, kernelSize: settings.kernelSize };
}

/** The receipt as the text of its file, fields in the order of docs/method.md behind a word of warning. */
export function receiptText(receipt: Receipt): string {
  const { dataset, keyCheck, labels } = receipt;
  const withPeak = receipt.settings.method === 'cuda';
  const files = receipt.files.map(file => {
    const { path, sha256, sourceSha256, source, label, width, height, peak } = file;
    const all = { path, sha256, sourceSha256, source, label, width, height };
    return withPeak ? { ...all, peak: peak ?? 0 } : all;
  });
  const content = {
    private: receiptWarning,
    format,
    version: receiptVersion(receipt.settings),
    dataset,
    keyCheck,
    commitment: receipt.commitment,
    ...settingsFields(receipt.settings),
    labels,
    files,
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const pixels = v.pipe(v.number(), v.integer(), v.minValue(1));
const strength = v.pipe(v.number(), v.check(isStrength));
const fileEntries = {
  path: v.pipe(v.string(), v.nonEmpty()),
  sha256: digest,
  sourceSha256: digest,
  source: v.string(),
  label: v.string(),
  width: pixels,
  height: pixels,
};

/** The settings of each method with the version that it came with, checked; spread into the schema below. */
const castEntries = {
  version: v.literal(2),
  method: v.literal('cast'),
  castLevel: v.pipe(v.number(), v.check(isCastLevel)),
  strength: v.pipe(v.number(), v.check(isVeilStrength)),
  veilSize: v.exactOptional(pixels),
};
const veilEntries = {
  version: v.literal(1),
  method: v.literal('veil'),
  strength,
  kernelSize: v.literal(3),
  veilSize: pixels,
};
const cudaEntries = {
  version: v.literal(1),
  method: v.literal('cuda'),
  strength,
  kernelSize: v.pipe(v.number(), v.check(isKernelSize)),
};

/** What every file of one dataset says about itself. */
const originEntries = {
  format: v.string(),
  dataset: v.string(),
  keyCheck: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
};

const labelList = v.pipe(
  v.array(v.pipe(v.string(), v.nonEmpty())),
  v.check(labels => new Set(labels).size === labels.length),
);
const receiptEntries = { ...originEntries, commitment: digest, labels: labelList };

const schema = v.variant('method', [
  v.object({ ...receiptEntries, ...castEntries, files: v.array(v.object(fileEntries)) }),
  v.object({ ...receiptEntries, ...veilEntries, files: v.array(v.object(fileEntries)) }),
  v.object({
    ...receiptEntries,
    ...cudaEntries,
    files: v.array(v.object({ ...fileEntries, peak: v.pipe(v.number(), v.finite(), v.minValue(0)) })),
  }),
]);

/**
 * Reads a receipt file. Every file's label must be in `labels`, no path may stand there twice, and none may lead out of the
 * archive's folders: photos that are added later are put beside those that the receipt lists.
 */
export function parseReceipt(text: string): Read<Receipt> {
  const read = readJsonFile(text, format, schema, newestReceipt);
  if (read.kind === 'refused') return read;
  const { dataset, keyCheck, labels, files } = read.value;
  const settings = settingsOf(read.value);
  if (settings === null) return { kind: 'refused', reason: 'damaged', at: 'veilSize' };
  const wrong = firstWrongFile(labels, files);
  if (wrong !== null) return { kind: 'refused', reason: 'damaged', at: wrong };
  return {
    kind: 'read',
    value: { dataset, keyCheck, commitment: read.value.commitment, settings, labels, files },
  };
}

function firstWrongFile(labels: readonly string[], files: readonly ReceiptFile[]): string | null {
  const known = new Set(labels);
  const paths = new Set<string>();
  for (const [i, file] of files.entries()) {
    if (!known.has(file.label)) return `files.${i}.label`;
    if (paths.has(file.path) || !isArchivePath(file.path)) return `files.${i}.path`;
    paths.add(file.path);
  }
  return null;
}

/** The greatest version that is read. */
const newestReceipt = 2;

/** The settings that checked fields stand for; null where a `cast` with a veil does not say its size, or one without does. */
function settingsOf(
  fields:
    | v.InferOutput<v.ObjectSchema<typeof castEntries, undefined>>
    | v.InferOutput<v.ObjectSchema<typeof veilEntries, undefined>>
    | v.InferOutput<v.ObjectSchema<typeof cudaEntries, undefined>>,
): MethodSettings | null {
  if (fields.method === 'cast') {
    const { method, castLevel, strength, veilSize = null } = fields;
    return (strength === 0) === (veilSize === null) ? { method, castLevel, strength, veilSize } : null;
  }
  return fields.method === 'veil'
    ? { method: 'veil', veilSize: fields.veilSize, strength: fields.strength }
    : { method: 'cuda', kernelSize: fields.kernelSize, strength: fields.strength };
}
