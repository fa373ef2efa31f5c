import { lazy, Suspense } from 'react';
import { useKeyveil } from '../../state/react.tsx';
import { loadLaterParts } from '../loadLaterParts.ts';
import './intake.css';

const IntakeReport = lazy(async () => ({ default: (await loadLaterParts()).IntakeReport }));

/** Where an addition is told of, and asked about: there is nothing to tell before the first. */
export function IntakePlace() {
  const needed = useKeyveil(s => s.intake.kind !== 'none' || s.nameQuestion !== null || s.photos.size > 0);
  return (
    needed && (
      <Suspense fallback={null}>
        <IntakeReport />
      </Suspense>
    )
  );
}
