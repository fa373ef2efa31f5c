import { useEffect, useRef } from 'react';
import { KeyField } from '../features/key/KeyField.tsx';
import { RunBar } from '../features/run/RunBar.tsx';
import { SettingsBar } from '../features/settings/SettingsBar.tsx';
import { useKeyveil } from '../state/react.tsx';
import type { Tab } from './tab.ts';

/**
 * The slim bar at the foot of the page: key, protection, and the one button; while a run goes on, how far it is. It
 * never changes its height, so nothing above it moves. Beside `Protect` only what the tab in sight makes use of stays; under `Trace` the key stands beside the receipt.
 */
export function Dock({ tab }: { readonly tab: Tab }) {
  const bar = useRef<HTMLElement>(null);
  const running = useKeyveil(s => s.run.kind === 'running' || s.run.kind === 'cancelling');
  useEffect(() => {
    const here = bar.current;
    if (!here) return;
    // What floats over the page keeps clear of the bar.
    // On a phone the bar has no box of its own, and its end alone stays at the foot.
    const end = here.querySelector<HTMLElement>('.run');
    const tell = () => {
      const height = here.offsetHeight || (end?.offsetHeight ?? 0);
      document.documentElement.style.setProperty('--dock-height', `${height}px`);
    };
    const watch = new ResizeObserver(tell);
    watch.observe(here);
    if (end) watch.observe(end);
    return () => watch.disconnect();
  }, []);
  return (
    <footer className="dock" data-tab={tab} ref={bar}>
      {!running && tab !== 'trace' && (
        <>
          <div className="dock-key">
            <KeyField />
          </div>
          <div className="dock-settings">
            <SettingsBar />
          </div>
        </>
      )}
      <RunBar inSight={tab === 'protect'} />
    </footer>
  );
}
