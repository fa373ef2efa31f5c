import { expect, test } from 'vitest';
import { unwrapKey, wrapKey } from '../../../../src/core/key/wrappedKey.ts';

const secret = () => crypto.getRandomValues(new Uint8Array(32));
const file = { passphrase: 'violet anchor 🌊 mosaic', dataset: 'summer' };

test('opens with its own secret, and with no other', async () => {
  const own = secret();
  const wrapped = await wrapKey(file, own);
  expect(await unwrapKey(wrapped, own)).toEqual(file);
  expect(await unwrapKey(wrapped, secret())).toBeNull();
});

test('holds nothing of the passphrase, and never looks the same twice', async () => {
  const own = secret();
  const [first, second] = [await wrapKey(file, own), await wrapKey(file, own)];
  expect(Buffer.from(first.sealed).includes('violet')).toBe(false);
  expect(Buffer.from(first.sealed).equals(second.sealed)).toBe(false);
});

test('does not open when anything of it was changed', async () => {
  const own = secret();
  const wrapped = await wrapKey(file, own);
  expect(await unwrapKey({ ...wrapped, dataset: 'winter' }, own)).toBeNull();
  const bent = wrapped.sealed.slice();
  bent[5] = (bent[5] ?? 0) ^ 1;
  expect(await unwrapKey({ ...wrapped, sealed: bent }, own)).toBeNull();
  expect(await unwrapKey({ ...wrapped, sealed: wrapped.sealed.slice(0, 10) }, own)).toBeNull();
});
