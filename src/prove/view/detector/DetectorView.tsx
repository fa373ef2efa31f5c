import { useMemo } from 'react';
import { useStore } from 'zustand';
import { text } from '../../../locales/text.ts';
import { useKeyveil } from '../../../state/react.tsx';
import { HoldFocus } from '../../../ui/HoldFocus.tsx';
import type { DetectorSession } from '../../state/detectorSession.ts';
import type { ProveSession } from '../../state/proveSession.ts';
import { checkReadinessOf } from '../checkReadiness.ts';
import { DetectorFound } from './DetectorFound.tsx';
import { DetectorRun } from './DetectorRun.tsx';

interface Props {
  readonly session: DetectorSession;
  readonly check: ProveSession;
}

/** Whether a scraper could tell: the button, and what came of it. Nothing until there are photos to try it on. */
export function DetectorView({ session, check }: Props) {
  const finding = useStore(session.store, s => s.finding);
  const source = useStore(check.store, s => s.source);
  const parts = useKeyveil(s => ({ photos: s.photos, arrangement: s.arrangement }));
  const state = useKeyveil(s => s);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these parts matter
  const { kind } = useMemo(() => checkReadinessOf(state, source), [parts, source]);
  if (!finding && (kind === 'photos' || kind === 'labels')) return null;
  return (
    <section className="detector">
      <div className="wing-head">
        <h3>{text('detector.title')}</h3>
        <p>{text('detector.what')}</p>
        <details className="prove-how">
          <summary>{text('detector.how.title')}</summary>
          <p>{text('detector.how.looks')}</p>
          <p>{text('detector.how.apart')}</p>
          <p>{text('detector.how.alike')}</p>
          <p>{text('detector.how.terms')}</p>
        </details>
      </div>
      <HoldFocus>
        <DetectorRun session={session} />
      </HoldFocus>
      {finding && <DetectorFound finding={finding} source={source} />}
    </section>
  );
}
