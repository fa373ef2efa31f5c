import { trustedScript } from '../../policy/scripts.ts';
import { pageFolder } from '../../storage/session.ts';
import { createOffline, type OfflineServices } from './offline.ts';

/** Beside the page, whatever folder that is in. */
const address = './sw.js';

/** How long a page is left alone after it has loaded, at least, ms: workers start and measure in that time. */
const quiet = 3000;

/** Chromium's offer to install, which it makes where and when it sees fit (WICG Manifest Incubations). */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

function isInstallOffer(event: Event): event is InstallOffer {
  return 'prompt' in event && typeof event.prompt === 'function';
}

function obstacle(): OfflineServices['obstacle'] {
  if (!isSecureContext) return 'address';
  return 'serviceWorker' in navigator ? null : 'browser';
}

/** `navigator.connection` is Chromium's alone. */
function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return (
    typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true
  );
}

async function idle(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise(resolve => addEventListener('load', resolve, { once: true }));
  await new Promise(resolve => setTimeout(resolve, quiet));
  if ('requestIdleCallback' in globalThis)
    await new Promise(resolve => requestIdleCallback(resolve, { timeout: 10_000 }));
}

async function register(): Promise<ServiceWorkerRegistration> {
  const registration: unknown = await navigator.serviceWorker.register(trustedScript(address));
  // Extensions and test tools that forbid service workers answer with nothing.
  if (!(registration instanceof ServiceWorkerRegistration)) throw new Error('refused');
  return registration;
}

/** One page has one service worker, so all parts of the page share this. */
export const pageOffline = createOffline({
  obstacle: obstacle(),
  savesData: savesData(),
  idle,
  register,
  registered: async () => {
    const found = await navigator.serviceWorker.getRegistration();
    // That of the folder above, where another app lies, is not ours.
    return found?.scope === new URL('./', document.baseURI).href ? found : null;
  },
  onTakenOver: listener => navigator.serviceWorker.addEventListener('controllerchange', listener),
  reload: () => location.reload(),
  keepsWork: () => pageFolder() !== null,
  onInstallOffer: listener => {
    addEventListener('beforeinstallprompt', event => {
      // The browser's own bar would lie over the page; the offer stands in the preferences instead.
      event.preventDefault();
      if (isInstallOffer(event)) listener(async () => void (await event.prompt()));
    });
    addEventListener('appinstalled', () => listener(null));
  },
});
