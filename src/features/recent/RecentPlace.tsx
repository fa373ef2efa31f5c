import { lazy, Suspense } from 'react';
import { useKeyveil } from '../../state/react.tsx';
import { loadLaterParts } from '../loadLaterParts.ts';

const RecentSets = lazy(async () => ({ default: (await loadLaterParts()).RecentSets }));

/** Where the sets are that this device remembers: there are none without leave. */
export function RecentPlace() {
  const needed = useKeyveil(s => s.recentSets.length > 0 && s.reopened === null);
  return (
    needed && (
      <Suspense fallback={null}>
        <RecentSets />
      </Suspense>
    )
  );
}
