// Has to be evaluated before uPlot.
import './namedLanguage.ts';
import uPlot from 'uplot';
import { number, text } from '../../../../locales/text.ts';
import type { TrainingKind } from '../../../core/experiment.ts';
import type { LabRun } from '../../../state/labModel.ts';
import { type Look, looks } from './looks.ts';

/** What of a run is drawn; it changes with each epoch and no oftener. */
export type DrawnRun = Pick<LabRun, 'id' | 'experiment' | 'history'>;

/** A line's values, epoch by epoch; null where there is none yet. */
export interface CurveLine {
  readonly kind: TrainingKind | 'chance';
  readonly values: readonly (number | null)[];
}

export interface CurveFrame {
  /** Epochs from left to right. */
  readonly epochs: number;
  /** Shares from 0 to 1, shown in per cent; else from 0 up. */
  readonly share: boolean;
  /** CSS pixels. */
  readonly height: number;
}

export interface CurveChart {
  show(lines: readonly CurveLine[]): void;
  /** Fits the width of what holds it. */
  fit(): void;
  /** Draws anew, in the colours of the theme that is on now. */
  recolour(): void;
  destroy(): void;
}

const tokens: Readonly<Record<CurveLine['kind'], string>> = {
  clean: '--muted',
  protected: '--accent',
  common: '--label-2',
  chance: '--ink',
};

/** Draws lines into `host` with uPlot. Which lines there are stays as it is; their values may change. */
export function createCurveChart(
  host: HTMLElement,
  frame: CurveFrame,
  kinds: readonly CurveLine['kind'][],
): CurveChart {
  const colours = new Map<string, string>();
  const colour = (token: string): string => {
    const known = colours.get(token) ?? resolved(host, token);
    colours.set(token, known);
    return known;
  };
  const chart = new uPlot(options(host, frame, kinds, colour), [[], ...kinds.map(() => [])], host);
  return {
    show(lines) {
      const epochs = Array.from({ length: frame.epochs }, (_, i) => i + 1);
      const of = (kind: CurveLine['kind']) => [...(lines.find(line => line.kind === kind)?.values ?? [])];
      chart.setData([epochs, ...kinds.map(of)]);
    },
    fit: () => chart.setSize({ width: host.clientWidth, height: frame.height }),
    recolour() {
      colours.clear();
      chart.redraw();
    },
    destroy: () => chart.destroy(),
  };
}

/** What a token comes to now: canvases know no `var()`. */
function resolved(host: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  host.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function options(
  host: HTMLElement,
  { epochs, share, height }: CurveFrame,
  kinds: readonly CurveLine['kind'][],
  colour: (token: string) => string,
): uPlot.Options {
  const font = `11px ${getComputedStyle(host).fontFamily}`;
  const axis = {
    stroke: () => colour('--muted'),
    font,
    ticks: { show: false },
    grid: { stroke: () => colour('--line'), width: 1 },
  } satisfies uPlot.Axis;
  // Room for the marks of the first epoch and the last.
  const edge = epochs === 1 ? 0.5 : 0.02 * epochs;
  return {
    width: Math.max(1, host.clientWidth),
    height,
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 10, 0, 0],
    scales: {
      x: { time: false, range: [1 - edge, epochs + edge] },
      y: { range: share ? [0, 1] : (_, __, most) => [0, Math.max(0.1, most * 1.08)] },
    },
    axes: [
      {
        ...axis,
        size: 26,
        space: 34,
        incrs: [1, 2, 5, 10, 20, 50, 100],
        values: (_, at) => at.map(wholeOnly),
      },
      {
        ...axis,
        size: 46,
        space: 28,
        values: (_, at) =>
          at.map(value => (share ? text('lab.percent', { n: number(100 * value) }) : number(value, 2))),
      },
    ],
    series: [
      {},
      ...kinds.map(
        (kind): uPlot.Series => ({
          stroke: () => colour(tokens[kind]),
          width: looks[kind].width,
          dash: [...looks[kind].dash],
          points: { show: false },
          spanGaps: false,
        }),
      ),
    ],
    hooks: {
      drawSeries: [
        (chart, index) => {
          const kind = kinds[index - 1];
          if (kind) drawMarks(chart, index, looks[kind], colour(tokens[kind]), colour('--surface'));
        },
      ],
    },
  };
}

const wholeOnly = (value: number): string => (Number.isInteger(value) ? number(value) : '');

/** More marks than these would run together. */
const mostMarks = 25;

function drawMarks(chart: uPlot, index: number, { mark }: Look, stroke: string, ground: string): void {
  if (mark === 'none') return;
  const [xs, ys] = [chart.data[0], chart.data[index] ?? []];
  const every = Math.ceil(xs.length / mostMarks);
  const { ctx } = chart;
  const radius = 3 * uPlot.pxRatio;
  ctx.save();
  ctx.strokeStyle = stroke;
  ctx.fillStyle = mark === 'square' ? stroke : ground;
  ctx.lineWidth = 1.5 * uPlot.pxRatio;
  ctx.setLineDash([]);
  for (let i = 0; i < xs.length; i++) {
    const y = ys[i];
    if (i % every !== 0 || y === null || y === undefined) continue;
    ctx.beginPath();
    trace(ctx, mark, chart.valToPos(xs[i] ?? 0, 'x', true), chart.valToPos(y, 'y', true), radius);
    ctx.closePath();
    ctx.fill();
    ctx.stroke();
  }
  ctx.restore();
}

function trace(ctx: CanvasRenderingContext2D, mark: Look['mark'], x: number, y: number, r: number): void {
  if (mark === 'circle') {
    ctx.arc(x, y, r, 0, 2 * Math.PI);
  } else if (mark === 'square') {
    ctx.rect(x - r, y - r, 2 * r, 2 * r);
  } else {
    ctx.moveTo(x, y - 1.3 * r);
    ctx.lineTo(x + 1.2 * r, y + r);
    ctx.lineTo(x - 1.2 * r, y + r);
  }
}
