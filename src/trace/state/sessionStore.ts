import { createStore, type StoreApi } from 'zustand/vanilla';

/** What a part of the tab knows, and the signal of the work that it has under way. */
export interface SessionStore<State> {
  readonly store: StoreApi<State>;
  get(): State;
  set(changes: Partial<State>): void;
  /** Ends the work under way. */
  end(): void;
  /** Ends it and begins another. */
  begin(): AbortSignal;
}

/** A store with nothing under way. */
export function createSessionStore<State>(initial: State): SessionStore<State> {
  const store = createStore<State>(() => initial);
  let abort = new AbortController();
  const end = () => abort.abort();
  return {
    store,
    get: store.getState,
    set: changes => store.setState(changes),
    end,
    begin: () => {
      end();
      abort = new AbortController();
      return abort.signal;
    },
  };
}
