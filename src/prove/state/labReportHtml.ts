import { number, text } from '../../locales/text.ts';
import { type Markup, markup } from '../../report/markup.ts';
import { minuteOf, reportPage } from '../../report/reportPage.ts';
import { accuracy, chance, recall, saidNext } from '../core/confusion.ts';
import type { Answers, Experiment } from '../core/experiment.ts';
import { historyOf, type LabReport, type ReportedRun, type RunEnd } from '../core/labReport.ts';
import { entryOf } from '../core/labTable.ts';
import { barOf, chartOf } from './labReportCharts.ts';
import { regimeText, settingsSection } from './labReportSettings.ts';
import { entryText, tableSection } from './labReportTable.ts';

/**
 * The report as one HTML file that needs nothing else: no script, no request, light and dark. For a reader who knows
 * nothing of the app.
 */
export function reportHtml(report: LabReport): string {
  const title = text('labReport.title');
  const main = markup`${introduction(report)}
${tableSection(report)}
${runsSection(report)}
${report.runs.map((run, i) => (run.column === null ? runSection(report, run, i + 1) : markup``))}
${photosSection(report)}
${settingsSection(report)}
${madeSection(report)}
${repeatSection(report)}`;
  return reportPage({
    title,
    main,
    footer: [
      text('labReport.made', { when: minuteOf(report.when), version: report.app, machine: report.machine }),
      text('labReport.private'),
    ],
  });
}

function percent(part: number): string {
  return text('labReport.percent', { n: number(100 * part, 1) });
}

function sumOf(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0);
}

/** By the test photos, 0 to 1. */
function chanceOf({ counts }: LabReport): number {
  return chance({ confusion: counts.test.map(count => [count]) });
}

function introduction(report: LabReport): Markup {
  const { labels, train, test } = report.counts;
  const counts = {
    labels: number(labels.length),
    train: number(sumOf(train)),
    test: number(sumOf(test)),
  };
  return markup`<p>${text('labReport.what')}</p>
<p>${text('labReport.how', counts)}</p>
<p>${text('labReport.chance', { chance: number(100 * chanceOf(report), 1) })}</p>`;
}

function runsSection({ runs }: LabReport): Markup {
  const heads = ['accuracy', 'own', 'other', 'taken'] as const;
  const rows = runs.map(({ experiment, end, column }, i) => {
    const cells = resultCells(end).map(cell => markup`<td>${cell}</td>`);
    return markup`<tr><td>${number(i + 1)}</td>
<th scope="row">${learntText(experiment, column)}</th>${cells}
<td class="word">${howText(experiment)}</td><td class="word">${outcomeText(end)}</td></tr>`;
  });
  const common = runs.some(({ experiment }) => experiment.training === 'common')
    ? [markup`<p>${text('labReport.learnt.common.what')}</p>`]
    : [];
  return markup`<section><h2>${text('labReport.runs')}</h2>
<div class="wide" tabindex="0"><table><thead><tr><th scope="col">${text('labReport.run')}</th>
<th scope="col" class="word">${text('labReport.learnt')}</th>
${heads.map(head => markup`<th scope="col">${text(`labReport.${head}`)}</th>`)}
<th scope="col" class="word">${text('labReport.method')}</th>
<th scope="col" class="word">${text('labReport.outcome')}</th></tr></thead>
<tbody>${rows}</tbody></table></div>
<p>${text('labReport.controls.what')}</p>${common}</section>`;
}

/** Accuracy on clean photos, under the own filter, under another's, and how often that other label was named. */
function resultCells(end: RunEnd): readonly string[] {
  if (end.kind !== 'trained') return new Array<string>(4).fill(text('labReport.none'));
  const { clean, own, other } = end.result;
  const entry = entryOf([clean]);
  return [
    entry ? entryText(entry) : text('labReport.none'),
    ...[accuracy(own), accuracy(other), saidNext(other)].map(percent),
  ];
}

function learntText({ training }: Experiment, column: ReportedRun['column']): string {
  const learnt = text(`labReport.learnt.${training}`);
  return column === null || column === 'clean'
    ? learnt
    : text('common.pair', { name: learnt, value: text(`labReport.column.${column}`) });
}

function howText({ model, regime }: Experiment): string {
  return text('labReport.method.value', { model: text(`lab.model.${model}`), regime: regimeText(regime) });
}

function outcomeText(end: RunEnd): string {
  switch (end.kind) {
    case 'trained':
      return text('labReport.outcome.trained', { seconds: number(end.result.seconds) });
    case 'diverged':
      return text('labReport.outcome.diverged', { epoch: number(end.epoch) });
    default:
      return text(`labReport.outcome.${end.kind}`);
  }
}

function runSection(report: LabReport, { experiment, end }: ReportedRun, n: number): Markup {
  const learnt = text(`labReport.learnt.${experiment.training}`);
  const results = end.kind === 'trained' ? [answersPart(report.counts.labels, end.result.clean)] : [];
  return markup`<section><h2>${text('labReport.section', { n: number(n), learnt })}</h2>
${curvesPart(report, end)}${results}</section>`;
}

function curvesPart(report: LabReport, end: RunEnd): Markup {
  const history = historyOf(end);
  if (history.length === 0) return markup`<p>${outcomeText(end)}</p>`;
  const losses = history.map(({ loss }) => loss);
  const loss = chartOf({
    title: text('labReport.loss'),
    lines: [{ name: text('labReport.line.loss'), look: 'one', values: losses }],
    top: Math.max(...losses, 0.001),
    valueText: value => number(value, 2),
    chance: null,
  });
  const accuracies = chartOf({
    title: text('labReport.accuracies'),
    lines: [
      {
        name: text('labReport.line.test'),
        look: 'one',
        values: history.map(({ testAccuracy }) => testAccuracy),
      },
      {
        name: text('labReport.line.train'),
        look: 'two',
        values: history.map(({ trainAccuracy }) => trainAccuracy),
      },
    ],
    top: 1,
    valueText: percent,
    chance: chanceOf(report),
  });
  return markup`<div class="charts">${accuracies}${loss}</div>`;
}

function answersPart(labels: readonly string[], answers: Answers): Markup {
  const recalls = recall(answers);
  const bars = labels.map(
    (label, at) => markup`<tr><th scope="row">${label}</th><td class="bar">${barOf(recalls[at] ?? 0)}</td>
<td>${percent(recalls[at] ?? 0)}</td></tr>`,
  );
  const rows = answers.confusion.map((row, right) => {
    const total = Math.max(1, sumOf(row));
    const cells = row.map(
      count => markup`<td class="heat-${Math.round((10 * count) / total)}">${number(count)}</td>`,
    );
    return markup`<tr><th scope="row">${labels[right] ?? ''}</th>${cells}</tr>`;
  });
  return markup`<h3>${text('labReport.recall')}</h3>
<div class="wide" tabindex="0"><table><tbody>${bars}</tbody></table></div>
<h3>${text('labReport.confusion')}</h3>
<div class="wide" tabindex="0"><table><caption>${text('labReport.confusion.what')}</caption>
<thead><tr><td></td>${labels.map(label => markup`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function photosSection({ counts: { labels, train, test } }: LabReport): Markup {
  const rows = labels.map(
    (label, at) => markup`<tr><th scope="row">${label}</th>
<td>${number(train[at] ?? 0)}</td><td>${number(test[at] ?? 0)}</td></tr>`,
  );
  return markup`<section><h2>${text('labReport.photos')}</h2><div class="wide" tabindex="0"><table>
<thead><tr><th scope="col" class="word">${text('labReport.label')}</th>
<th scope="col">${text('labReport.trainPhotos')}</th><th scope="col">${text('labReport.testPhotos')}</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}

/** What tells that a repetition is of the same: sources, dataset and pictures. */
function madeSection({ commit, dataset, runs }: LabReport): Markup {
  const distinct = [...new Map(runs.map(({ hashes }) => [hashes.protected, hashes])).values()];
  const rows = [
    [text('labReport.made.commit'), commit ?? text('labReport.made.commitUnknown')],
    [text('labReport.made.dataset'), dataset],
    ...distinct.flatMap(hashes =>
      (['clean', 'protected', 'test'] as const).map(kind => [text(`labReport.made.${kind}`), hashes[kind]]),
    ),
  ];
  const entries = rows.map(([name, value]) => markup`<dt>${name ?? ''}</dt><dd>${value ?? ''}</dd>`);
  return markup`<section><h2>${text('labReport.made.title')}</h2><dl>${entries}</dl></section>`;
}

function repeatSection({ app }: LabReport): Markup {
  const steps = (['photos', 'key', 'settings', 'command', 'same'] as const).map(
    step => markup`<li>${text(`labReport.repeat.${step}`, { version: app })}</li>`,
  );
  return markup`<section><h2>${text('labReport.repeat')}</h2><ol>${steps}</ol></section>`;
}
