import type { StoreApi } from 'zustand/vanilla';
import { browserServices } from './browserServices.ts';
import { createKeyveil, type Keyveil } from './createKeyveil.ts';
import type { KeyveilState } from './model.ts';

/** All that the page can do, with a browser's services: a part of its own, fetched once the page stands there. */
export function browserKeyveil(store: StoreApi<KeyveilState>): Keyveil {
  return createKeyveil(browserServices(), store);
}
