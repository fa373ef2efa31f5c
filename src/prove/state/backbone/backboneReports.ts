import { version } from '../../../../package.json';
import { cleanSegment } from '../../../core/archive/names.ts';
import type { MethodSettings } from '../../../core/settings.ts';
import { number, text } from '../../../locales/text.ts';
import { type Markup, markup } from '../../../report/markup.ts';
import { factList, minuteOf, pointList, reportPage, reportSection } from '../../../report/reportPage.ts';
import { type BackboneFinding, backboneFigures } from '../../core/backbone/backbone.ts';
import { type BackboneReport, writeBackboneReport } from '../../core/backbone/backboneReport.ts';
import type { LabBasis } from '../labModel.ts';
import type { ReportOrigin } from '../labReports.ts';
import { backboneVerdict, columnText, shareText } from './backboneWords.ts';

/** What came of a network as files. Fetched when one is saved. */

export function backboneReportOf(
  finding: BackboneFinding,
  { dataset, settings }: { readonly dataset: LabBasis['dataset']; readonly settings: MethodSettings },
  dealing: BackboneReport['dealing'],
  { when, machine, commit }: ReportOrigin,
): BackboneReport {
  const iso = new Date(when).toISOString();
  return { when: iso, app: version, machine, commit, dataset, dealing, settings, finding };
}

/** Named after the dataset, so that it lies beside its archive. */
export function backboneReportFile(
  report: BackboneReport,
  kind: 'html' | 'json',
): { readonly name: string; readonly blob: Blob } {
  const name = `${cleanSegment(report.dataset)}.backbone.${kind}`;
  const content = kind === 'html' ? backboneReportHtml(report) : writeBackboneReport(report);
  return {
    name,
    blob: new Blob([content], { type: kind === 'html' ? 'text/html' : 'application/json' }),
  };
}

/** For a reader who knows nothing of the app: the verdict, the figures, and how it was measured. */
function backboneReportHtml(report: BackboneReport): string {
  const { finding } = report;
  const verdict = backboneVerdict(finding);
  const main = markup`<p><strong>${verdict.sentence}</strong></p>
<p>${verdict.figures}</p>
<p>${verdict.meaning}</p>
${figuresTable(finding)}
${reportSection(text('backbone.details'), pointList([text('backbone.how.frozen'), text('backbone.how.ridge'), text('backbone.how.photos')]))}
${reportSection(text('backbone.report.settings'), factList(facts(report)))}`;
  return reportPage({
    title: text('backbone.report.title', { name: finding.model.name }),
    main,
    footer: [
      text('labReport.made', { when: minuteOf(report.when), version: report.app, machine: report.machine }),
    ],
  });
}

function figuresTable(finding: BackboneFinding): Markup {
  const { chance, entries } = backboneFigures(finding);
  const rows = entries.map(({ column, entry }, at) => {
    const kept = finding.columns[at]?.kept;
    return markup`<tr><th scope="row">${columnText(column)}</th><td>${shareText(entry)}</td>
<td>${kept ? text('backbone.percent', { n: number((100 * kept.right) / Math.max(1, kept.total), 1) }) : ''}</td></tr>`;
  });
  return markup`<div class="wide" tabindex="0"><table><thead><tr>
<th scope="col" class="word">${text('backbone.learntFrom')}</th><th scope="col">${text('backbone.right')}</th>
<th scope="col">${text('backbone.kept')}</th></tr></thead><tbody>${rows}</tbody></table></div>
<p class="soft">${text('backbone.chance', { n: number(100 * chance, 1) })}</p>`;
}

function facts({
  finding,
  dealing,
  dataset,
  commit,
}: BackboneReport): readonly (readonly [string, string])[] {
  const { input, counts } = finding;
  const sum = (list: readonly number[]) => number(list.reduce((all, count) => all + count, 0));
  const most = dealing.mostOfLabel === null ? text('labReport.set.most.all') : number(dealing.mostOfLabel);
  return [
    [
      text('backbone.layer'),
      text('backbone.layer.value', { name: finding.layer, n: number(finding.features) }),
    ],
    [text('models.side'), number(input.side)],
    [text('models.channels'), input.channels.toUpperCase()],
    [text('models.number.mean'), input.mean.map(value => number(value, 4)).join(', ')],
    [text('models.number.std'), input.std.map(value => number(value, 4)).join(', ')],
    [text('labReport.trainPhotos'), sum(counts.train)],
    [text('labReport.testPhotos'), sum(counts.test)],
    [text('labReport.set.holdOut'), text('backbone.percent', { n: number(100 * dealing.holdOut) })],
    [text('labReport.set.most'), most],
    [text('labReport.set.dealSeed'), dealing.seed],
    [text('labReport.made.dataset'), dataset],
    [text('labReport.made.commit'), commit ?? text('labReport.made.commitUnknown')],
  ];
}
