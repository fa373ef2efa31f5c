import { directoryOf, randomName } from './folder.ts';

/**
 * Each open page keeps its photos in a folder of its own under `keyveil/` and holds a Web Lock of the folder's name for
 * as long as it lives. The browser drops the lock when the page goes, however it goes; so a folder whose lock is free
 * belongs to nobody and is swept away by the next page that starts.
 */

const root = 'keyveil';

export interface Session {
  /** The session's folder, `keyveil/…`; null where results have to stay in memory. */
  readonly folder: string | null;
  /** Gives the folder up: the next sweep removes it. */
  release(): void;
}

const inMemory: Session = { folder: null, release: () => {} };

/** Makes a folder for this page and holds it. Falls back to memory where files or locks are missing or refused. */
export async function holdSession(): Promise<Session> {
  const folder = `${root}/${randomName()}`;
  const release = await holdLock(folder);
  if (release === null) return inMemory;
  try {
    // The lock comes first, so that no sweep ever sees the folder without it.
    await directoryOf(folder);
    return { folder, release };
  } catch {
    // Private windows of some browsers have the interface but refuse to serve it.
    release();
    return inMemory;
  }
}

/** Resolves once the lock is held, with what ends it; null without Web Locks. */
function holdLock(name: string): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return Promise.resolve(null);
  return new Promise(held => {
    navigator.locks
      .request(name, () => new Promise<void>(release => held(() => release())))
      .catch(() => held(null));
  });
}

/** Removes the folders of pages that are gone; gives how many. Never touches one whose page lives. Never rejects. */
export async function sweepAbandoned(): Promise<number> {
  try {
    const directory = await directoryOf(root);
    const names: string[] = [];
    for await (const name of directory.keys()) names.push(name);
    const swept = await Promise.all(names.map(name => sweep(directory, name)));
    return swept.filter(Boolean).length;
  } catch {
    return 0;
  }
}

async function sweep(directory: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  return navigator.locks.request(`${root}/${name}`, { ifAvailable: true }, async lock => {
    if (lock === null) return false;
    // A file that a dying worker still holds stays for the next sweep.
    return directory.removeEntry(name, { recursive: true }).then(
      () => true,
      () => false,
    );
  });
}

let ours: Promise<Session> | null = null;

/** This page's session, held from the first call on; the folders of dead ones are swept meanwhile. */
export function pageSession(): Promise<Session> {
  if (ours === null) {
    ours = holdSession();
    void sweepAbandoned();
  }
  return ours;
}
