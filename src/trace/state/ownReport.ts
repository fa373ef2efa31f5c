import { version } from '../../../package.json';
import { cleanSegment } from '../../core/archive/names.ts';
import { type OwnReport, ownReportText, type ReportedPhoto } from '../core/ownReport.ts';
import { ownReportHtml } from './ownReportHtml.ts';
import type { OwnFinding, Recognised } from './traceOwn.ts';

/** The report on found photos, as files. Fetched when one is saved. */

export type OwnReportKind = 'html' | 'json';

export function ownReportOf({ opened, digests, outcome, decoys, seed, when }: OwnFinding): OwnReport {
  const { receipt, published } = opened;
  return {
    when: new Date(when).toISOString(),
    app: version,
    receipt: {
      commitment: receipt.commitment,
      keyCheck: receipt.keyCheck,
      sha256: published?.sha256 ?? null,
      labels: receipt.labels.length,
      photos: receipt.files.length,
    },
    settings: receipt.settings,
    decoys,
    seed,
    originals: outcome.originals,
    photos: outcome.rows.map((row, i) => reported(row, digests[i] ?? null)),
    groups: outcome.groups.map(({ group: _, ...group }) => group),
  };
}

/** Without the photo's name. */
function reported(row: Recognised['rows'][number], sha256: string | null): ReportedPhoto {
  switch (row.kind) {
    case 'failed':
      return { sha256, listed: null, result: { kind: row.kind } };
    case 'untested':
      return { sha256, listed: row.listed, result: { kind: row.kind } };
    case 'blind': {
      const { kind, label, p, words, alone } = row;
      return { sha256, listed: row.listed, result: { kind, label, p, words, alone } };
    }
    case 'with-original': {
      const { kind, label, p, words, alone, likeness, unfiltered } = row;
      const result = { kind, label, p, words, alone, likeness, unfiltered };
      return { sha256, listed: row.listed, result };
    }
  }
}

/** The file that a report is saved as. */
export function ownReportFile(
  finding: OwnFinding,
  kind: OwnReportKind,
): { readonly name: string; readonly blob: Blob } {
  const report = ownReportOf(finding);
  const name = `${cleanSegment(finding.opened.receipt.dataset)}.found.${kind}`;
  return kind === 'html'
    ? { name, blob: new Blob([ownReportHtml(report)], { type: 'text/html' }) }
    : { name, blob: new Blob([ownReportText(report)], { type: 'application/json' }) };
}
