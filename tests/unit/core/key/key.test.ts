import { expect, it } from 'vitest';
import {
  deriveMasterKey,
  EmptyPassphraseError,
  hex,
  MasterKey,
  stretch,
} from '../../../../src/core/key/key.ts';

it('refuses an empty passphrase with an error of its own that says nothing secret', async () => {
  await expect(deriveMasterKey('', 'my-secret-trip')).rejects.toThrow(EmptyPassphraseError);
  await expect(deriveMasterKey('', 'my-secret-trip')).rejects.not.toThrow(/my-secret-trip/);
});

it('treats composed and decomposed letters alike, and trims the dataset name but not the passphrase', async () => {
  const key = hex(await stretch('pâté', 'Été'));
  expect(hex(await stretch('pa\u0302te\u0301', '  E\u0301te\u0301\u00a0'))).toBe(key);
  expect(hex(await stretch(' pâté', 'Été'))).not.toBe(key);
  expect(hex(await stretch('pâté', 'été'))).not.toBe(key);
});

it('overwrites the bytes that it takes over', async () => {
  const bytes = new Uint8Array(32).fill(7);
  await MasterKey.take(bytes);
  expect(bytes.every(byte => byte === 0)).toBe(true);
});

it('shows nothing of the key to whoever prints or stores it', async () => {
  const master = await MasterKey.take(new Uint8Array(32).fill(7));
  expect(JSON.stringify(master)).toBe('{}');
  expect(Object.keys(master)).toEqual([]);
});

it('gives one seed for both forms of a message, and another for another message', async () => {
  const master = await MasterKey.take(new Uint8Array(32).fill(7));
  const seed = await master.seed('veil/café');
  expect(seed).toMatch(/^[0-9a-f]{64}$/);
  expect(await master.seed('veil/cafe\u0301')).toBe(seed);
  expect(await master.seed('veil/cafe')).not.toBe(seed);
});

it('answers nothing after it was wiped', async () => {
  const master = await MasterKey.take(new Uint8Array(32).fill(7));
  master.wipe();
  await expect(master.seed('check')).rejects.toThrow(/wiped/);
});
