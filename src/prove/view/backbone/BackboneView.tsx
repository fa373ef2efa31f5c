import { useStore } from 'zustand';
import { text } from '../../../locales/text.ts';
import { HoldFocus } from '../../../ui/HoldFocus.tsx';
import { Jargon } from '../../../ui/Jargon.tsx';
import type { BackboneSession } from '../../state/backbone/backboneSession.ts';
import type { ProveSession } from '../../state/proveSession.ts';
import { CheckSource } from '../CheckSource.tsx';
import { BackboneFindingView } from './BackboneFindingView.tsx';
import { BackboneRun } from './BackboneRun.tsx';
import { NetworkPart } from './NetworkPart.tsx';
import './backbone.css';

interface Props {
  readonly session: BackboneSession;
  /** Of the instant check; both look at the same set. */
  readonly check: ProveSession;
}

/** A network that knows such things already: its files, the button, and what it learnt. */
export default function BackboneView({ session, check }: Props) {
  const found = useStore(session.store, s => s.found);
  return (
    <>
      <section className="wing-head">
        <h2>{text('backbone.title')}</h2>
        <p>{text('backbone.what')}</p>
        <p>{text('backbone.expect')}</p>
        <details className="prove-how">
          <summary>{text('backbone.details')}</summary>
          {(['frozen', 'ridge', 'photos'] as const).map(part => (
            <p key={part}>
              <Jargon words={text(`backbone.how.${part}`)} />
            </p>
          ))}
        </details>
      </section>
      <CheckSource session={check} />
      <NetworkPart session={session} />
      <HoldFocus>
        <BackboneRun session={session} check={check} />
      </HoldFocus>
      {found && <BackboneFindingView session={session} check={check} found={found} />}
    </>
  );
}
