import { lazy, Suspense, useEffect, useRef } from 'react';
import { number, text } from '../../locales/text.ts';
import { useKeyveil } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { loadLaterParts } from '../loadLaterParts.ts';
import { ProtectButton } from './ProtectButton.tsx';
import { RunStatus } from './RunStatus.tsx';
import { useRunNotice } from './useRunNotice.ts';
import { useRunTitle } from './useRunTitle.ts';
import './run.css';

const RunStrip = lazy(async () => ({ default: (await loadLaterParts()).RunStrip }));

/**
 * The run: its one button with a status line below, which never move, and a strip above the dock for what belongs to
 * the moment. While another tab is in sight (`inSight` false), only a run that goes on shows; the status is still spoken.
 */
export function RunBar({ inSight }: { readonly inSight: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  const running = useKeyveil(s => s.run.kind === 'running' || s.run.kind === 'cancelling');
  const wasRunning = useRef(running);
  const say = useAnnounce();
  const photos = useKeyveil(s => s.arrangement.order.length > 0);
  const total = useKeyveil(s => (s.run.kind === 'running' ? s.run.total : 0));
  useRunTitle();
  useRunNotice();

  useEffect(() => {
    // Cancel goes away when a run ends; whoever had the keyboard on it goes on from here.
    if (!running && document.activeElement === document.body && wasRunning.current) button.current?.focus();
    if (running && !wasRunning.current) say(text('run.started', { count: total, n: number(total) }));
    wasRunning.current = running;
  }, [running, total, say]);

  return (
    <div className={inSight ? 'run' : 'run run-away'}>
      <div className="run-action">
        <ProtectButton ref={button} />
        <RunStatus />
      </div>
      {photos && (inSight || running) && (
        <Suspense fallback={null}>
          <RunStrip />
        </Suspense>
      )}
    </div>
  );
}
