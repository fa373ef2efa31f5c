import { useEffect } from 'react';
import type { Keyveil } from '../state/createKeyveil.ts';
import { unsaved } from '../state/queries/archive.ts';
import { KeyveilProvider, useKeyveil } from '../state/react.tsx';
import { useLanguage } from '../ui/language.ts';
import { applyTheme } from '../ui/theme.ts';
import { Shell } from './Shell.tsx';

export function App({ keyveil }: { readonly keyveil: Keyveil }) {
  // Another language renders the whole page anew. No component is unmounted for it, so nothing is lost.
  useLanguage();
  return (
    <KeyveilProvider keyveil={keyveil}>
      <PageEffects />
      <Shell />
    </KeyveilProvider>
  );
}

/** What the page does beyond what it shows: the theme, and a question before unsaved work is left. */
function PageEffects() {
  const theme = useKeyveil(s => s.preferences.theme);
  const ask = useKeyveil(unsaved);
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    if (!ask) return;
    const leaving = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', leaving);
    return () => removeEventListener('beforeunload', leaving);
  }, [ask]);
  return null;
}
