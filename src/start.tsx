import { StrictMode, startTransition, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { loadWorkspace } from './app/loadWorkspace.ts';
import { watchUnexpected } from './app/watchUnexpected.ts';
import { unexpected } from './core/faults/unexpected.ts';
import { keepOut } from './core/faults/unexpectedLog.ts';
import { loadMorePanel } from './features/settings/loadMorePanel.ts';
import { languageOf } from './locales/language.ts';
import { speak } from './locales/text.ts';
import { emptyStore } from './state/initial.ts';
import { openKeyveil } from './state/openKeyveil.ts';
import { loadPreferences } from './state/preferences/preferences.ts';
import { localStore } from './state/preferences/storedTheme.ts';
import { privateWords } from './state/privateWords.ts';

watchUnexpected();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its #root');

const store = emptyStore(loadPreferences(localStore()));
const keyveil = openKeyveil(store, async () =>
  (await import('./state/browserKeyveil.ts')).browserKeyveil(store),
);
keepOut(() => privateWords(keyveil.store.getState()));

/** The page, and what begins once it is there. */
function Page({ place }: { readonly place: HTMLElement }) {
  useEffect(() => {
    // What stood there before could not be pressed, because nothing would have happened.
    place.inert = false;
    // The rest of the page is fetched, and the workers find out which engine suits the machine.
    const wait = setTimeout(() => {
      // What cannot be fetched is told of where it is needed.
      const fetched = loadWorkspace().catch(() => null);
      void Promise.all([fetched, keyveil.warmUp(), keyveil.lookBack()]).then(loadMorePanel);
    });
    return () => clearTimeout(wait);
  }, [place]);
  return <App keyveil={keyveil} />;
}

/** In slices: the same page is there already, so nobody waits for it. */
function draw(place: HTMLElement) {
  startTransition(() =>
    createRoot(place, {
      // What a boundary caught it tells of itself; React would quote the whole message.
      onCaughtError: () => {},
      onUncaughtError: error => void unexpected(error, 'drawing'),
    }).render(
      <StrictMode>
        <Page place={place} />
      </StrictMode>,
    ),
  );
}

// Its language first. In English there is nothing to wait for.
void speak(languageOf(keyveil.store.getState().preferences.language)).then(() => draw(root));
