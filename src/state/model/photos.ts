import type { FailureReason } from '../../core/faults/failure.ts';
import type { SourceType } from '../../core/settings.ts';
import type { PhotoDescription, ProtectedPhoto } from '../../pipeline/job.ts';
import type { StoredFile } from '../../storage/storage.ts';

export type PhotoId = string;

/** Where a photo's file can be found again after a reload. */
export type Origin =
  /** Only with the person's help. `root`: the folder or file that it was dropped with; missing after a reload. */
  | { readonly kind: 'given'; readonly root?: FileSystemHandle }
  /** From a zip: its bytes lie in the session's folder. */
  | { readonly kind: 'stored'; readonly stored: StoredFile }
  | { readonly kind: 'sample' };

/** One image the person gave. Never modified; where it belongs lies in the arrangement. */
export interface Photo {
  readonly id: PhotoId;
  /** Null after a reload, until the file has been found again. */
  readonly file: File | null;
  readonly origin: Origin;
  readonly name: string;
  /** The path as given, folders included: `train/cats/a.jpg`. */
  readonly path: string;
  readonly bytes: number;
  readonly type: SourceType;
  /** As stored in the file, before it is turned upright. */
  readonly width: number;
  readonly height: number;
  /** What its first bytes said when it was added; missing after a reload. */
  readonly description?: PhotoDescription;
}

/**
 * A finished photo or a failed one. `recipe` names key, label, settings and format it was made with. `kept` is false
 * once its bytes were removed from the browser after saving.
 */
export type Result =
  | {
      readonly kind: 'protected';
      readonly recipe: string;
      readonly photo: ProtectedPhoto;
      readonly kept: boolean;
    }
  | { readonly kind: 'failed'; readonly recipe: string; readonly reason: FailureReason };

/**
 * What a tile shows. `left-out`: the person keeps it out of the run, and so of archive and receipt. `before`: the open receipt lists it, so that it is not protected again. `outdated`: protected, but
 * with another key, label, setting or format than now chosen.
 */
export type PhotoStatus =
  | 'unlabelled'
  | 'left-out'
  | 'waiting'
  | 'working'
  | 'protected'
  | 'before'
  | 'outdated'
  | 'failed';
