import { text } from '../../../locales/text.ts';
import type { Dot } from '../../core/decoyExample.ts';

interface Props {
  readonly name: string;
  readonly dots: readonly Dot[];
}

/** Half the width of the drawing, in its own units. */
const half = 100;
/** Where protected pictures lie on the whole, across and upwards; what they show scatters more. */
const across = 36;
const upwards = 50;

/** Pictures as dots, by what they show across and by the decoy upwards, and the cut that was learnt from protected ones. */
export function Dots({ name, dots }: Props) {
  return (
    <div className="dots">
      <svg viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`} role="img" aria-label={name}>
        {dots.map((dot, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never move among one another
          <Mark key={i} dot={dot} />
        ))}
        <path className="dots-cut" d={`M${-half} 0H${half}`} />
      </svg>
      <p className="dots-legend" aria-hidden="true">
        <span className="legend-key dots-key">{text('theory.pictures.label0')}</span>
        <span className="legend-key dots-key dots-key-1">{text('theory.pictures.label1')}</span>
        <span className="legend-key dots-key dots-key-cut">{text('theory.pictures.cut')}</span>
      </p>
    </div>
  );
}

/** Circles and squares, so that nobody needs the colours to tell them apart. */
function Mark({ dot: { label, content, decoy } }: { readonly dot: Dot }) {
  const [x, y] = [inside(across * content), inside(-upwards * decoy)];
  if (label === 0) return <circle className="dot dot-0" cx={x} cy={y} r="3.2" />;
  return <rect className="dot dot-1" x={x - 2.9} y={y - 2.9} width="5.8" height="5.8" />;
}

/** Those far out are drawn at the edge. */
function inside(value: number): number {
  return Math.max(4 - half, Math.min(half - 4, value));
}
