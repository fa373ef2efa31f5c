import { cleanSegment } from '../../core/archive/names.ts';
import type { RestorePhoto } from './restoreState.ts';
import { withoutExtension } from './restoreTasks.ts';

/** What restored photos are called when they are saved. */

export function restoredName(file: File): string {
  return `${cleanSegment(withoutExtension(file.name))}.restored.png`;
}

/** No two of the same name. */
export function zipEntries(photos: readonly RestorePhoto[]): readonly { path: string; blob: Blob }[] {
  const used = new Set<string>();
  return photos.flatMap(({ file, row }) => {
    if (row.kind !== 'done') return [];
    const folder = cleanSegment(row.restored.label);
    let path = `${folder}/${restoredName(file)}`;
    for (let n = 2; used.has(path.toLowerCase()); n++) {
      path = `${folder}/${restoredName(file).replace(/\.restored\.png$/, ` (${n}).restored.png`)}`;
    }
    used.add(path.toLowerCase());
    return [{ path, blob: row.blob }];
  });
}
