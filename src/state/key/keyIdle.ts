import type { StoreApi } from 'zustand/vanilla';
import type { Actions } from '../actions.ts';
import type { KeyveilState } from '../model.ts';

/** What the watch needs of the world; tests give it a clock of their own. */
export interface IdleWorld {
  /** Milliseconds since some moment. Must go on while the machine sleeps. */
  now(): number;
  /** Calls `tick` about every ten seconds; returns the function that stops it. */
  often(tick: () => void): () => void;
  /** Calls at every key press, touch, click or turn of the wheel; returns the function that stops it. */
  onInput(listener: () => void): () => void;
  /** Whether something long is running, which nobody has to watch. */
  busy(): boolean;
}

interface Page {
  readonly store: Pick<StoreApi<KeyveilState>, 'getState' | 'subscribe'>;
  readonly actions: Pick<Actions, 'forgetKey'>;
}

/**
 * Forgets the private key when nobody has touched the page for as long as the preferences say. While something runs
 * the clock stands still, and starts again at its end; time asleep counts as time away. A key that was made here and
 * not saved stays, because it might be lost for good. Returns the function that stops the watch.
 */
export function watchIdleKey({ store, actions }: Page, world: IdleWorld): () => void {
  let last = world.now();

  const look = () => {
    const { passphrase, keyKept, preferences } = store.getState();
    if (passphrase === '' || keyKept === 'unsaved' || preferences.forgetKeyAfter === 0) return;
    if (world.busy()) last = world.now();
    else if (world.now() - last >= preferences.forgetKeyAfter * 60_000) actions.forgetKey();
  };
  const stops = [
    world.often(look),
    world.onInput(() => {
      look();
      last = world.now();
    }),
    // A key that was loaded or made counts as a touch.
    store.subscribe((now, before) => {
      if (now.passphrase !== before.passphrase) last = world.now();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** How often the clock is looked at, ms. */
const pause = 10_000;
const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Clock and input of a real page. Whether something is running, only the page itself knows. */
export const browserIdle: Omit<IdleWorld, 'busy'> = {
  now: () => Date.now(),
  often: tick => {
    const timer = setInterval(tick, pause);
    // Browsers slow down the timers of a hidden page, so look as soon as it is shown.
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  },
  onInput: listener => {
    const abort = new AbortController();
    const options = { capture: true, passive: true, signal: abort.signal };
    for (const kind of inputs) addEventListener(kind, listener, options);
    return () => abort.abort();
  },
};
