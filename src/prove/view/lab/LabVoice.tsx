import { useEffect } from 'react';
import { sentences, text } from '../../../locales/text.ts';
import { useAnnounce } from '../../../ui/announce.tsx';
import type { LabState } from '../../state/labModel.ts';
import { hasEnded, runsOf, seriesEnded } from '../../state/labQueue.ts';
import type { LabSession } from '../../state/labSession.ts';
import { endOf } from './results/labVerdict.ts';
import { stateText } from './words.ts';

/** The runs of an experiment that ended just now, while others go on. */
function runEndsOf(now: LabState, before: LabState, series: number): string {
  const ended = runsOf(now, series).filter(
    run => hasEnded(run) && before.runs.some(one => one.id === run.id && !hasEnded(one)),
  );
  return sentences(
    ended.map(run =>
      text('lab.runEnded', {
        kind: text(`lab.kind.${run.experiment.training}`),
        state: stateText(run, now.machine),
      }),
    ),
  );
}

/** Says what came of an experiment once it ended, and of each of its runs, whatever is looked at meanwhile. */
export function LabVoice({ session: { store } }: { readonly session: LabSession }) {
  const say = useAnnounce();
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.runs === before.runs) return;
        for (const series of now.series) {
          const known = before.runs.some(run => run.series === series.id);
          if (!known || seriesEnded(before, series.id)) continue;
          const words = seriesEnded(now, series.id) ? endOf(now, series) : runEndsOf(now, before, series.id);
          if (words !== '') say(words);
        }
      }),
    [store, say],
  );
  return null;
}
