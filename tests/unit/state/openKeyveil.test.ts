import { expect, test } from 'vitest';
import { createKeyveil, type Keyveil } from '../../../src/state/createKeyveil.ts';
import { emptyStore } from '../../../src/state/initial.ts';
import { openKeyveil } from '../../../src/state/openKeyveil.ts';
import { defaultPreferences } from '../../../src/state/preferences/preferences.ts';
import { fakeServices } from './fakeServices.ts';

function opened() {
  const store = emptyStore(defaultPreferences);
  const loads: ((fetched: boolean) => void)[] = [];
  const saved: string[] = [];
  const services = fakeServices({
    preferences: { load: () => defaultPreferences, save: ({ theme }) => saved.push(theme) },
  });
  const keyveil = openKeyveil(
    store,
    () =>
      new Promise<Keyveil>((resolve, reject) => {
        loads.push(fetched =>
          fetched ? resolve(createKeyveil(services, store)) : reject(new Error('no network')),
        );
      }),
  );
  return { keyveil, store, loads, saved };
}

/** Lets all that can go on go on. */
const settled = () => new Promise(resolve => setTimeout(resolve));

test('what is asked for before the rest is there is done in its turn, once it has been fetched', async () => {
  const { keyveil, store, loads } = opened();
  keyveil.actions.setMethod('cuda');
  keyveil.actions.setPreset('cifar');
  expect(loads).toHaveLength(1);
  expect(store.getState().settings.method).toBe('cast');
  loads[0]?.(true);
  await settled();
  expect(store.getState().settings).toMatchObject({ method: 'cuda', kernelSize: 3 });
  keyveil.actions.setMethod('veil');
  expect(store.getState().settings.method).toBe('veil');
});

test('what is typed and chosen stands there at once, and takes effect when the rest is there', async () => {
  const { keyveil, store, loads, saved } = opened();
  keyveil.actions.setPassphrase('a');
  keyveil.actions.setPassphrase('ab');
  keyveil.actions.setDataset('holiday');
  keyveil.actions.setPreferences({ theme: 'dark' });
  expect(store.getState()).toMatchObject({ passphrase: 'ab', dataset: 'holiday', key: { kind: 'none' } });
  expect(store.getState().preferences.theme).toBe('dark');
  loads[0]?.(true);
  await settled();
  expect(store.getState()).toMatchObject({ passphrase: 'ab', dataset: 'holiday', key: { kind: 'deriving' } });
  expect(saved).toEqual(['dark']);
});

test('what could not be fetched is fetched anew with the next thing that is asked for', async () => {
  const { keyveil, store, loads } = opened();
  const warming = keyveil.warmUp();
  loads[0]?.(false);
  await expect(warming).rejects.toThrow('no network');
  keyveil.actions.setMethod('veil');
  loads[1]?.(true);
  await settled();
  expect(store.getState().settings.method).toBe('veil');
});

test('an action is the same function at every reading, and actions are no promise', async () => {
  const { keyveil } = opened();
  expect(keyveil.actions.thumbnail).toBe(keyveil.actions.thumbnail);
  expect(await keyveil.actions).toBe(keyveil.actions);
});
