import { useMemo } from 'react';
import { number, text } from '../../../locales/text.ts';
import { chernoffBound, cleanAccuracy, evenMean, normalBelow } from '../../core/theory.ts';
import type { Values } from './Knobs.tsx';

/** What the sliders come to, in per cent. */
export function Outcome({ values: { a1, aMinus1, norm, d } }: { readonly values: Values }) {
  const rows = useMemo(() => {
    const mixture = { a1, aMinus1, mean: evenMean(norm, d) };
    return [
      { name: 'clean', value: normalBelow(norm) },
      { name: 'protected', value: cleanAccuracy(mixture) },
      { name: 'bound', value: chernoffBound(mixture) },
    ] as const;
  }, [a1, aMinus1, norm, d]);
  return (
    <dl className="outcome">
      {rows.map(({ name, value }) => (
        <div key={name}>
          <dt>{text(`theory.outcome.${name}`)}</dt>
          <dd>{text('prove.percent', { n: number(100 * value, 1) })}</dd>
        </div>
      ))}
    </dl>
  );
}
