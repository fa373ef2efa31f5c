import type { DBSchema } from 'idb';
import { opener } from './database.ts';

/**
 * What a page remembers of its visit, in IndexedDB beside the session's folder: one keepsake a session, written over
 * as the person works on. It holds names, labels and settings and never a key, a filter or a photo.
 */
export interface Keepsake {
  /** Folder of the session, `keyveil/…`. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Whatever can be cloned; whoever reads it checks it. */
  readonly content: unknown;
}

interface Schema extends DBSchema {
  keepsakes: { key: string; value: Keepsake };
}

const open = opener<Schema>(
  'keyveil',
  fresh => void fresh.createObjectStore('keepsakes', { keyPath: 'folder' }),
);

/** Writes a session's keepsake, replacing the one before. Rejects as the browser does (full, forbidden). */
export async function keep(keepsake: Keepsake): Promise<void> {
  await (await open()).put('keepsakes', keepsake);
}

/** All keepsakes, latest first. Rejects as the browser does: "none" and "not to be read" must not be mixed up. */
export async function keepsakes(): Promise<readonly Keepsake[]> {
  const all = await (await open()).getAll('keepsakes');
  return all.sort((a, b) => b.savedAt - a.savedAt);
}

/** A session's keepsake, if there is one. Rejects as the browser does. */
export async function keepsakeOf(folder: string): Promise<Keepsake | undefined> {
  return (await open()).get('keepsakes', folder);
}

/** Rejects as the browser does. */
export async function forgetKeepsake(folder: string): Promise<void> {
  await (await open()).delete('keepsakes', folder);
}
