import { number, sentences, text } from '../../locales/text.ts';
import { markup } from '../../report/markup.ts';
import { factList, minuteOf, pointList, reportPage, reportSection } from '../../report/reportPage.ts';
import type { VerdictReport } from '../core/verdictReport.ts';
import { anyFilterText, chanceOfText, saidText, verdictLimits } from './verdictWords.ts';

/** The report as one HTML file that needs nothing else: no script, no request, light and dark. */
export function verdictHtml(report: VerdictReport): string {
  const title = text('verdictReport.title');
  const { verdict, probes, receipt } = report;
  const { overall } = verdict;
  const facts: readonly (readonly [string, string])[] = [
    [text('ownReport.when'), `${minuteOf(report.when)} UTC`],
    [text('ownReport.commitment'), receipt.commitment],
    [text('ownReport.sha256'), receipt.sha256 ?? text('ownReport.sha256.none')],
    [text('verdictReport.published'), text(`trace.model.published.${report.published}`)],
    [
      text('verdictReport.probes'),
      text('verdictReport.probes.how', {
        answered: number(verdict.answered),
        all: number(verdict.probes),
        side: number(probes.side),
      }),
    ],
    [
      text('verdictReport.decoys'),
      text('verdictReport.decoys.how', {
        decoys: number(probes.decoys),
        photos: number(probes.rankPhotos),
        each: number(probes.each),
        seed: probes.seed,
      }),
    ],
  ];
  const main = markup`<p><b>${text(`trace.model.word.${overall.word}`)}</b></p>
<p>${text('verdictReport.what')}</p>
<p>${sentences([text('trace.model.paired.what', { p: chanceOfText(overall.paired) }), text('trace.model.rank.what', { p: chanceOfText(overall.rank.p), rank: number(overall.rank.rank), of: number(overall.rank.of) })])}</p>
<section>
<h2>${text('trace.model.labels')}</h2>
<div class="wide"><table>
<thead><tr><th class="word">${text('trace.own.label')}</th><th>${text('trace.model.own')}</th><th>${text('trace.model.decoys')}</th><th>${text('trace.model.plain')}</th>
<th>${text('trace.model.paired')}</th><th>${text('trace.model.rank')}</th><th class="word">${text('trace.own.meaning')}</th></tr></thead>
<tbody>
${verdict.labels.map(
  one => markup`<tr><td class="word">${one.label}</td><td>${saidText(one.own)}</td><td>${saidText(one.decoys)}</td><td>${saidText(one.plain)}</td>
<td>${chanceOfText(one.pairedHolm)}</td><td>${text('trace.model.rankOf', { rank: number(one.rank.rank), of: number(one.rank.of) })}</td><td class="word">${text(`trace.model.sign.${one.word}`)}</td></tr>
`,
)}
</tbody>
</table></div>
<p>${anyFilterText(verdict) ?? ''}</p>
</section>
${reportSection(text('ownReport.limits'), pointList(verdictLimits.map(limit => text(limit))))}
${reportSection(text('ownReport.basis'), factList(facts))}`;
  return reportPage({ title, main, footer: [text('ownReport.made', { version: report.app })] });
}
