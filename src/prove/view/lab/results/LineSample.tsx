import type { TrainingKind } from '../../../core/experiment.ts';
import { looks } from './looks.ts';

/** A piece of the line that a run has in the charts, with its marks. */
export function LineSample({ kind }: { readonly kind: TrainingKind | 'chance' }) {
  const { dash, width } = looks[kind];
  return (
    <svg className={`lab-line lab-line-${kind}`} width="34" height="14" aria-hidden="true">
      <path d="M1 7H33" strokeWidth={width} strokeDasharray={dash.join(' ')} />
      {kind === 'clean' && <circle cx="17" cy="7" r="3.5" />}
      {kind === 'protected' && <rect x="13.5" y="3.5" width="7" height="7" />}
      {kind === 'common' && <path d="M17 2.6 21 10H13Z" strokeWidth="1" />}
    </svg>
  );
}
