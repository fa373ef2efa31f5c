import { useMemo } from 'react';
import { number, remarks, text } from '../../../locales/text.ts';
import { contour, type Field } from '../../core/contours.ts';
import type { Chart } from '../../core/theoryCharts.ts';
import type { Values } from './Knobs.tsx';
import { pathOf } from './path.ts';

interface Props {
  readonly name: string;
  readonly kind: 'simulated' | 'bound';
  /** Null until it is drawn. */
  readonly chart: Chart | null;
  /** It is of another d, and a new one is under way. */
  readonly stale: boolean;
  readonly values: Values;
}

/** Side of the square, in its own units. */
const size = 100;
const levels = [0.55, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

/** Accuracy on clean points as shade and contours; a₋₁ to the right, a₁ upwards. */
export function ContourChart({ name, kind, chart, stale, values }: Props) {
  const drawn = useMemo(() => chart && drawing({ side: chart.side, values: chart[kind] }), [chart, kind]);
  const side = chart?.side ?? 0;
  const corner = (at: number) => number(100 * (chart?.[kind][at] ?? 0));
  const said = chart
    ? text('theory.charts.said', { none: corner(0), far: corner(side - 1), both: corner(side * side - 1) })
    : text('prove.loading');
  return (
    <figure className={stale ? 'chart chart-stale' : 'chart'}>
      <figcaption>{name}</figcaption>
      <svg
        viewBox="-16 -3 124 120"
        role="img"
        aria-label={text('common.pair', {
          name: remarks([text(`theory.charts.${kind}`), name]),
          value: said,
        })}
      >
        <rect className="chart-ground" width={size} height={size} />
        {drawn?.shades.map(({ opacity, d }) => (
          <path key={opacity} className="chart-shade" opacity={opacity} d={d} />
        ))}
        {drawn?.lines.map(({ level, d, at }) => (
          <g key={level}>
            <path className="chart-line" d={d} />
            <text className="chart-level" x={at[0]} y={at[1]}>
              {number(100 * level)}
            </text>
          </g>
        ))}
        <circle
          className="chart-here"
          cx={2 * values.aMinus1 * size}
          cy={size - 2 * values.a1 * size}
          r="3"
        />
        <text className="chart-axis" x="0" y="109">
          0
        </text>
        <text className="chart-axis" x={size / 2} y="110">
          {text('theory.axis.aMinus1')}
        </text>
        <text className="chart-axis" x={size} y="109">
          {number(0.5, 1)}
        </text>
        <text className="chart-axis" x="-8" y={size / 2}>
          {text('theory.axis.a1')}
        </text>
        <text className="chart-axis" x="-8" y="5">
          {number(0.5, 1)}
        </text>
      </svg>
    </figure>
  );
}

/** Bands of equal shade, and lines with a place for their number; row 0 lies at the bottom. */
function drawing({ side, values }: Field) {
  const flipped = {
    side,
    values: Float64Array.from({ length: side * side }, (_, i) => {
      const row = side - 1 - Math.floor(i / side);
      return values[row * side + (i % side)] as number;
    }),
  };
  const scale = size / (side - 1);
  const lines = levels.flatMap(level => {
    const pieces = contour(flipped, level);
    const middle = pieces[Math.floor(pieces.length / 2)];
    if (!middle) return [];
    const at = [(scale * (middle[0] + middle[2])) / 2, (scale * (middle[1] + middle[3])) / 2] as const;
    return [{ level, d: pathOf(pieces, scale, 0), at }];
  });
  return { shades: shadesOf(flipped), lines };
}

const shades = 10;

/** Cells by how far their value lies above a half, one path a shade. */
function shadesOf({ side, values }: Field) {
  const cells = side - 1;
  const scale = size / cells;
  const paths = Array.from({ length: shades + 1 }, () => '');
  for (let y = 0; y < cells; y++) {
    for (let x = 0; x < cells; x++) {
      const at = y * side + x;
      const mean =
        [at, at + 1, at + side, at + side + 1].reduce((sum, i) => sum + (values[i] as number), 0) / 4;
      const shade = Math.round(shades * Math.min(1, Math.max(0, 2 * mean - 1)));
      paths[shade] +=
        `M${(x * scale).toFixed(2)} ${(y * scale).toFixed(2)}h${scale + 0.1}v${scale + 0.1}h${-scale - 0.1}z`;
    }
  }
  return paths.flatMap((d, shade) => (d === '' ? [] : [{ opacity: (0.85 * shade) / shades, d }]));
}
