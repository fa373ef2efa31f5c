import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One line of what `npm run test:browsers` found. */
export interface Row {
  readonly browser: string;
  readonly version: string;
  readonly engine: string;
  /** Where finished photos lay. */
  readonly storage: string;
  readonly ok: boolean;
  /** From the reference in float64, in levels. */
  readonly greatest: number;
  /** From opening the page to the saved zip. */
  readonly seconds: number;
}

const rows: Row[] = [];
const results = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), '.results');

/** Notes a line, in a file that the runner prints at the end. */
export function noteRow(row: Row): void {
  rows.push(row);
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'browsers.json'), JSON.stringify(rows, null, 1));
  writeFileSync(join(results, 'browsers.md'), table(rows));
}

function table(lines: readonly Row[]): string {
  const cells = lines.map(({ browser, version, engine, storage, ok, greatest, seconds }) => [
    browser,
    version,
    engine,
    storage,
    ok ? 'yes' : 'no',
    String(greatest),
    seconds.toFixed(1),
  ]);
  const head = [
    'browser',
    'version',
    'engine',
    'finished photos wait in',
    'main job',
    'levels apart at most',
    's',
  ];
  const line = (of: readonly string[]) => `| ${of.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...cells.map(line), ''].join('\n');
}
