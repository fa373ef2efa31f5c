import { number, remarks, text } from '../../locales/text.ts';
import { type Markup, markup } from '../../report/markup.ts';

/** Curves and bars of the report as SVG. */

interface Line {
  readonly name: string;
  readonly look: 'one' | 'two';
  /** One an epoch. */
  readonly values: readonly number[];
}

export interface Chart {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Value at the top; 0 is at the bottom. */
  readonly top: number;
  /** What a value is called at the side. */
  readonly valueText: (value: number) => string;
  /** A level to hold the lines against. */
  readonly chance: number | null;
}

/** In units of the drawing; the page scales it. */
const frame = { left: 44, top: 8, width: 420, height: 170 } as const;
const full = { width: frame.left + frame.width + 8, height: frame.top + frame.height + 24 } as const;
const right = frame.left + frame.width;

/** Curves over epochs, with a key below. */
export function chartOf(chart: Chart): Markup {
  const { title, lines, top, valueText, chance } = chart;
  const epochs = Math.max(1, ...lines.map(({ values }) => values.length));
  const height = (value: number) => round(frame.top + frame.height * (1 - Math.min(1, value / top)));
  const ticks = [0, top / 2, top].map(
    value => markup`<line class="axis" x1="${frame.left}" x2="${right}" y1="${height(value)}" y2="${height(value)}"/>
<text x="${frame.left - 6}" y="${height(value) + 4}" text-anchor="end">${valueText(value)}</text>`,
  );
  const curves = lines.map(
    ({ look, values }) =>
      markup`<polyline class="line ${look}" points="${pointsOf(values, epochs, height).join(' ')}"/>`,
  );
  const level =
    chance === null
      ? []
      : [
          markup`<line class="chance" x1="${frame.left}" x2="${right}" y1="${height(chance)}" y2="${height(chance)}"/>`,
        ];
  const below = frame.top + frame.height + 18;
  return markup`<figure><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${full.width} ${full.height}" role="img" aria-label="${summaryOf(chart)}">
${ticks}${level}${curves}
<text x="${frame.left}" y="${below}">${text('labReport.epoch', { n: number(1) })}</text>
<text x="${right}" y="${below}" text-anchor="end">${text('labReport.epoch', { n: number(epochs) })}</text>
</svg>${keyOf(lines, chance !== null)}</figure>`;
}

/** Where the values lie; a single one is drawn as a level line. */
function pointsOf(values: readonly number[], epochs: number, height: (value: number) => number): string[] {
  const across = (at: number) => round(frame.left + (epochs === 1 ? 0 : (frame.width * at) / (epochs - 1)));
  const points = values.map((value, at) => `${across(at)},${height(value)}`);
  const [only] = values;
  return only !== undefined && values.length === 1 ? [...points, `${right},${height(only)}`] : points;
}

/** The chart in words: where each line ends. */
function summaryOf({ title, lines, valueText, chance }: Chart): string {
  const ends = lines.flatMap(({ name, values }) => {
    const last = values.at(-1);
    return last === undefined ? [] : [pair(name, valueText(last))];
  });
  const level = chance === null ? [] : [pair(text('labReport.line.chance'), valueText(chance))];
  return pair(title, remarks([...ends, ...level]));
}

const pair = (name: string, value: string): string => text('common.pair', { name, value });

function keyOf(lines: readonly Line[], chance: boolean): Markup {
  const sample = (look: string) =>
    markup`<svg viewBox="0 0 28 8" aria-hidden="true"><line class="line ${look}" x1="0" x2="28" y1="4" y2="4"/></svg>`;
  const entries = lines.map(({ name, look }) => markup`<li>${sample(look)}${name}</li>`);
  const level = chance ? [markup`<li>${sample('chance')}${text('labReport.line.chance')}</li>`] : [];
  return markup`<ul class="key">${entries}${level}</ul>`;
}

/** A bar for a part from 0 to 1. */
export function barOf(part: number): Markup {
  const width = round(200 * part);
  return markup`<svg viewBox="0 0 200 10" aria-hidden="true"><rect class="groove" width="200" height="10" rx="3"/><rect class="fill" width="${width}" height="10" rx="3"/></svg>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
