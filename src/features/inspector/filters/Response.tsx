import { useMemo } from 'react';
import type { Filter } from '../../../core/filter/filter.ts';
import { responsePaths, responseSide } from './responsePaths.ts';

interface Props {
  readonly filter: Filter;
  /** CSS pixels a side. */
  readonly size: number;
  /** Accessible name. */
  readonly label: string;
}

/** What the filter lets through at each frequency, as a picture: the darker the more, even tones in the middle. */
export function Response({ filter, size, label }: Props) {
  const paths = useMemo(() => responsePaths(filter), [filter]);
  return (
    <svg
      className="heat"
      width={size}
      height={size}
      viewBox={`0 0 ${responseSide} ${responseSide}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      {paths.map(({ level, path }) => (
        <path key={level} d={path} opacity={level} />
      ))}
    </svg>
  );
}
