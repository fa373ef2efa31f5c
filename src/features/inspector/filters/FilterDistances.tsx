import { lazy, Suspense, useState } from 'react';
import { text } from '../../../locales/text.ts';
import { useKeyveil } from '../../../state/react.tsx';
import { Button } from '../../../ui/Button.tsx';
import { comparedLabels } from './distances.ts';
import { distanceText, pairNames } from './distanceWords.ts';
import { Remedies } from './Remedies.tsx';

const DistancesDialog = lazy(() => import('./DistancesDialog.tsx'));

/** How far the labels' filters lie apart, whether any are too close, and what helps. */
export function FilterDistances() {
  const compared = useKeyveil(comparedLabels);
  const [open, setOpen] = useState(false);
  if (!compared) return null;
  const { close, distances } = compared;
  const [nearest] = distances.pairs;
  if (!nearest) return null;
  return (
    <section className="filter-panel">
      <div className="inspector-head">
        <h2>{text('inspector.distances')}</h2>
        <Button tone="link" onClick={() => setOpen(true)}>
          {text('inspector.distances.open')}
        </Button>
      </div>
      {close.length === 0 ? (
        <p className="inspector-hint">
          {text('inspector.distances.fine', {
            ...pairNames(compared, nearest),
            distance: distanceText(nearest.distance),
          })}
        </p>
      ) : (
        <Remedies />
      )}
      {open && (
        <Suspense fallback={null}>
          <DistancesDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
