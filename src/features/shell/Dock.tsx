import { useEffect, useRef } from 'react';
import { KeyField } from '../key/KeyField.tsx';
import { RunBar } from '../run/RunBar.tsx';
import { SettingsBar } from '../settings/SettingsBar.tsx';

/** Key, settings and the run, at the foot of the page. On a phone only the run stays there; the rest scrolls. */
export function Dock() {
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
    <footer className="dock">
      <div className="dock-fields">
        <div className="dock-key">
          <KeyField />
        </div>
        <div className="dock-settings">
          <SettingsBar />
        </div>
      </div>
      <div className="dock-run" ref={run}>
        <RunBar />
      </div>
    </footer>
  );
}
