import { lazy, Suspense, useState } from 'react';
import { proposeDatasetName } from '../../core/dataset.ts';
import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { comparedLabels, type Remedy, remediesFor } from './distances.ts';
import { distanceText, pairNames } from './distanceWords.ts';

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

/** What is wrong, and the buttons that mend it. */
export function Remedies() {
  const compared = useKeyveil(comparedLabels);
  const remedies = useKeyveil(remediesFor);
  const actions = useActions();
  const [nearest] = compared?.close ?? [];
  if (!compared || !nearest) return null;
  const mend: Readonly<Record<Remedy, () => void>> = {
    method: () => actions.setMethod('veil'),
    strength: () => actions.setPreset('standard'),
    dataset: () => actions.setDataset(proposeDatasetName()),
  };
  return (
    <Note tone="warn">
      <div className="remedies">
        <p>
          {text('inspector.distances.close', {
            count: compared.close.length,
            ...pairNames(compared, nearest),
          })}
        </p>
        <p>
          {text(
            remedies.length > 0
              ? `inspector.remedy.${remedies[0] ?? 'method'}.about`
              : 'inspector.remedy.none',
          )}
        </p>
        {remedies.length > 0 && (
          <div className="remedy-buttons">
            {remedies.map(remedy => (
              <Button key={remedy} tone="link" onClick={mend[remedy]}>
                {text(`inspector.remedy.${remedy}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Note>
  );
}
