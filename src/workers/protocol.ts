import type { FailureReason } from '../core/faults/failure.ts';
import type { Imprint } from '../core/imprint.ts';
import type { MethodSettings } from '../core/settings.ts';
import type { EngineChoice, EngineReport } from '../engine/engine.ts';
import type { Figures } from '../pipeline/figures.ts';
import type {
  FileDescription,
  PhotoDescription,
  PhotoNote,
  ProtectJob,
  ProtectOutcome,
} from '../pipeline/job.ts';
import type { FiguresRequest, LookRequest, Shown } from '../pipeline/previews.ts';
import type { Sketch } from '../pipeline/sketch.ts';

/** What the page may ask of its workers. Everything here crosses a thread, so all of it can be cloned. */

export type { EngineChoice, EngineReport } from '../engine/engine.ts';
export type { FiguresRequest } from '../pipeline/previews.ts';

export type { Sketch } from '../pipeline/sketch.ts';

export interface Thumbnail {
  readonly kind: 'thumbnail';
  /** A small JPEG or PNG, at most `side` pixels on its short side. */
  readonly blob: Blob;
  readonly notes: readonly PhotoNote[];
  readonly sketch: Sketch | null;
}

/** What the inspector wants to see of one photo. */
export type PreviewRequest = LookRequest;

export interface Preview extends Shown {
  readonly kind: 'preview';
  readonly id: string;
}

export interface MeasuredFigures extends Figures {
  readonly kind: 'figures';
}

export type Failed = { readonly kind: 'failed'; readonly reason: FailureReason };

/** Runs in each photo worker. */
export interface PhotoWorkerApi {
  /** Makes the engine ready, and the folder that results go to. Call once, first. */
  start(choice: EngineChoice, folder: string | null): Promise<EngineReport>;
  /** A line to the decoder of HEICs that all threads share. */
  takeHeicLine(port: MessagePort): void;
  protect(job: ProtectJob): Promise<ProtectOutcome>;
  /** Asks a photo in hand to stop at the next tile; its `protect` then rejects. */
  cancel(id: string): void;
  /** Reads the first bytes of each file, in order; null where they say nothing. */
  describe(files: readonly Blob[]): Promise<readonly (FileDescription | null)[]>;
  /** Hex SHA-256 of each file, in order; null where it cannot be read. */
  digests(files: readonly Blob[]): Promise<readonly (string | null)[]>;
  thumbnail(file: Blob, side: number, known?: PhotoDescription): Promise<Thumbnail | Failed>;
  /** Keeps the photo decoded, so that the next request for the same id only computes what is seen. */
  preview(request: PreviewRequest): Promise<Preview | Failed>;
  /** One at a time, and no preview beside it. */
  figures(request: FiguresRequest): Promise<MeasuredFigures | Failed>;
}

/** Runs in the key worker, the only place that ever holds the master key. */
export interface KeyWorkerApi {
  /** Derives and keeps the master key; gives its check, 16 hex digits. Empty passphrases are refused. */
  derive(passphrase: string, dataset: string): Promise<string>;
  /** One filter a label, in the order given (which matters to `veil`). Null: there is no key. */
  imprints(labels: readonly string[], settings: MethodSettings): Promise<readonly Imprint[] | null>;
  /** Overwrites and drops the master key. */
  forget(): Promise<void>;
}
