import { useEffect, useRef, useState } from 'react';
import type { PhotoId } from '../../state/model/photos.ts';
import { visiblePhotos } from '../../state/queries/grid.ts';
import { isLeftOut } from '../../state/queries/ownChoice.ts';
import { useActions, useKeyveil, useKeyveilStore } from '../../state/react.tsx';
import { afterOf } from '../inspector/subject.ts';
import { type Measured, mostChanged } from './mostChanged.ts';

export type Survey =
  | { readonly kind: 'none' }
  | { readonly kind: 'measuring'; readonly done: number; readonly total: number }
  /** `of`: how many were measured; fewer than all when it was stopped or some could not be read. */
  | { readonly kind: 'found'; readonly ids: readonly PhotoId[]; readonly of: number };

const shown = 3;
/** Why a measuring ended: nobody wants what it found. */
const left = 'left';

/** Measures the photos in sight one after another, as they would be protected now, until it is stopped. */
export function useMostChanged() {
  const store = useKeyveilStore();
  const { judge } = useActions();
  const [survey, setSurvey] = useState<Survey>({ kind: 'none' });
  const running = useRef<AbortController | null>(null);
  const settings = useKeyveil(s => s.settings);

  // biome-ignore lint/correctness/useExhaustiveDependencies: under other settings other photos change most
  useEffect(() => {
    setSurvey({ kind: 'none' });
    return () => running.current?.abort(left);
  }, [settings]);

  const start = async () => {
    running.current?.abort(left);
    const abort = new AbortController();
    running.current = abort;
    const s = store.getState();
    const ids = visiblePhotos(s).filter(id => !isLeftOut(s, id) && s.photos.get(id)?.file);
    const measured: Measured[] = [];
    for (const [done, id] of ids.entries()) {
      setSurvey({ kind: 'measuring', done, total: ids.length });
      const after = afterOf(store.getState(), id);
      const { treatment } = after.kind === 'updating' ? { treatment: null } : after;
      const figures = treatment && (await judge({ id, treatment, passing: true }, abort.signal));
      if (abort.signal.aborted) break;
      if (figures?.kind === 'figures') measured.push({ id, psnr: figures.psnr });
    }
    // Stopped by hand it shows what it has; overtaken or left behind, nothing.
    if (abort.signal.reason === left) return;
    setSurvey({ kind: 'found', ids: mostChanged(measured, shown), of: measured.length });
  };
  return { survey, start: () => void start(), stop: () => running.current?.abort() };
}
