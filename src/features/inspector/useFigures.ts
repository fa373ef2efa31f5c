import { useEffect, useState } from 'react';
import type { Actions } from '../../state/actions.ts';
import { useActions } from '../../state/react.tsx';
import type { Treatment } from './subject.ts';

/** What the worker measured. */
export type Figures = Extract<Awaited<ReturnType<Actions['figures']>>, { kind: 'figures' }>;

/** What was measured, and of what. */
interface Measured {
  readonly id: string;
  readonly treatment: Treatment;
  readonly figures: Figures;
}

export interface FiguresNow {
  /** The last that were measured of this photo; null before. */
  readonly figures: Figures | null;
  /** They are not those of the current settings. */
  readonly stale: boolean;
}

/** Settings have to rest for so long, in ms, before anything is measured: pictures come first. */
const rest = 250;

/** The figures of a photo under the current settings, as they come. */
export function useFigures(id: string, treatment: Treatment | null): FiguresNow {
  const { figures } = useActions();
  const [measured, setMeasured] = useState<Measured | null>(null);

  useEffect(() => {
    if (!treatment) return;
    let wanted = true;
    const timer = setTimeout(async () => {
      const answer = await figures({ id, treatment });
      if (wanted && answer.kind === 'figures') setMeasured({ id, treatment, figures: answer });
    }, rest);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [id, treatment, figures]);

  const here = measured?.id === id ? measured : null;
  return { figures: here?.figures ?? null, stale: here?.treatment !== treatment };
}
