import { useEffect } from 'react';
import { number, text } from '../../locales/text.ts';
import type { KeyveilState } from '../../state/model.ts';
import { useKeyveil } from '../../state/react.tsx';
import { useCalm } from './useCalm.ts';

function progressOf({ run }: KeyveilState): string | null {
  if (run.kind !== 'running') return null;
  return text('run.progress.count', { done: number(run.done), total: number(run.total) });
}

/** Shows how far a run is in the title of the window, for people who look elsewhere meanwhile. */
export function useRunTitle(): void {
  const progress = useKeyveil(progressOf);
  const calm = useCalm(progress, progress !== null, 1000);

  useEffect(() => {
    if (calm === null) return;
    const before = document.title;
    document.title = text('run.progress.title', { progress: calm, title: before });
    return () => {
      document.title = before;
    };
  }, [calm]);
}
