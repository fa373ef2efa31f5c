import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

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

let database: Promise<IDBPDatabase<Schema>> | null = null;

/** A database of its own: most browsers never have one, because nothing is in it without leave. */
function open(): Promise<IDBPDatabase<Schema>> {
  database ??= openDB<Schema>('keyveil-sets', 1, {
    upgrade: fresh => {
      fresh.createObjectStore('sets', { keyPath: 'dataset' });
    },
    terminated: () => {
      database = null;
    },
  });
  database.catch(() => {
    database = null;
  });
  return database;
}

/** Remembers a set, in place of what was remembered under its name. Rejects as the browser does. */
export async function storeSet(set: StoredSet): Promise<void> {
  await (await open()).put('sets', set);
}

/** All of them, latest first. Rejects as the browser does. */
export async function storedSets(): Promise<readonly StoredSet[]> {
  const known = await indexedDB.databases?.().catch(() => null);
  // Looking must leave nothing behind.
  if (known && !known.some(({ name }) => name === 'keyveil-sets')) return [];
  const all = await (await open()).getAll('sets');
  return all.sort((a, b) => b.savedAt - a.savedAt);
}

/** Forgets it for good. Rejects as the browser does. */
export async function dropSet(dataset: string): Promise<void> {
  await (await open()).delete('sets', dataset);
}
