import type { KeyboardEvent } from 'react';
import { text } from '../locales/text.ts';
import { type Tab, tabIds, tabs } from './tab.ts';

interface Props {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
}

/** The tabs of the page: arrow keys, Home and End go from one to the next, and only the chosen one is in the tab order. */
export function Tabs({ tab, onTab }: Props) {
  const go = (next: Tab | undefined) => {
    if (!next) return;
    onTab(next);
    document.getElementById(tabIds[next].tab)?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    const at = tabs.indexOf(tab);
    const ways: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = ways[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(tabs[to % tabs.length]);
  };
  return (
    <div className="tabs" role="tablist" aria-label={text('app.name')}>
      {tabs.map(one => (
        <button
          key={one}
          type="button"
          role="tab"
          id={tabIds[one].tab}
          aria-selected={one === tab}
          aria-controls={tabIds[one].panel}
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onTab(one)}
          onKeyDown={pressed}
        >
          {text(`app.${one}`)}
        </button>
      ))}
    </div>
  );
}
