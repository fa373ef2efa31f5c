import type { Actions } from '../actions.ts';
import type { Keyveil } from '../createKeyveil.ts';

/** What the watch needs of the world; tests give it a clock of their own. */
export interface IdleWorld {
  /** Milliseconds since some moment. Must go on while the machine sleeps. */
  now(): number;
  /** Calls again and again, about every ten seconds; gives what stops it. */
  often(tick: () => void): () => void;
  /** Calls at every key press, touch, press or turn of a wheel; gives what stops it. */
  onInput(listener: () => void): () => void;
  /** Whether something long is at work, which nobody has to sit beside. */
  busy(): boolean;
}

interface Page {
  readonly store: Keyveil['store'];
  readonly actions: Pick<Actions, 'forgetKey'>;
}

/**
 * Forgets the private key when nobody has touched the page for as long as the preferences say. Not while something is at
 * work: the time counts from its end. A machine that slept does not get away with it: the first touch after it comes too
 * late. A key that was made here and not saved stays: forgotten, it might be lost for good. Gives what stops the watch.
 */
export function watchIdleKey({ store, actions }: Page, world: IdleWorld): () => void {
  let last = world.now();

  const look = () => {
    const { passphrase, keyUnsaved, preferences } = store.getState();
    if (passphrase === '' || keyUnsaved || preferences.forgetKeyAfter === 0) return;
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

/** The world of a real page, but for what is at work, which the page itself knows. */
export const browserIdle: Omit<IdleWorld, 'busy'> = {
  now: () => Date.now(),
  often: tick => {
    const timer = setInterval(tick, pause);
    // A page that was hidden may not have been woken for a long time.
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
