import { useEffect, useState } from 'react';
import type { Visibility } from '../../core/picture/visibility.ts';
import type { Treatment } from '../../core/treatment.ts';
import type { Photo, PhotoId } from '../../state/model/photos.ts';
import { useActions } from '../../state/react.tsx';

/** What was measured before; a treatment that nobody has any more takes its verdicts with it. */
const known = new WeakMap<Treatment, Map<PhotoId, Visibility>>();

/** Whether the change is seen at 100 %, by the app's measure; null until it is known. */
export function useVisibility(photo: Photo, treatment: Treatment): Visibility | null {
  const { judge } = useActions();
  const [, setMeasured] = useState(0);
  const { id } = photo;
  const verdict = known.get(treatment)?.get(id) ?? null;
  useEffect(() => {
    if (known.get(treatment)?.has(id)) return;
    const abort = new AbortController();
    // After the pictures, which all tiles ask for in this moment.
    const asked = Promise.resolve().then(() => judge({ id, treatment }, abort.signal));
    void asked.then(answer => {
      if (answer?.kind !== 'figures') return;
      known.set(treatment, (known.get(treatment) ?? new Map()).set(id, answer.visible));
      if (!abort.signal.aborted) setMeasured(count => count + 1);
    });
    return () => abort.abort();
  }, [judge, id, treatment]);
  return verdict;
}
