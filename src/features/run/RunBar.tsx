import { useEffect, useRef } from 'react';
import { useKeyveil } from '../../state/react.tsx';
import { ProtectButton } from './ProtectButton.tsx';
import { RunStatus } from './RunStatus.tsx';
import { RunStrip } from './RunStrip.tsx';
import { useRunNotice } from './useRunNotice.ts';
import { useRunTitle } from './useRunTitle.ts';
import './run.css';

/**
 * The run: its one button with a status line below, which never move, and a strip above the dock for what belongs to
 * the moment.
 */
export function RunBar() {
  const button = useRef<HTMLButtonElement>(null);
  const running = useKeyveil(s => s.run.kind === 'running' || s.run.kind === 'cancelling');
  const wasRunning = useRef(running);
  useRunTitle();
  useRunNotice();

  useEffect(() => {
    // Cancel goes away when a run ends; whoever had the keyboard on it goes on from here.
    if (!running && document.activeElement === document.body && wasRunning.current) button.current?.focus();
    wasRunning.current = running;
  }, [running]);

  return (
    <div className="run">
      <div className="run-action">
        <ProtectButton ref={button} />
        <RunStatus />
      </div>
      <RunStrip />
    </div>
  );
}
