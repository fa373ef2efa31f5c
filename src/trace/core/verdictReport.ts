import * as v from 'valibot';
import { jsonFileVersion, type Read, readJsonFile } from '../../core/jsonFile.ts';
import type { ProbeSheet } from './probeSheet.ts';
import type { Published, PublishedCheck } from './published.ts';
import { type Verdict, verdictWords } from './verdict.ts';

/**
 * What came of asking a model, as a JSON file and as the data of the HTML report. It names labels and counts photos; it names
 * no file and holds neither key nor filter.
 */

const format = 'keyveil-verdict';

/** How the model was asked. */
export type AskedBy = 'csv' | 'tfjs' | 'onnx';

export interface VerdictReport {
  /** ISO 8601, UTC. */
  readonly when: string;
  /** Version of Keyveil. */
  readonly app: string;
  readonly askedBy: AskedBy;
  /** Of the receipt: what the filters were bound to beforehand; `sha256` null where the receipt was not at hand. */
  readonly receipt: { readonly commitment: string; readonly sha256: string | null };
  readonly published: PublishedCheck;
  readonly probes: Pick<ProbeSheet, 'decoys' | 'rankPhotos' | 'each' | 'seed' | 'side' | 'shape' | 'type'>;
  readonly verdict: Verdict;
}

export interface ReportFacts {
  readonly when: Date;
  readonly app: string;
  readonly askedBy: AskedBy;
  readonly published: Published | null;
  readonly check: PublishedCheck;
}

/** The report on a verdict. */
export function verdictReportOf(sheet: ProbeSheet, verdict: Verdict, facts: ReportFacts): VerdictReport {
  const { decoys, rankPhotos, each, seed, side, shape, type } = sheet;
  return {
    when: facts.when.toISOString(),
    app: facts.app,
    askedBy: facts.askedBy,
    receipt: { commitment: sheet.commitment, sha256: facts.published?.sha256 ?? null },
    published: facts.check,
    probes: { decoys, rankPhotos, each, seed, side, shape, type },
    verdict,
  };
}

/** The text of its file. Every number in it is finite. */
export function verdictReportText(report: VerdictReport): string {
  return `${JSON.stringify({ format, version: jsonFileVersion, ...report }, null, 1)}\n`;
}

/** Reads the text of a report; what it gives is what was written. */
export function parseVerdictReport(text: string): Read<VerdictReport> {
  const read = readJsonFile(text, format, schema);
  if (read.kind === 'refused') return read;
  const { format: _, version: __, ...report } = read.value;
  return { kind: 'read', value: report };
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const oneOrMore = v.pipe(v.number(), v.integer(), v.minValue(1));
const chance = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const word = v.picklist(verdictWords);
const said = v.pipe(
  v.object({ hits: count, shown: count }),
  v.check(({ hits, shown }) => hits <= shown),
);
const rank = v.object({ rank: oneOrMore, of: oneOrMore, p: chance });
const common = { rank, own: said, decoys: said, plain: said, paired: chance, word };

const schema = v.object({
  format: v.string(),
  version: v.literal(jsonFileVersion),
  when: v.pipe(v.string(), v.isoTimestamp()),
  app: v.string(),
  askedBy: v.picklist(['csv', 'tfjs', 'onnx']),
  receipt: v.object({ commitment: digest, sha256: v.nullable(digest) }),
  published: v.picklist(['none', 'same-file', 'same-filters', 'different']),
  probes: v.object({
    decoys: oneOrMore,
    rankPhotos: oneOrMore,
    each: oneOrMore,
    seed: v.string(),
    side: oneOrMore,
    shape: v.picklist(['square', 'whole']),
    type: v.picklist(['image/png', 'image/jpeg']),
  }),
  verdict: v.object({
    labels: v.array(
      v.object({
        ...common,
        label: v.string(),
        photos: count,
        pairedHolm: chance,
        rankPhotos: count,
        anyFilter: v.boolean(),
        byDecoy: v.array(said),
      }),
    ),
    overall: v.object({ ...common, p: chance }),
    answered: count,
    probes: count,
  }),
});
