import { createStore, type StoreApi } from 'zustand/vanilla';

/** Whether the app works without a network. */
export type OfflineReadiness =
  /** Not yet: its files are being fetched, or will be in a moment. */
  | { readonly kind: 'not-yet' }
  /** The browser was asked to save data, so nothing is fetched ahead until somebody asks for it. */
  | { readonly kind: 'waits' }
  /** Every file of the app is in this browser. */
  | { readonly kind: 'ready' }
  /**
   * `browser`: it has no service workers, or lets this page have none. `address`: browsers want https (or this device)
   * for it. `files`: they could not all be fetched, or were not those of the build; the next visit tries again.
   */
  | { readonly kind: 'not-possible'; readonly reason: 'browser' | 'address' | 'files' };

export interface OfflineState {
  readonly readiness: OfflineReadiness;
  /** `waiting`: a newer version is here, whole, and is used once somebody says so or all pages are closed. */
  readonly update: 'none' | 'waiting' | 'put-off';
  /** Whether the browser offers to install the app, and has not yet. */
  readonly installable: boolean;
}

/** What {@link createOffline} needs from the browser; see `browserOffline.ts`. */
export interface OfflineServices {
  /** Why there can be no service worker; null where there can. */
  readonly obstacle: 'browser' | 'address' | null;
  readonly savesData: boolean;
  /** Resolves when the page is loaded and has nothing to do. */
  idle(): Promise<void>;
  /** Rejects where the browser refuses, or the file cannot be had. */
  register(): Promise<ServiceWorkerRegistration>;
  /** The registration of an earlier visit. */
  registered(): Promise<ServiceWorkerRegistration | null>;
  /** Calls back each time that another service worker begins to answer for this page. */
  onTakenOver(listener: () => void): void;
  reload(): void;
  /** Whether photos, labels and results outlast a reload here. */
  keepsWork(): boolean;
  /** Calls back when the browser offers to install; gives null once it is installed. */
  onInstallOffer(listener: (offer: (() => Promise<void>) | null) => void): void;
}

/** What the page knows about working without a network, new versions and being installed. */
export interface Offline {
  readonly store: StoreApi<OfflineState>;
  /** Once: waits for a quiet moment, then has the files fetched. Never rejects. */
  start(): Promise<void>;
  /** Fetches the files although the browser saves data. Never rejects. */
  prepare(): Promise<void>;
  /** Reloads the page with the version that waits. What the page keeps over a reload is kept. */
  update(): void;
  /** Whether photos, labels and results outlast that. */
  keepsWork(): boolean;
  /** Says no more about the version that waits, on this visit. */
  putOff(): void;
  /** Shows the browser's own question whether to install. Call it in a click. */
  install(): Promise<void>;
}

/** The app's part of working offline; `sw.ts` is the other. */
export function createOffline(services: OfflineServices): Offline {
  const store = createStore<OfflineState>(() => ({
    readiness:
      services.obstacle === null ? { kind: 'not-yet' } : { kind: 'not-possible', reason: services.obstacle },
    update: 'none',
    installable: false,
  }));
  let registration: ServiceWorkerRegistration | null = null;
  let offer: (() => Promise<void>) | null = null;
  const say = (readiness: OfflineReadiness) => store.setState({ readiness });

  const follow = (found: ServiceWorkerRegistration): void => {
    registration = found;
    if (found.active) say({ kind: 'ready' });
    if (found.active && found.waiting) store.setState({ update: 'waiting' });
    watch(found.installing);
    found.addEventListener('updatefound', () => watch(found.installing));
    found.active?.postMessage('tidy');
  };

  /** Follows a worker that fetches its files. */
  const watch = (worker: ServiceWorker | null): void => {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && registration?.active) store.setState({ update: 'waiting' });
      if (worker.state === 'activated') say({ kind: 'ready' });
      if (worker.state === 'redundant' && !registration?.active)
        say({ kind: 'not-possible', reason: 'files' });
    });
  };

  const prepare = async (): Promise<void> => {
    say({ kind: 'not-yet' });
    let found: Awaited<ReturnType<typeof services.register>>;
    try {
      found = await services.register();
    } catch (error) {
      // Without a network the worker of an earlier visit goes on; else there is none to be had.
      // A script that could not be fetched is a TypeError; a browser that forbids it says something else.
      const earlier = await services.registered().catch(() => null);
      if (earlier?.active) follow(earlier);
      else say({ kind: 'not-possible', reason: error instanceof TypeError ? 'files' : 'browser' });
      return;
    }
    follow(found);
  };

  return {
    store,
    start: async () => {
      services.onInstallOffer(next => {
        offer = next;
        store.setState({ installable: next !== null });
      });
      if (services.obstacle !== null) return;
      await services.idle();
      const earlier = await services.registered().catch(() => null);
      if (services.savesData && !earlier) say({ kind: 'waits' });
      else await prepare();
    },
    prepare,
    update: () => {
      const waiting = registration?.waiting;
      if (!waiting) return services.reload();
      // Only the page that asked reloads; others go on with the files that they know.
      services.onTakenOver(() => services.reload());
      waiting.postMessage('take-over');
    },
    keepsWork: services.keepsWork,
    putOff: () => store.setState({ update: 'put-off' }),
    install: async () => {
      const ask = offer;
      offer = null;
      store.setState({ installable: false });
      await ask?.();
    },
  };
}
