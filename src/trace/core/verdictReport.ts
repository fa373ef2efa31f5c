import { jsonFileVersion } from '../../core/jsonFile.ts';
import type { ProbeSheet } from './probeSheet.ts';
import type { Published, PublishedCheck } from './published.ts';
import type { Verdict } from './verdict.ts';

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
