import type { StoreApi } from 'zustand/vanilla';
import type { Actions } from './actions.ts';
import type { Keyveil } from './createKeyveil.ts';
import type { KeyveilState } from './model.ts';

/**
 * The app with its page before what that can do: this is fetched with the first thing that is asked for, or by
 * `warmUp`. Until it is there, every action waits its turn. The few that answer without a promise are of photos and labels,
 * and so are never asked for before.
 *
 * @param load tried anew after it failed; what was asked for meanwhile rejects with the reason
 */
export function openKeyveil(store: StoreApi<KeyveilState>, load: () => Promise<Keyveil>): Keyveil {
  let whole: Keyveil | null = null;
  let loading: Promise<Keyveil> | null = null;
  const fetched = async () => {
    loading ??= load();
    try {
      whole = await loading;
      return whole;
    } catch (error) {
      loading = null;
      throw error;
    }
  };
  return {
    store,
    actions: late(
      () => whole?.actions,
      async () => (await fetched()).actions,
      shownAtOnce(store),
    ),
    photoSetServices: late(
      () => whole?.photoSetServices,
      async () => (await fetched()).photoSetServices,
    ),
    warmUp: async () => (await fetched()).warmUp(),
    lookBack: async () => (await fetched()).lookBack(),
  };
}

/** What is typed and chosen stands there at once, whether the rest is there or not. */
function shownAtOnce({ getState, setState }: StoreApi<KeyveilState>): Partial<Actions> {
  return {
    setPassphrase: passphrase => setState({ passphrase }),
    setDataset: dataset => setState({ dataset }),
    setPreferences: changes => setState({ preferences: { ...getState().preferences, ...changes } }),
  };
}

type Functions<T> = { readonly [K in keyof T]: (...given: never[]) => unknown };

/** The functions of something that is still to come. Each is the same at every reading, as effects of the page want it. */
function late<T extends Functions<T>>(
  there: () => T | undefined,
  coming: () => Promise<T>,
  atOnce: Partial<T> = {},
): T {
  const functions = new Map<PropertyKey, unknown>();
  const functionOf = (name: keyof T) =>
    function call(...given: never[]): unknown {
      const here = there();
      if (here) return here[name](...given);
      atOnce[name]?.(...given);
      return coming().then(come => come[name](...given));
    };
  return new Proxy({} as T, {
    get(_, name) {
      // Who asks for `then` wants to know whether this is a promise.
      if (typeof name === 'symbol' || name === 'then') return undefined;
      if (!functions.has(name)) functions.set(name, functionOf(name as keyof T));
      return functions.get(name);
    },
  });
}
