import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/**
 * Gives what opens a database of IndexedDB: once, and anew after the browser closed it (storage was cleared) or would not open it.
 * That which it gives rejects as the browser does (forbidden).
 */
export function opener<Schema extends DBSchema>(
  name: string,
  build: (fresh: IDBPDatabase<Schema>) => void,
): () => Promise<IDBPDatabase<Schema>> {
  let database: Promise<IDBPDatabase<Schema>> | null = null;
  const close = () => {
    database = null;
  };
  return () => {
    database ??= openDB<Schema>(name, 1, { upgrade: build, terminated: close });
    database.catch(close);
    return database;
  };
}

/** Whether opening it to look would make it; not known in every browser, and then not said. */
export async function isMissing(name: string): Promise<boolean> {
  const known = await indexedDB.databases?.().catch(() => null);
  return known ? !known.some(each => each.name === name) : false;
}
