import { removeArchiveFiles } from './archiveFiles.ts';
import { directoryOf } from './folder.ts';
import { forgetKeepsake, type Keepsake, keepsakeOf, keepsakes } from './keepsakes.ts';
import { randomName } from './randomName.ts';

/**
 * Each open page keeps its photos in a folder of its own under `keyveil/` and holds a Web Lock of the folder's name for
 * as long as it lives. The browser drops the lock when the page goes, however it goes; so a folder whose lock is free
 * belongs to nobody: a later page may take it over, if it left a keepsake, and sweeps it away otherwise.
 */

const root = 'keyveil';

/** Work that nobody came back to is swept away after this long, in ms. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

export interface Session {
  /** The session's folder, `keyveil/…`; null where results have to stay in memory. */
  readonly folder: string | null;
  /** Gives the folder up: the next sweep removes it. Resolves when others can see it. */
  release(): Promise<void>;
}

const inMemory: Session = { folder: null, release: async () => {} };

/** Makes a folder for this page and holds it. Falls back to memory where files or locks are missing or refused. */
async function holdSession(): Promise<Session> {
  return (await hold(`${root}/${randomName()}`)) ?? inMemory;
}

/** Holds a folder; null where somebody else does, or where files or locks are missing or refused. */
async function hold(folder: string): Promise<Session | null> {
  const release = await holdLock(folder);
  if (release === null) return null;
  try {
    // The lock comes first, so that no sweep ever sees the folder without it.
    await directoryOf(folder);
    return { folder, release };
  } catch {
    // Some browsers have no such files, or refuse them in private windows. Waited for, so that this page's own lock is
    // not taken for that of another page.
    await release();
    return null;
  }
}

/** Resolves once the lock is held, with what ends it; null where it is taken, and without Web Locks. */
function holdLock(name: string): Promise<Session['release'] | null> {
  if (!('locks' in navigator)) return Promise.resolve(null);
  return new Promise(held => {
    const ended: Promise<unknown> = navigator.locks
      .request(name, { ifAvailable: true }, lock =>
        lock === null
          ? held(null)
          : new Promise<void>(release =>
              held(async () => {
                release();
                await ended;
              }),
            ),
      )
      .catch(() => held(null));
  });
}

/**
 * Removes the folders of pages that are gone and left nothing to come back to; gives how many. Never touches one whose
 * page lives, nor any where it cannot be read what was left. Never rejects.
 */
async function sweepAbandoned(now = Date.now()): Promise<number> {
  try {
    const directory = await directoryOf(root);
    const isFresh = ({ savedAt }: Keepsake) => now - savedAt < keptFor;
    const fresh = new Set((await keepsakes()).filter(isFresh).map(({ folder }) => folder));
    const names: string[] = [];
    for await (const name of directory.keys()) if (!fresh.has(`${root}/${name}`)) names.push(name);
    const swept = await Promise.all(names.map(name => sweep(directory, name, isFresh)));
    return swept.filter(Boolean).length;
  } catch {
    return 0;
  }
}

async function sweep(
  directory: FileSystemDirectoryHandle,
  name: string,
  isFresh: (keepsake: Keepsake) => boolean,
): Promise<boolean> {
  const folder = `${root}/${name}`;
  return navigator.locks.request(folder, { ifAvailable: true }, async lock => {
    if (lock === null) return false;
    // Its page may have kept something after it was looked for, and gone then.
    const keepsake = await keepsakeOf(folder);
    if (keepsake && isFresh(keepsake)) return false;
    if (keepsake) await forgetKeepsake(folder);
    // A file that a dying worker still holds stays for the next sweep.
    return directory.removeEntry(name, { recursive: true }).then(
      () => true,
      () => false,
    );
  });
}

/** Keepsakes of pages that are gone, latest first; none where the browser keeps nothing. */
export async function abandonedKeepsakes(): Promise<readonly Keepsake[]> {
  const live = await liveFolders();
  const all = await keepsakes().catch(() => []);
  return all.filter(({ folder }) => !live.has(folder));
}

/** Folders of open pages, this one's included. */
async function liveFolders(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(`${root}/`) ? [name] : [])));
}

/** Whether another open page works on photos of its own. */
export async function otherPageOpen(): Promise<boolean> {
  const { folder } = await pageSession();
  return [...(await liveFolders())].some(live => live !== folder);
}

let ours: Promise<Session> | null = null;
let oursNow: Session = inMemory;

/** This page's folder as far as it is known; null until then, and where there is none. */
export function pageFolder(): string | null {
  return oursNow.folder;
}

/** This page's session, held from the first call on; the folders of dead ones are swept meanwhile. */
export function pageSession(): Promise<Session> {
  if (ours === null) {
    ours = holdSession().then(session => {
      oursNow = session;
      return session;
    });
    void sweepAbandoned();
  }
  return ours;
}

/**
 * Makes the folder of a page that is gone this page's own, and lets the one go that it had so far. False when another
 * page was faster.
 */
export async function takeOver(folder: string): Promise<boolean> {
  const before = await pageSession();
  // An earlier try got as far as this and then failed.
  if (before.folder === folder) return true;
  const taken = await hold(folder);
  if (taken === null) return false;
  ours = Promise.resolve(taken);
  oursNow = taken;
  void before.release();
  await removeArchiveFiles(folder);
  void sweepAbandoned();
  return true;
}

/** Removes a folder that was left behind, and its keepsake. */
export async function discardAbandoned(folder: string): Promise<void> {
  await forgetKeepsake(folder);
  await sweepAbandoned();
}
