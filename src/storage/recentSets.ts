import type { DBSchema } from 'idb';
import { isMissing, opener } from './database.ts';

/** A set that a person wanted remembered: its public name and its receipt. Never a key, a filter or a photo. */
interface StoredSet {
  /** Its dataset name. */
  readonly dataset: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly photos: number;
  readonly labels: number;
  /** The receipt's whole text. */
  readonly receipt: string;
}

interface Schema extends DBSchema {
  sets: { key: string; value: StoredSet };
}

const name = 'keyveil-sets';

/** A database of its own: most browsers never have one, because nothing is in it without leave. */
const open = opener<Schema>(name, fresh => void fresh.createObjectStore('sets', { keyPath: 'dataset' }));

/** Remembers a set, in place of what was remembered under its name. Rejects as the browser does. */
export async function storeSet(set: StoredSet): Promise<void> {
  await (await open()).put('sets', set);
}

/** All of them, latest first. Rejects as the browser does. */
export async function storedSets(): Promise<readonly StoredSet[]> {
  // Looking must leave nothing behind.
  if (await isMissing(name)) return [];
  const all = await (await open()).getAll('sets');
  return all.sort((a, b) => b.savedAt - a.savedAt);
}

/** Forgets it for good. Rejects as the browser does. */
export async function dropSet(dataset: string): Promise<void> {
  await (await open()).delete('sets', dataset);
}
