import { useState } from 'react';

/** The tabs of the page, in order. */
export const tabs = ['protect', 'prove', 'trace'] as const;
export type Tab = (typeof tabs)[number];

/** Ids that tie a tab to what it shows. */
export const tabIds: Readonly<Record<Tab, { readonly tab: string; readonly panel: string }>> = {
  protect: { tab: 'tab-protect', panel: 'panel-protect' },
  prove: { tab: 'tab-prove', panel: 'panel-prove' },
  trace: { tab: 'tab-trace', panel: 'panel-trace' },
};

/** The tab that is shown, and how to go to another. It is in the address, so that a reload stays there. */
export function useTab(): readonly [Tab, (tab: Tab) => void] {
  const [tab, setTab] = useState<Tab>(
    () => tabs.find(one => globalThis.location?.hash === `#${one}`) ?? 'protect',
  );
  const go = (next: Tab) => {
    setTab(next);
    history.replaceState(null, '', next === 'protect' ? location.pathname + location.search : `#${next}`);
  };
  return [tab, go];
}
