import { useEffect, useRef, useState } from 'react';
import { text } from '../../locales/text.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { breakpoints, useMedia } from '../../ui/useMedia.ts';
import { KeyField } from '../key/KeyField.tsx';
import { RunBar } from '../run/RunBar.tsx';
import { SettingsBar } from '../settings/SettingsBar.tsx';

/**
 * Key, settings and the run, at the foot of the page. On a phone key and settings fold away once there is a key, so
 * that the photos have room.
 */
export function Dock() {
  const phone = useMedia(breakpoints.phone);
  const keyless = useKeyveil(s => s.key.kind === 'none' && s.arrangement.order.length > 0);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = !phone || (chosen ?? keyless);
  const dock = useRef<HTMLElement>(null);

  useEffect(() => {
    const element = dock.current;
    if (!element) return;
    // What floats over the page keeps clear of the dock.
    const watch = new ResizeObserver(() =>
      document.documentElement.style.setProperty('--dock-height', `${element.offsetHeight}px`),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  return (
    <footer className="dock" ref={dock}>
      {phone && (
        <button type="button" className="dock-fold" aria-expanded={open} onClick={() => setChosen(!open)}>
          <Icon name="key" />
          <span>{text('app.keyAndSettings')}</span>
          <Icon name="down" size={14} />
        </button>
      )}
      {open && (
        <div className="dock-fields">
          <div className="dock-key">
            <KeyField />
          </div>
          <div className="dock-settings">
            <SettingsBar />
          </div>
        </div>
      )}
      <div className="dock-run">
        <RunBar />
      </div>
    </footer>
  );
}
