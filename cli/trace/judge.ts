import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { labelsOfClasses } from '../../src/trace/core/classNames.ts';
import type { ProbeSheet } from '../../src/trace/core/probeSheet.ts';
import { checkPublished, publishedOf } from '../../src/trace/core/published.ts';
import { verdictOf } from '../../src/trace/core/verdict.ts';
import { type AskedBy, verdictReportOf, verdictReportText } from '../../src/trace/core/verdictReport.ts';
import type { Home } from '../home.ts';
import { bytesOf, exists, textOf } from '../terminal/files.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { printVerdict } from './printVerdict.ts';

export interface Case {
  readonly sheet: ProbeSheet;
  /** The class said for each probe, by its name. */
  readonly said: ReadonlyMap<string, string>;
  readonly askedBy: AskedBy;
  /** `class=label`, where names differ. */
  readonly map: readonly string[];
  readonly receipt: string | null;
  /** A file or a text that holds the numbers published beforehand. */
  readonly published: string | null;
  readonly out: string;
}

/** Says what the answers show, and writes the report. */
export async function judge(given: Case, terminal: Terminal, home: Home): Promise<void> {
  const { sheet } = given;
  const judged = verdictOf(sheet, placesSaid(given, terminal));
  printVerdict(judged, terminal);
  const own = given.receipt === null ? null : await publishedOf(bytesOf(given.receipt));
  const published = own?.kind === 'read' ? own.value : null;
  const check = published ? checkPublished(published, evidence(given.published ?? '')) : 'none';
  if (published && published.commitment !== sheet.commitment)
    terminal.say('The receipt is not the one that these probes were made with.');
  if (check !== 'none') terminal.print(`Published beforehand: ${check}.`);
  const out = resolve(given.out);
  mkdirSync(out, { recursive: true });
  const path = join(out, 'verdict.json');
  const facts = { when: new Date(), app: home.version, askedBy: given.askedBy, published, check };
  writeFileSync(path, verdictReportText(verdictReportOf(sheet, judged, facts)));
  terminal.print(`\nReport: ${path}`);
}

const evidence = (given: string): string => (given !== '' && exists(given) ? textOf(given) : given);

/** The label that each answer stands for, by its place; null for another class. */
function placesSaid({ sheet, said, map }: Case, terminal: Terminal): ReadonlyMap<string, number | null> {
  const mapped = new Map(map.map(pair => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)]));
  const classes = [...new Set(said.values())];
  const places = labelsOfClasses(
    classes.map(name => mapped.get(name) ?? name),
    sheet.labels,
  );
  const placeOf = new Map(classes.map((name, at) => [name, places[at] ?? null]));
  const unmapped = sheet.labels.filter((_, at) => !places.includes(at));
  if (unmapped.length > 0) terminal.say(`Never said: ${unmapped.join(', ')}. If names differ, see --map.`);
  return new Map([...said].map(([name, label]) => [name, placeOf.get(label) ?? null]));
}
