import type { DBSchema } from 'idb';
import { isMissing, opener } from './database.ts';

/** A key that a person locked with a passkey, with what the passkey is asked by. Worth nothing without the passkey. */
export interface StoredKey {
  /** Public name; one key a name. */
  readonly dataset: string;
  /** The passkey's id. */
  readonly credential: Uint8Array<ArrayBuffer>;
  /** What its secret is asked for with, 32 bytes. */
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

interface Schema extends DBSchema {
  keys: { key: string; value: StoredKey };
}

const name = 'keyveil-keys';

/** A database of its own: most browsers never have one. */
const open = opener<Schema>(name, fresh => void fresh.createObjectStore('keys', { keyPath: 'dataset' }));

/** Rejects as the browser does (full, forbidden). */
export async function storeKey(key: StoredKey): Promise<void> {
  await (await open()).put('keys', key);
}

/** All of them, by name. Rejects as the browser does. */
export async function storedKeys(): Promise<readonly StoredKey[]> {
  // Looking must leave nothing behind.
  if (await isMissing(name)) return [];
  return (await open()).getAll('keys');
}

/** Rejects as the browser does. */
export async function dropKey(dataset: string): Promise<void> {
  await (await open()).delete('keys', dataset);
}
