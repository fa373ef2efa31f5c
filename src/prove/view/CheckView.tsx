import { useStore } from 'zustand';
import { text } from '../../locales/text.ts';
import { HoldFocus } from '../../ui/HoldFocus.tsx';
import type { DetectorSession } from '../state/detectorSession.ts';
import type { ProveSession } from '../state/proveSession.ts';
import { CheckRun } from './CheckRun.tsx';
import { CheckSource } from './CheckSource.tsx';
import { DetectorView } from './detector/DetectorView.tsx';
import { FindingView } from './FindingView.tsx';

interface Props {
  readonly session: ProveSession;
  readonly detector: DetectorSession;
}

/** The instant check: what is checked, the button, what came of it, and whether a scraper could tell. */
export function CheckView({ session, detector }: Props) {
  const finding = useStore(session.store, s => s.finding);
  return (
    <>
      <section className="wing-head">
        <h2>{text('prove.title')}</h2>
        <p>{text('prove.what')}</p>
        <details className="prove-how">
          <summary>{text('prove.how.title')}</summary>
          <p>{text('prove.how.learner')}</p>
          <p>{text('prove.how.features')}</p>
          <p>{text('prove.how.limit')}</p>
        </details>
      </section>
      <CheckSource session={session} />
      <HoldFocus>
        <CheckRun session={session} />
      </HoldFocus>
      {finding && <FindingView session={session} finding={finding} />}
      <DetectorView session={detector} check={session} />
    </>
  );
}
