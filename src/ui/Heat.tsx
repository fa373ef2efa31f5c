import type { Filter } from '../core/filter/filter.ts';

interface Props {
  readonly filter: Filter;
  /** CSS pixels a side. */
  readonly size: number;
  /** Accessible name; without one it is decoration. */
  readonly label?: string;
}

/** Opacity of each tap: the centre full, side taps by their share of the strongest. In rows. */
export function heatOf(filter: Filter): readonly number[] {
  const centre = filter.weights.indexOf(Math.max(...filter.weights));
  const strongest = Math.max(...filter.weights.filter((_, i) => i !== centre));
  return filter.weights.map((weight, i) => {
    if (i === centre) return 1;
    return 0.08 + (strongest > 0 ? (0.72 * weight) / strongest : 0);
  });
}

/** A filter as a picture: one square a tap, the darker the heavier. */
export function Heat({ filter, size, label }: Props) {
  const taps = heatOf(filter);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a title would show as a tooltip; the name is an aria-label
    <svg
      className="heat"
      width={size}
      height={size}
      viewBox={`0 0 ${filter.size} ${filter.size}`}
      shapeRendering="crispEdges"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {taps.map((opacity, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a tap is its place
          key={i}
          x={i % filter.size}
          y={Math.floor(i / filter.size)}
          width={1}
          height={1}
          opacity={opacity}
        />
      ))}
    </svg>
  );
}
