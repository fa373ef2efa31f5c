import type { Keyveil } from '../../src/state/createKeyveil.ts';

/** Waits until a key that was typed is derived; false where there is none. */
export async function keyReady(store: Keyveil['store']): Promise<boolean> {
  if (store.getState().key.kind === 'ready') return true;
  return new Promise(resolve => {
    const stop = store.subscribe(({ key }) => {
      if (key.kind === 'deriving') return;
      stop();
      resolve(key.kind === 'ready');
    });
  });
}
