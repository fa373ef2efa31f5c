import { castRows } from '../cast/cast.ts';
import type { LabelImprint } from '../imprint.ts';
import { type Receipt, receiptVersion, settingsFields } from '../receipt.ts';
import { rowsOf } from './filter.ts';

/**
 * The filters file (docs/method.md): secret, made only when asked, so that other programs can apply the filters
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
