import { directoryOf } from './folder.ts';
import { randomName } from './randomName.ts';

/**
 * Zips that are on their way to the downloads lie beside the photos until the browser has copied them. They belong to the
 * page that made them: when it is gone nobody waits for them any more, whole or not.
 */

const isArchiveFile = (name: string) => /^archive-\w+\.zip$/.test(name);

/** A name for such a zip, never used before. */
export function archiveFileName(): string {
  return `archive-${randomName()}.zip`;
}

/** Removes what a page that is gone left in its folder; what cannot be removed stays. Never rejects. */
export async function removeArchiveFiles(folder: string): Promise<void> {
  try {
    const directory = await directoryOf(folder);
    const names: string[] = [];
    for await (const name of directory.keys()) if (isArchiveFile(name)) names.push(name);
    await Promise.allSettled(names.map(name => directory.removeEntry(name)));
  } catch {
    // A browser that has taken such files away has taken these too.
  }
}
