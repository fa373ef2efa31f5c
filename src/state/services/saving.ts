import type { ArchiveEntry, Volume } from '../../archive/volumes.ts';
import type { SaveTrouble } from '../../archive/writeVolume.ts';

type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly detail: SaveTrouble };

export type ZipOutcome =
  | { readonly kind: 'written'; readonly blob: Blob }
  | Exclude<SaveOutcome, { readonly kind: 'saved' }>;

export interface SaveService {
  /** Streams one volume to disk. Call it within the click, before anything is awaited. */
  volume(volume: Volume, onProgress: (bytesDone: number) => void, signal?: AbortSignal): Promise<SaveOutcome>;
  /** Writes one volume as a Blob, to be shared. */
  zip(volume: Volume, onProgress: (bytesDone: number) => void, signal: AbortSignal): Promise<ZipOutcome>;
  file(name: string, blob: Blob): void;
}

export type SaveFolderOutcome =
  /** `folder`: what the folder is called that the labels' folders lie in. */
  { readonly kind: 'saved'; readonly folder: string } | Exclude<SaveOutcome, { readonly kind: 'saved' }>;

export interface FolderService {
  /** Whether the browser lets a page write into a folder. */
  readonly available: boolean;
  /**
   * Asks for a folder and writes the archive's folders into it. Call it within the click, before anything is awaited.
   *
   * @param name of the folder to make in one that is not empty
   * @param onStart is called when a folder was chosen
   */
  save(
    name: string,
    entries: readonly ArchiveEntry[],
    onStart: () => void,
    onProgress: (bytesDone: number) => void,
    signal: AbortSignal,
  ): Promise<SaveFolderOutcome>;
}

export interface SpaceService {
  /**
   * Bytes that this page may still store; null where the browser does not say.
   *
   * @param inMemory bytes of results that are kept in memory already
   */
  free(inMemory: number): Promise<number | null>;
  /** Extra bytes that saving the results as zips takes in the same storage. */
  forSaving(resultBytes: number): number;
}
