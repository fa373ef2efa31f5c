import { useStore } from 'zustand';
import { pageOffline } from './browserOffline.ts';
import type { OfflineState } from './offline.ts';

/** How this page stands without a network, for parts that are fetched after the page is up; what can be done about it is in `pageOffline`. */
export function useOffline(): OfflineState {
  return useStore(pageOffline.store);
}
