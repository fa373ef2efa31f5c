import type { StoreApi } from 'zustand/vanilla';
import type { Context } from './context.ts';
import { arranged } from './labels/arranged.ts';
import { commit } from './labels/history.ts';
import type { KeyveilState } from './model.ts';
import type { Services } from './services.ts';

/** What the actions work with, on a store. */
export function createContext(store: StoreApi<KeyveilState>, services: Services): Context {
  let ids = 0;
  // Ids outlive the page, so no two pages may give out the same.
  const page = crypto.randomUUID().slice(0, 8);
  return {
    services,
    get: store.getState,
    set: changes => store.setState(changes),
    arrange: next => {
      const s = store.getState();
      store.setState(arranged(s, commit({ arrangement: s.arrangement, history: s.history }, next)));
    },
    newId: prefix => `${prefix}${page}-${++ids}`,
  };
}
