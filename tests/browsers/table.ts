import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../fixtures/places.ts';

/** The tables that `npm run test:browsers` prints at its end, in this order; docs/browsers.md shows them as printed. */
const titles = [
  'The main job, 15 PNGs',
  'What a browser has',
  'Other formats and views',
  'Without a network',
  'Firefox against fingerprinting',
] as const;

type Title = (typeof titles)[number];

/** A line: what stands under each head, in the order of the heads. */
type Row = Readonly<Record<string, string>>;

const results = join(root, '.results');
const rows = new Map<Title, Row[]>();

/** Adds a line to a table. The lines of one table have the same heads and come from one test file. */
export function noteRow(title: Title, row: Row): void {
  const lines = [...(rows.get(title) ?? []), row];
  rows.set(title, lines);
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, `browsers-${titles.indexOf(title)}.md`), `${title}\n\n${markdown(lines)}`);
}

/** Since `performance.now()` gave `begun`, in seconds. */
export const secondsSince = (begun: number): string => ((performance.now() - begun) / 1000).toFixed(1);

function markdown(lines: readonly Row[]): string {
  const heads = Object.keys(lines[0] ?? {});
  const line = (of: readonly string[]) => `| ${of.join(' | ')} |\n`;
  const cells = lines.map(row => line(heads.map(head => row[head] ?? '–')));
  return line(heads) + line(heads.map(() => '---')) + cells.join('');
}
