import { useMemo } from 'react';
import { useStore } from 'zustand';
import { number, sentences, text } from '../../../locales/text.ts';
import { useKeyveil } from '../../../state/react.tsx';
import { useAnnounce } from '../../../ui/announce.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Note } from '../../../ui/Note.tsx';
import { fewTests } from '../../core/labTable.ts';
import { secondsFor, secondsForTable } from '../../state/labEstimate.ts';
import { kindsOf } from '../../state/labModel.ts';
import type { LabSession } from '../../state/labSession.ts';
import type { ProveSession } from '../../state/proveSession.ts';
import { type LabReadiness, labReadinessOf, needText } from './labReadiness.ts';
import { LabSettings } from './settings/LabSettings.tsx';
import { timeText } from './words.ts';

interface Props {
  readonly session: LabSession;
  readonly check: ProveSession;
}

/** From so many photos on a label is learnt, and protected, well; see docs/limits.md. */
const wellFrom = 50;

/** The button, what is missing before it can be pressed, and the settings. */
export function LabStart({ session, check }: Props) {
  const { source, reading } = useStore(check.store);
  const setup = useStore(session.store, s => s.setup);
  const machine = useStore(session.store, s => s.machine);
  const again = useStore(session.store, s => s.series.length > 0);
  const parts = useKeyveil(s => ({ photos: s.photos, arrangement: s.arrangement, key: s.key }));
  const state = useKeyveil(s => s);
  const say = useAnnounce();
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these parts matter
  const readiness = useMemo(
    () => labReadinessOf(state, source, setup.pictures),
    [parts, source, setup.pictures],
  );
  if (reading !== null) return null;
  const runs = kindsOf(setup).length * setup.repeats;
  const train = () => {
    if (!session.train(source)) return;
    say(text('lab.added', { count: runs, n: number(runs) }));
  };
  const trainTable = () => {
    if (session.trainTable(source)) say(text('lab.table.added'));
  };
  const seconds = readiness.kind === 'ready' ? secondsFor(machine, setup, readiness.counts) : null;
  const tableSeconds = readiness.kind === 'ready' ? secondsForTable(machine, setup, readiness.counts) : null;
  return (
    <section className="prove-run lab-start">
      {readiness.kind === 'ready' ? (
        <div className="lab-go">
          <Button tone="primary" large icon="spark" onClick={train}>
            {text(again ? 'lab.trainMore' : 'lab.train')}
          </Button>
          {seconds !== null && (
            <span className="lab-estimate">
              {text('lab.estimate', {
                runs: text('lab.estimate.runs', { count: runs, n: number(runs) }),
                time: timeText(seconds),
              })}
            </span>
          )}
        </div>
      ) : (
        <Note>{needText(readiness)}</Note>
      )}
      {readiness.kind === 'ready' && (
        <div className="lab-go">
          <Button onClick={trainTable}>{text('lab.table.run')}</Button>
          <span className="lab-estimate">
            {tableSeconds === null
              ? text('lab.table.about')
              : text('lab.table.aboutTime', { time: timeText(tableSeconds) })}
          </span>
        </div>
      )}
      {readiness.kind === 'ready' && <FewPhotos counts={readiness.counts} />}
      <LabSettings session={session} readiness={readiness} />
    </section>
  );
}

function FewPhotos({ counts }: { readonly counts: Extract<LabReadiness, { kind: 'ready' }>['counts'] }) {
  const few = counts.labels.filter(
    (_, i) => (counts.train[i] ?? 0) + (counts.test[i] ?? 0) < wellFrom,
  ).length;
  const tests = counts.test.reduce((sum, n) => sum + n, 0);
  const said = sentences([
    few > 0 && text('lab.few', { count: few, n: number(few) }),
    tests < fewTests && text('lab.fewTests', { n: number(tests) }),
  ]);
  return said === '' ? null : <p className="lab-few">{said}</p>;
}
