import { lazy, Suspense } from 'react';
import { useKeyveil } from '../../state/react.tsx';
import { loadLaterParts } from '../loadLaterParts.ts';
import './resume.css';

const ResumeNotes = lazy(async () => ({ default: (await loadLaterParts()).ResumeNotes }));

/** Where what outlives the page is told of: there is nothing of it without photos, earlier work or another tab. */
export function ResumePlace() {
  const needed = useKeyveil(s => s.earlier !== null || s.otherTab || s.photos.size > 0);
  return (
    needed && (
      <Suspense fallback={null}>
        <ResumeNotes />
      </Suspense>
    )
  );
}
