import * as v from 'valibot';
import { jsonFileVersion, type Read, readJsonFile } from '../jsonFile.ts';
import {
  cudaEntries,
  type LabelFilter,
  originEntries,
  type Receipt,
  settingsFields,
  settingsOf,
  veilEntries,
} from '../receipt.ts';
import { filterFromRows, rowsOf } from './filter.ts';

/**
 * The filters file (design, section 5): secret, made only when asked, so that other programs can apply the filters.
 * Whoever has it can undo the protection of every label in it.
 */

const format = 'keyveil-filters';

/** Stands first in the file, for whoever opens it and wonders. */
const warning =
  'Private. Whoever has these filters can undo the protection of your photos. Do not upload this with them or share it.';

export interface FiltersFile extends Pick<Receipt, 'dataset' | 'keyCheck' | 'settings'> {
  /** In the order of the file; programs must not rely on it, since many readers of JSON do not keep it. */
  readonly filters: readonly LabelFilter[];
}

/** The file's text: one line a label, in order. */
export function filtersText(file: FiltersFile): string {
  const { dataset, keyCheck, settings } = file;
  const head = {
    private: warning,
    format,
    version: jsonFileVersion,
    dataset,
    keyCheck,
    ...settingsFields(settings),
  };
  // By hand, because an object would move labels such as "10" to the front.
  const lines = file.filters.map(
    ({ label, filter }) => `  ${JSON.stringify(label)}: ${JSON.stringify(rowsOf(filter))}`,
  );
  const fields = Object.entries(head).map(
    ([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{\n${fields.join(',\n')},\n "filters": {\n${lines.join(',\n')}\n }\n}\n`;
}

const rows = v.array(v.array(v.number()));
// Not `v.record`, which leaves out names such as "constructor"; a label may be called that.
const byLabel = v.custom<Readonly<Record<string, unknown>>>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const schema = v.variant('method', [
  v.object({ ...originEntries, ...veilEntries, filters: byLabel }),
  v.object({ ...originEntries, ...cudaEntries, filters: byLabel }),
]);

/** Reads a filters file. Every filter must be a square of the stated size with usable weights. */
export function parseFilters(text: string): Read<FiltersFile> {
  const read = readJsonFile(text, format, schema);
  if (read.kind === 'refused') return read;
  const { dataset, keyCheck, kernelSize } = read.value;
  const filters: LabelFilter[] = [];
  for (const [label, value] of Object.entries(read.value.filters)) {
    const parsed = v.safeParse(rows, value);
    const filter = parsed.success ? filterFromRows(parsed.output) : null;
    if (filter === null || filter.size !== kernelSize) {
      return { kind: 'refused', reason: 'damaged', at: `filters.${label}` };
    }
    filters.push({ label, filter });
  }
  return { kind: 'read', value: { dataset, keyCheck, settings: settingsOf(read.value), filters } };
}
