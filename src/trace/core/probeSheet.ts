import * as v from 'valibot';
import { jsonFileVersion, type Read, readJsonFile } from '../../core/jsonFile.ts';

/**
 * The probe sheet: the private file that says which probe is which. It holds no key, no filter and no name of a file of
 * the owner's; the decoys follow from claim and seed (probeDecoys.ts).
 */

const format = 'keyveil-probes';

/** Of one probe. `plain`: the photo as it is, for all labels; else under a label's own filter or one of its decoys. */
type ProbeFilter = 'plain' | 'own' | number;

export interface ProbeFile {
  /** In the zip; says nothing. */
  readonly name: string;
  /** Number of the photo, from 0. */
  readonly photo: number;
  /** Place in the sheet's `labels`; null for a plain one. */
  readonly label: number | null;
  readonly filter: ProbeFilter;
}

export type ProbeShape = 'square' | 'whole';
export type ProbeType = 'image/png' | 'image/jpeg';

export interface ProbeSheet {
  /** Of the receipt that the filters belong to. */
  readonly commitment: string;
  readonly keyCheck: string;
  /** Those asked for, in the receipt's order. */
  readonly labels: readonly string[];
  /** Decoys a label; photos shown under all of them; and how many of them each other photo is shown under. */
  readonly decoys: number;
  readonly rankPhotos: number;
  readonly each: number;
  /** Of everything that was drawn, names apart. */
  readonly seed: string;
  /** Short side in pixels. */
  readonly side: number;
  readonly shape: ProbeShape;
  readonly type: ProbeType;
  readonly files: readonly ProbeFile[];
}

/** The sheet as the text of its file. */
export function probeSheetText(sheet: ProbeSheet): string {
  const { files, ...head } = sheet;
  // A line a probe: there may be a hundred thousand.
  const lines = files.map(({ name, photo, label, filter }) => JSON.stringify({ name, photo, label, filter }));
  const start = JSON.stringify({ format, version: jsonFileVersion, ...head }, null, 1);
  return `${start.slice(0, -2)},\n "files": [\n${lines.join(',\n')}\n ]\n}\n`;
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const oneOrMore = v.pipe(v.number(), v.integer(), v.minValue(1));

const schema = v.object({
  format: v.string(),
  version: v.literal(jsonFileVersion),
  commitment: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  keyCheck: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  labels: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty()),
  decoys: oneOrMore,
  rankPhotos: oneOrMore,
  each: oneOrMore,
  seed: v.string(),
  side: oneOrMore,
  shape: v.picklist(['square', 'whole']),
  type: v.picklist(['image/png', 'image/jpeg']),
  files: v.array(
    v.object({
      name: v.pipe(v.string(), v.nonEmpty()),
      photo: whole,
      label: v.nullable(whole),
      filter: v.union([v.picklist(['plain', 'own']), whole]),
    }),
  ),
});

/** Reads a sheet. No name may stand there twice, and every probe must be one that the sheet speaks of. */
export function parseProbeSheet(text: string): Read<ProbeSheet> {
  const read = readJsonFile(text, format, schema);
  if (read.kind === 'refused') return read;
  const { format: _, version: __, ...sheet } = read.value;
  const wrong = firstWrong(sheet);
  return wrong === null ? { kind: 'read', value: sheet } : { kind: 'refused', reason: 'damaged', at: wrong };
}

function firstWrong({ labels, decoys, files }: ProbeSheet): string | null {
  const names = new Set<string>();
  const places = new Set<string>();
  for (const [i, { name, photo, label, filter }] of files.entries()) {
    if (names.has(name)) return `files.${i}.name`;
    names.add(name);
    if ((label === null) !== (filter === 'plain')) return `files.${i}.label`;
    if (label !== null && label >= labels.length) return `files.${i}.label`;
    if (typeof filter === 'number' && filter >= decoys) return `files.${i}.filter`;
    const place = `${photo}/${label}/${filter}`;
    if (places.has(place)) return `files.${i}.filter`;
    places.add(place);
  }
  return null;
}
