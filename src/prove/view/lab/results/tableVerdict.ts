import { list, sentences, text } from '../../../../locales/text.ts';
import type { LabTable, TableColumn } from '../../../core/labTable.ts';
import { percentText } from '../words.ts';

/** What a table came to in a sentence or two; null before a preset was held against any training. */
export function tableVerdictOf({ rows, foot }: LabTable, columns: readonly TableColumn[]): string | null {
  const presets = columns.filter(column => column !== 'clean');
  const plain = rows.find(({ regime }) => regime.kind === 'plain');
  const clean = plain?.entries.clean;
  const named = (of: (column: TableColumn) => number | undefined) =>
    presets.flatMap(column => {
      const value = of(column);
      return value === undefined
        ? []
        : [text('lab.table.left', { column: text(`lab.column.${column}`), value: percentText(value) })];
    });
  const plainly = named(column => plain?.entries[column]?.mean);
  const worst = named(column => foot[column]?.worst);
  if (plainly.length + worst.length === 0) return null;
  return sentences([
    plainly.length > 0 &&
      (clean
        ? text('lab.table.verdict.plain', { left: list(plainly), clean: percentText(clean.mean) })
        : text('lab.table.verdict.plainAlone', { left: list(plainly) })),
    worst.length > 0 && text('lab.table.verdict.worst', { left: list(worst) }),
  ]);
}
