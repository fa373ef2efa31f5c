import type { FailureReason } from '../core/failure.ts';
import type { Filter } from '../core/filter.ts';
import type { MethodSettings } from '../core/settings.ts';
import type { EngineChoice, EngineReport, Region, Treatment } from '../engine/engine.ts';
import type { Figures } from '../pipeline/figures.ts';
import type { Header, PhotoNote, ProtectJob, ProtectOutcome } from '../pipeline/job.ts';
import type { Look } from '../pipeline/previews.ts';

/** What the page may ask of its workers. Everything here crosses a thread, so all of it can be cloned. */

export type { EngineChoice, EngineReport } from '../engine/engine.ts';
export type { Look } from '../pipeline/previews.ts';

export interface Thumbnail {
  readonly kind: 'thumbnail';
  /** A small JPEG or PNG, at most `side` pixels on its short side. */
  readonly blob: Blob;
  readonly header: Header;
  readonly notes: readonly PhotoNote[];
}

/** What the inspector wants to see of one photo. */
export interface PreviewRequest {
  readonly id: string;
  readonly file: Blob;
  readonly treatment: Treatment | null;
  readonly look: Look;
  /** Show also what changed. */
  readonly difference: boolean;
}

/** Close the bitmaps. `after` and `difference` are null without a treatment. */
export interface Preview {
  readonly kind: 'preview';
  readonly id: string;
  /** Size of the whole picture: of the upright photo, or of what a trainer sees. */
  readonly width: number;
  readonly height: number;
  /** What of it is shown, in its pixels; fractions where the picture was made smaller. */
  readonly part: Region;
  readonly before: ImageBitmap;
  readonly after: ImageBitmap | null;
  readonly difference: ImageBitmap | null;
}

export interface FiguresRequest {
  readonly id: string;
  readonly file: Blob;
  readonly treatment: Treatment;
}

export interface MeasuredFigures extends Figures {
  readonly kind: 'figures';
}

export type Failed = { readonly kind: 'failed'; readonly reason: FailureReason };

/** Runs in each photo worker. */
export interface PhotoWorkerApi {
  /** Makes the engine ready, and the folder that results go to. Call once, first. */
  start(choice: EngineChoice, folder: string | null): Promise<EngineReport>;
  protect(job: ProtectJob): Promise<ProtectOutcome>;
  /** Asks a photo in hand to stop at the next tile; its `protect` then rejects. */
  cancel(id: string): void;
  /** Reads the first bytes of each file, in order; null where they are no picture. */
  headers(files: readonly Blob[]): Promise<readonly (Header | null)[]>;
  /** Hex SHA-256 of each file, in order; null where it cannot be read. */
  digests(files: readonly Blob[]): Promise<readonly (string | null)[]>;
  thumbnail(file: Blob, side: number): Promise<Thumbnail | Failed>;
  /** Keeps the photo decoded, so that the next request for the same id only computes what is seen. */
  preview(request: PreviewRequest): Promise<Preview | Failed>;
  /** One at a time, and no preview beside it. */
  figures(request: FiguresRequest): Promise<MeasuredFigures | Failed>;
}

/** Runs in the key worker, the only place that ever holds the master key. */
export interface KeyWorkerApi {
  /** Derives and keeps the master key; gives its check, 16 hex digits. Empty passphrases are refused. */
  derive(passphrase: string, dataset: string): Promise<string>;
  /** One filter a label, in the order given (which matters to `veil`). Rejects when there is no key. */
  filters(labels: readonly string[], settings: MethodSettings): Promise<readonly Filter[]>;
  /** Overwrites and drops the master key. */
  forget(): Promise<void>;
}
