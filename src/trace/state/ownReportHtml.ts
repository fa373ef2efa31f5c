import { number, text } from '../../locales/text.ts';
import { type Markup, markup } from '../../report/markup.ts';
import { factList, minuteOf, pointList, reportPage, reportSection } from '../../report/reportPage.ts';
import type { OwnReport, ReportedMark, ReportedPhoto } from '../core/ownReport.ts';
import { chanceText, markText, settingsText, spokeText } from './ownWords.ts';

/** The report as one HTML file that needs nothing else: no script, no request, light and dark. */
export function ownReportHtml(report: OwnReport): string {
  const title = text('ownReport.title');
  const { receipt, decoys, photos, originals } = report;
  const facts: readonly (readonly [string, string])[] = [
    [text('ownReport.when'), `${minuteOf(report.when)} UTC`],
    [text('ownReport.commitment'), receipt.commitment],
    [text('ownReport.sha256'), receipt.sha256 ?? text('ownReport.sha256.none')],
    [text('ownReport.keyCheck'), receipt.keyCheck],
    [
      text('ownReport.receipt'),
      text('ownReport.receipt.holds', { photos: number(receipt.photos), labels: number(receipt.labels) }),
    ],
    [text('ownReport.settings'), settingsText(report.settings)],
    [text('ownReport.decoys'), text('ownReport.decoys.how', { decoys: number(decoys), seed: report.seed })],
    [text('ownReport.originals'), number(originals)],
  ];
  const limits = [
    text('trace.own.limit.p'),
    text('trace.own.limit.none'),
    text('trace.own.limit.who'),
    text('ownReport.limit.date'),
  ];
  const main = markup`<p>${text('ownReport.what')}</p>
<p>${text('ownReport.how', { decoys: number(decoys), all: number(decoys + 1) })}</p>
<section>
<h2>${text('ownReport.photos')}</h2>
<p>${chanceText(photos.length)}</p>
<div class="wide"><table>
<thead><tr><th>${text('trace.own.number')}</th><th class="word">${text('trace.own.label')}</th><th>${text('trace.own.p')}</th>
<th class="word">${text('trace.own.meaning')}</th><th class="word">SHA-256</th></tr></thead>
<tbody>
${photos.map(photoRow)}
</tbody>
</table></div>
${groupsSection(report)}
</section>
${reportSection(text('ownReport.limits'), pointList(limits))}
${reportSection(text('ownReport.basis'), factList(facts))}`;
  return reportPage({ title, main, footer: [text('ownReport.made', { version: report.app })] });
}

function photoRow(photo: ReportedPhoto, i: number): Markup {
  const { result, listed, sha256 } = photo;
  const tested = result.kind === 'blind' || result.kind === 'with-original';
  const label = (tested ? result.label : null) ?? listed ?? '–';
  return markup`<tr><td>${number(i + 1)}</td><td class="word">${label}</td>
<td>${tested ? number(result.p, 3, 3) : '–'}</td><td class="word">${markText(photo)}${spoken(tested ? result : null)}</td><td class="word">${sha256 ?? '–'}</td></tr>
`;
}

/** Which evidence gave the sign, after a line break. */
function spoken(mark: ReportedMark | null): Markup | string {
  const words = mark && spokeText(mark);
  return words ? markup`<br><small>${words}</small>` : '';
}

function groupsSection({ groups }: OwnReport): Markup | string {
  if (groups.length === 0) return '';
  const rows = groups.map(
    ({ photos, label, p, words, alone }, i) => markup`<tr><td>${number(i + 1)}</td><td>${number(photos)}</td>
<td class="word">${label ?? '–'}</td><td>${number(p, 3, 3)}</td><td class="word">${text(`trace.own.sign.${words}`)}${spoken({ label, p, words, alone })}</td></tr>
`,
  );
  return markup`<h3>${text('trace.own.groups')}</h3>
<p>${text('trace.own.groups.what')}</p>
<div class="wide"><table>
<thead><tr><th>${text('trace.own.number')}</th><th>${text('ownReport.photos')}</th><th class="word">${text('trace.own.label')}</th>
<th>${text('trace.own.p')}</th><th class="word">${text('trace.own.meaning')}</th></tr></thead>
<tbody>
${rows}
</tbody>
</table></div>`;
}
