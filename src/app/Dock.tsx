import { useEffect, useRef } from 'react';
import { KeyField } from '../features/key/KeyField.tsx';
import { RunBar } from '../features/run/RunBar.tsx';
import { SettingsBar } from '../features/settings/SettingsBar.tsx';
import type { Tab } from './tab.ts';

/**
 * Key, settings and the run, at the foot of the page. On a phone only the run stays there; the rest scrolls. Beside
 * `Protect` only what the tab in sight makes use of stays: what is computed there with, and how far a run is.
 */
export function Dock({ tab }: { readonly tab: Tab }) {
  const run = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const dock = run.current?.parentElement;
    if (!dock) return;
    // What floats over the page keeps clear of the dock, or of the part of it that stays.
    const tell = () => {
      const height = dock.offsetHeight || run.current?.offsetHeight || 0;
      document.documentElement.style.setProperty('--dock-height', `${height}px`);
    };
    const watch = new ResizeObserver(tell);
    watch.observe(dock);
    if (run.current) watch.observe(run.current);
    return () => watch.disconnect();
  }, []);
  return (
    <footer className="dock" data-tab={tab}>
      <div className="dock-fields">
        <div className="dock-key">
          <KeyField />
        </div>
        <div className="dock-settings">
          <SettingsBar />
        </div>
      </div>
      <div className="dock-run" ref={run}>
        <RunBar inSight={tab === 'protect'} />
      </div>
    </footer>
  );
}
