import { useEffect } from 'react';
import { seriesEnded } from '../../../state/labQueue.ts';
import type { LabSession } from '../../../state/labSession.ts';
import { useAnnounce } from '../../../ui/announce.tsx';
import { endOf } from './labVerdict.ts';

/** Says what came of an experiment once it ended, whatever is looked at meanwhile. */
export function LabVoice({ session: { store } }: { readonly session: LabSession }) {
  const say = useAnnounce();
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.runs === before.runs) return;
        for (const series of now.series) {
          const known = before.runs.some(run => run.series === series.id);
          if (known && seriesEnded(now, series.id) && !seriesEnded(before, series.id))
            say(endOf(now, series));
        }
      }),
    [store, say],
  );
  return null;
}
