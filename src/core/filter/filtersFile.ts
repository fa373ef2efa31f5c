import * as v from 'valibot';
import { castFromRows, castRows } from '../cast/cast.ts';
import type { LabelImprint } from '../imprint.ts';
import { type Read, readJsonFile } from '../jsonFile.ts';
import {
  castEntries,
  cudaEntries,
  newestReceipt,
  originEntries,
  type Receipt,
  receiptVersion,
  settingsFields,
  settingsOf,
  veilEntries,
} from '../receipt.ts';
import { filterFromRows, rowsOf } from './filter.ts';

/**
 * The filters file (design, section 5): secret, made only when asked, so that other programs can apply the filters
 * and, with `cast`, the casts. Whoever has it can undo the protection of every label in it.
 */

const format = 'keyveil-filters';

/** Stands first in the file, for whoever opens it and wonders. */
const warning =
  'Private. Whoever has these filters can undo the protection of your photos. Do not upload this with them or share it.';

export interface FiltersFile extends Pick<Receipt, 'dataset' | 'keyCheck' | 'settings'> {
  /** In the order of the file; programs must not rely on it, since many readers of JSON do not keep it. */
  readonly imprints: readonly LabelImprint[];
}

/** The file's text: one line a label, in order. */
export function filtersText(file: FiltersFile): string {
  const { dataset, keyCheck, settings } = file;
  const head = {
    private: warning,
    format,
    version: receiptVersion(settings),
    dataset,
    keyCheck,
    ...settingsFields(settings),
  };
  const fields = Object.entries(head).map(
    ([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  const filters = file.imprints.map(({ label, filter }) => [label, rowsOf(filter)] as const);
  const casts = file.imprints.flatMap(({ label, cast }) =>
    cast === null ? [] : [[label, castRows(cast)] as const],
  );
  const parts = [byLabelText('filters', filters)];
  if (settings.method === 'cast') parts.push(byLabelText('casts', casts));
  return `{\n${[...fields, ...parts].join(',\n')}\n}\n`;
}

/** By hand, because an object would move labels such as "10" to the front. */
function byLabelText(name: string, rows: readonly (readonly [label: string, rows: number[][]])[]): string {
  const lines = rows.map(([label, value]) => `  ${JSON.stringify(label)}: ${JSON.stringify(value)}`);
  return ` "${name}": {\n${lines.join(',\n')}\n }`;
}

const rows = v.array(v.array(v.number()));
// Not `v.record`, which leaves out names such as "constructor"; a label may be called that.
const byLabel = v.custom<Readonly<Record<string, unknown>>>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const schema = v.variant('method', [
  v.object({ ...originEntries, ...castEntries, filters: byLabel, casts: byLabel }),
  v.object({ ...originEntries, ...veilEntries, filters: byLabel }),
  v.object({ ...originEntries, ...cudaEntries, filters: byLabel }),
]);

/**
 * Reads a filters file. Every filter must be a square of the stated size with usable weights, and with `cast` every
 * label must have a cast.
 */
export function parseFilters(text: string): Read<FiltersFile> {
  const read = readJsonFile(text, format, schema, newestReceipt);
  if (read.kind === 'refused') return read;
  const fields = read.value;
  const settings = settingsOf(fields);
  if (settings === null) return { kind: 'refused', reason: 'damaged', at: 'veilSize' };
  const kernelSize = fields.method === 'cast' ? 3 : fields.kernelSize;
  const imprints: LabelImprint[] = [];
  for (const [label, value] of Object.entries(fields.filters)) {
    const filter = fromRows(value, filterFromRows);
    if (filter?.size !== kernelSize) return { kind: 'refused', reason: 'damaged', at: `filters.${label}` };
    const cast = fields.method === 'cast' ? fromRows(ownValue(fields.casts, label), castFromRows) : null;
    if (fields.method === 'cast' && cast === null) {
      return { kind: 'refused', reason: 'damaged', at: `casts.${label}` };
    }
    imprints.push({ label, filter, cast });
  }
  return { kind: 'read', value: { dataset: fields.dataset, keyCheck: fields.keyCheck, settings, imprints } };
}

function fromRows<T>(value: unknown, make: (rows: readonly (readonly number[])[]) => T | null): T | null {
  const parsed = v.safeParse(rows, value);
  return parsed.success ? make(parsed.output) : null;
}

/** A label may be called "constructor". */
function ownValue(values: Readonly<Record<string, unknown>>, label: string): unknown {
  return Object.hasOwn(values, label) ? values[label] : undefined;
}
