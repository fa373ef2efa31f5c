import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Actions } from './actions.ts';
import type { Keyveil } from './createKeyveil.ts';
import type { KeyveilState } from './model.ts';

const KeyveilContext = createContext<Keyveil | null>(null);

/** Gives a part of the page its store and actions. */
export function KeyveilProvider({ keyveil, children }: { keyveil: Keyveil; children: ReactNode }) {
  return <KeyveilContext value={keyveil}>{children}</KeyveilContext>;
}

function useContextOrThrow(): Keyveil {
  const keyveil = useContext(KeyveilContext);
  if (!keyveil) throw new Error('KeyveilProvider is missing above this component');
  return keyveil;
}

/** What `selector` picks from the state; the component renders anew when that changes, compared shallowly. */
export function useKeyveil<T>(selector: (state: KeyveilState) => T): T {
  return useStore(useContextOrThrow().store, useShallow(selector));
}

export function useActions(): Actions {
  return useContextOrThrow().actions;
}

/** For the rare handler that needs the state of the moment without rendering for it. */
export function useKeyveilStore(): Keyveil['store'] {
  return useContextOrThrow().store;
}

/** For the wings, which keep a state of their own beside this one. */
export function usePhotoSetServices(): Keyveil['photoSetServices'] {
  return useContextOrThrow().photoSetServices;
}
