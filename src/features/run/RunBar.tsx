import { lazy, Suspense, useEffect, useId, useRef } from 'react';
import { number, text } from '../../locales/text.ts';
import { allMade } from '../../state/queries/readiness.ts';
import { useKeyveil } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { loadLaterParts } from '../loadLaterParts.ts';
import { takeAwayId } from '../save/takeAway.ts';
import { ProtectButton, RunReason } from './ProtectButton.tsx';
import { RunStatus } from './RunStatus.tsx';
import { useRunNotice } from './useRunNotice.ts';
import { useRunTitle } from './useRunTitle.ts';
import './run.css';

const ProgressPanel = lazy(async () => ({ default: (await loadLaterParts()).ProgressPanel }));

/**
 * The run: its one button with what it still needs, and while it goes on, how far it is. While another tab is in sight
 * (`inSight` false), only a run that goes on shows; the status is still spoken.
 */
export function RunBar({ inSight }: { readonly inSight: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  const run = useKeyveil(s => s.run);
  const going = run.kind === 'running' || run.kind === 'cancelling' ? run : null;
  const running = going !== null;
  const finished = useKeyveil(allMade);
  const reason = useId();
  const wasRunning = useRef(running);
  const say = useAnnounce();
  const total = useKeyveil(s => (s.run.kind === 'running' ? s.run.total : 0));
  useRunTitle();
  useRunNotice();

  useEffect(() => {
    // Cancel goes away when a run ends; whoever had the keyboard on it goes on from here.
    if (!running && document.activeElement === document.body && wasRunning.current)
      (button.current ?? document.getElementById(takeAwayId))?.focus();
    // On a phone on its side what to take away lies below what is in sight. A page that scrolls itself stays where it is.
    if (!running && wasRunning.current && document.documentElement.scrollHeight <= innerHeight) {
      document.getElementById(takeAwayId)?.scrollIntoView({ block: 'nearest' });
    }
    if (running && !wasRunning.current) say(text('run.started', { count: total, n: number(total) }));
    wasRunning.current = running;
  }, [running, total, say]);

  return (
    <div className={inSight ? 'run' : 'run run-away'}>
      {going && (
        <Suspense fallback={null}>
          <ProgressPanel run={going} />
        </Suspense>
      )}
      <div className="run-action">
        <div className="run-words">
          <RunReason id={reason} />
          <RunStatus />
        </div>
        {/* Nothing to press any more: what to take away lies with the photos. */}
        {!finished && <ProtectButton ref={button} reason={reason} />}
      </div>
    </div>
  );
}
