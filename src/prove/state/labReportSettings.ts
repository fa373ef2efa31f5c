import { list, number, text } from '../../locales/text.ts';
import { type Markup, markup } from '../../report/markup.ts';
import type { Regime } from '../core/experiment.ts';
import { type LabReport, type ReportedRun, veilSizeOf } from '../core/labReport.ts';
import { numbersOf } from '../core/labReportCsv.ts';

/** A setting's name and value. */
type Row = readonly [string, string];

/** Everything that was chosen: first for all runs, then for each, unless they share it. */
export function settingsSection(report: LabReport): Markup {
  const runs = report.runs.map(runRows);
  const [first = []] = runs;
  const isAlike = (row: Row) => runs.every(rows => rows.some(one => one.join('\n') === row.join('\n')));
  // What tells the runs of a table apart stands in the table.
  const inTable = report.runs.some(({ column }) => column !== null);
  const lists =
    inTable || first.every(isAlike)
      ? [listOf([...sharedRows(report), ...first.filter(isAlike)])]
      : [
          listOf(sharedRows(report)),
          ...runs.map((rows, i) => markup`<h3>${text('labReport.run')} ${number(i + 1)}</h3>${listOf(rows)}`),
        ];
  return markup`<section><h2>${text('labReport.settings')}</h2>${lists}</section>`;
}

function listOf(rows: readonly Row[]): Markup {
  return markup`<dl>${rows.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

function sharedRows(report: LabReport): readonly Row[] {
  const { settings, pictures, backend } = report;
  const strength = number(settings.strength, 4);
  const method = methodText(report, strength);
  const most = pictures.mostOfLabel === null ? text('labReport.set.most.all') : number(pictures.mostOfLabel);
  const rows: readonly Row[] = [
    [text('labReport.set.method'), method],
    [text('labReport.set.protectedAt'), text(`labReport.set.protectedAt.${pictures.protectedAt}`)],
    [text('labReport.set.side'), text('labReport.set.side.value', { n: number(pictures.side) })],
    [text('labReport.set.holdOut'), percent(pictures.holdOut)],
    [text('labReport.set.most'), most],
    [text('labReport.set.dealSeed'), pictures.seed],
  ];
  return backend ? [...rows, [text('labReport.set.backend'), text(`lab.backend.${backend}`)]] : rows;
}

function runRows({ experiment, end }: ReportedRun): readonly Row[] {
  const { model, regime, share, onlyLabels, epochs, batch, learningRate, seed } = experiment;
  const rows: readonly Row[] = [
    [text('labReport.set.model'), text(`lab.model.${model}`)],
    [text('labReport.set.regime'), regimeText(regime)],
    [text('labReport.set.share'), percent(share)],
    [text('labReport.set.only'), onlyLabels === null ? text('labReport.set.only.all') : list(onlyLabels)],
    [text('labReport.set.epochs'), number(epochs)],
    [text('labReport.set.batch'), number(batch)],
    [text('labReport.set.rate'), number(learningRate, 8)],
    [text('labReport.set.seed'), seed],
  ];
  if (end.kind !== 'trained') return rows;
  return [...rows, [text('labReport.set.weights'), number(end.result.parameters)]];
}

/** `JPEG compression (quality=10)` */
export function regimeText(regime: Regime): string {
  const named = text(`lab.regime.${regime.kind}`);
  const numbers = numbersOf(regime, value => number(value, 4));
  return numbers === '' ? named : `${named} (${numbers})`;
}

function percent(part: number): string {
  return text('labReport.percent', { n: number(100 * part, 1) });
}

function methodText(report: LabReport, strength: string): string {
  const { settings } = report;
  if (settings.method === 'cuda') {
    return text('labReport.set.cuda', { size: number(settings.kernelSize), strength });
  }
  if (report.runs.some(({ column }) => column !== null)) return text('labReport.set.byColumn');
  const size = veilSizeOf(report);
  if (settings.method === 'cast') {
    const level = number(settings.castLevel, 1);
    return size === null
      ? text('labReport.set.cast', { level })
      : text('labReport.set.castVeil', { level, size: number(size), strength });
  }
  return text('labReport.set.veil', { size: number(size ?? 0), strength });
}
