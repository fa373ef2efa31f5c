import { useStore } from 'zustand';
import { text } from '../../locales/text.ts';
import { HoldFocus } from '../../ui/HoldFocus.tsx';
import type { ProveSession } from '../state/proveSession.ts';
import { CheckRun } from './CheckRun.tsx';
import { CheckSource } from './CheckSource.tsx';
import { FindingView } from './FindingView.tsx';

/** The instant check: what is checked, the button, and what came of it. */
export function CheckView({ session }: { readonly session: ProveSession }) {
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
    </>
  );
}
