import type { Receipt } from '../receipt.ts';

/** An archive held against its receipt. */

/** A file of the archive, by its bytes. `sha256` is lower-case hex; null where it cannot be read. */
export interface DigestedFile {
  readonly path: string;
  readonly sha256: string | null;
}

/** Lists hold paths: those of the receipt, and of `extra` those of the archive. */
export interface ArchiveCheck {
  /** How many photos are exactly as they were. */
  readonly same: number;
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** Disks may write a name in another normal form, and people put the archive's folders into others. */
function placeOf(path: string): string {
  return path.normalize('NFC').split('/').slice(-2).join('/');
}

/**
 * Compares what was found with what the receipt lists. A photo is looked for at `<label>/<name>`, in whatever folder
 * that lies; where it lies twice, one that is as it was counts, and the other is `extra`.
 */
export function compareArchive(
  receipt: Pick<Receipt, 'files'>,
  found: readonly DigestedFile[],
): ArchiveCheck {
  const byPlace = new Map<string, DigestedFile[]>();
  for (const file of found) {
    const place = placeOf(file.path);
    const there = byPlace.get(place);
    if (there) there.push(file);
    else byPlace.set(place, [file]);
  }
  const used = new Set<DigestedFile>();
  const changed: string[] = [];
  const missing: string[] = [];
  for (const { path, sha256 } of receipt.files) {
    const there = byPlace.get(placeOf(path)) ?? [];
    const same = there.find(file => file.sha256 === sha256);
    const taken = same ?? there[0];
    if (taken) used.add(taken);
    if (!taken) missing.push(path);
    else if (!same) changed.push(path);
  }
  return {
    same: receipt.files.length - changed.length - missing.length,
    changed,
    missing,
    extra: found.filter(file => !used.has(file)).map(file => file.path),
  };
}
