import { renderToStaticMarkup } from 'react-dom/server';
import { App } from './app/App.tsx';
import { emptyStore } from './state/initial.ts';
import { openKeyveil } from './state/openKeyveil.ts';
import { defaultPreferences } from './state/preferences/preferences.ts';

/**
 * The page as it first stands there, before a photo, as HTML. Runs when the app is built; no service is called. What
 * could take something in takes nothing yet, because it would be lost when the page itself comes to stand there; and
 * what is drawn by chance is left open.
 */
export function firstPage(): string {
  const keyveil = openKeyveil(emptyStore(defaultPreferences), async () => {
    throw new Error('nobody is there to press anything');
  });
  return (
    renderToStaticMarkup(<App keyveil={keyveil} />)
      .replace(/<input [^>]*type="file"[^>]*>/g, '')
      .replace(/(<input [^>]*type="text"[^>]*) value="[^"]*"/g, '$1')
      // A field of this type may be filled in by the browser, and it would say that it misses its form.
      .replace(/type="password"/g, 'type="text"')
      .replace(/<input /g, '<input readonly ')
      .replace(/<(select|textarea) /g, '<$1 disabled ')
  );
}
