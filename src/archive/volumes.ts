import { cleanSegment } from '../core/archive/names.ts';
import type { StoredFile } from '../storage/storage.ts';

/** One photo in the archive. `path` is `<label>/<name>.<ext>`, cleaned and unique. */
export interface ArchiveEntry {
  readonly path: string;
  readonly stored: StoredFile;
  readonly bytes: number;
}

/** One complete zip. `name` is its file name: `x.zip`, or `x.part-1-of-3.zip`. */
export interface Volume {
  readonly name: string;
  readonly entries: readonly ArchiveEntry[];
}

export interface VolumeLimits {
  /** Greatest size of a zip, headers included. */
  readonly bytes: number;
  readonly entries: number;
}

/** Below 4 GiB and far below 65,535 entries, so that no zip needs Zip64, which many programs still cannot read. */
export const volumeLimits: VolumeLimits = { bytes: 0xffff_fffe, entries: 60_000 };

// Fixed sizes in a zip with data descriptors (APPNOTE 4.3): local header 30, descriptor 16, central record 46, end 22.
const bytesPerEntry = 30 + 16 + 46;
const bytesOfEnd = 22;
const encoder = new TextEncoder();

function bytesInZip(entry: ArchiveEntry): number {
  // The name stands twice: in the local header and in the central directory.
  return bytesPerEntry + 2 * encoder.encode(entry.path).length + entry.bytes;
}

/** Exact size of the zip that `writeVolume` makes of these entries, in bytes. */
export function archiveBytes(entries: readonly ArchiveEntry[]): number {
  return entries.reduce((sum, entry) => sum + bytesInZip(entry), bytesOfEnd);
}

/**
 * Deals the entries to as few zips as their order allows: each is filled before the next is begun. A single file
 * above the limit gets a zip of its own. The name is the dataset's, cleaned; no entries, no volumes.
 */
export function planVolumes(
  datasetName: string,
  entries: readonly ArchiveEntry[],
  limits: VolumeLimits = volumeLimits,
): readonly Volume[] {
  const parts: ArchiveEntry[][] = [];
  let part: ArchiveEntry[] = [];
  let bytes = bytesOfEnd;
  for (const entry of entries) {
    const size = bytesInZip(entry);
    const full = bytes + size > limits.bytes || part.length >= limits.entries;
    if (parts.length === 0 || full) {
      part = [];
      bytes = bytesOfEnd;
      parts.push(part);
    }
    part.push(entry);
    bytes += size;
  }
  const name = cleanSegment(datasetName);
  return parts.map((entries, index) => ({ name: volumeName(name, index, parts.length), entries }));
}

function volumeName(name: string, index: number, count: number): string {
  return count === 1 ? `${name}.zip` : `${name}.part-${index + 1}-of-${count}.zip`;
}
