import { useMemo } from 'react';
import { number, text } from '../../../locales/text.ts';
import { contour } from '../../core/contours.ts';
import { bayesRule, evenMean, ruleValue, sineTransform } from '../../core/theory.ts';
import type { Values } from './Knobs.tsx';
import { pathOf } from './path.ts';

/** Steps of the grid on which the rule's curve is found. */
const side = 97;
/** Half the width of the drawing, in its own units. */
const half = 100;

/** Both classes in two dimensions, before and after their filters, and both rules. */
export function Clouds({ values }: { readonly values: Values }) {
  const { a1, aMinus1, norm } = values;
  // The clouds, their widest filtered forms and a little room; fixed, so that sliders move clouds and not the frame.
  const reach = Math.max(4, 1.5 * norm + 2.4);
  const curve = useMemo(() => {
    const rule = bayesRule({ a1, aMinus1, mean: evenMean(norm, 2) });
    const at = (step: number) => reach * ((2 * step) / (side - 1) - 1);
    const field = Float64Array.from({ length: side * side }, (_, i) =>
      // Downwards on the page is down in the plane.
      ruleValue(rule, sineTransform([at(i % side), -at(Math.floor(i / side))])),
    );
    return pathOf(contour({ side, values: field }, 0), (2 * half) / (side - 1), -half);
  }, [a1, aMinus1, norm, reach]);
  const unit = half / reach;
  const said = { a1: number(a1, 2), aMinus1: number(aMinus1, 2), norm: number(norm, 1) };
  return (
    <figure className="clouds">
      <svg
        viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`}
        role="img"
        aria-label={text('theory.picture', said)}
      >
        <path className="clouds-axis" d={`M${-half} 0H${half}`} />
        <Cloud kind="plus" y={1} a={a1} norm={norm} unit={unit} />
        <Cloud kind="minus" y={-1} a={aMinus1} norm={norm} unit={unit} />
        <path className="clouds-clean-rule" d={`M0 ${-half}V${half}`} />
        <path className="clouds-rule" d={curve} />
      </svg>
      <figcaption>
        {(['plus', 'minus', 'clean', 'protected', 'cleanRule', 'rule'] as const).map(key => (
          <span key={key} className={`legend-key clouds-key clouds-key-${key}`}>
            {text(`theory.key.${key}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

interface CloudProps {
  readonly kind: 'plus' | 'minus';
  readonly y: 1 | -1;
  readonly a: number;
  readonly norm: number;
  /** Drawing units for 1 in the plane. */
  readonly unit: number;
}

/** One class: circles where its clean points lie, ellipses where the filtered ones do, at one and two deviations. */
function Cloud({ kind, y, a, norm, unit }: CloudProps) {
  const x = y * norm * unit;
  // A·(y‖μ‖, 0), with A = [[1, a], [a, 1]]; the page's y runs downwards.
  const down = -a * x;
  return (
    <g className={`cloud cloud-${kind}`}>
      {[1, 2].map(deviations => (
        <circle key={deviations} className="cloud-clean" cx={x} r={deviations * unit} />
      ))}
      {[1, 2].map(deviations => (
        <ellipse
          key={deviations}
          className={`cloud-protected cloud-protected-${deviations}`}
          transform={`translate(${x} ${down}) rotate(-45)`}
          rx={deviations * unit * (1 + a)}
          ry={deviations * unit * (1 - a)}
        />
      ))}
      <circle className="cloud-centre" cx={x} r="1.4" />
      <circle className="cloud-centre" cx={x} cy={down} r="2.2" />
    </g>
  );
}
