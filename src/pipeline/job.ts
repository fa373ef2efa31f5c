import type { PhotoDescription } from '../codec/describe/description.ts';
import type { PhotoNote } from '../codec/notes.ts';
import type { FailureReason } from '../core/faults/failure.ts';
import type { FileMarks } from '../core/plan.ts';
import type { OutputType } from '../core/settings.ts';
import type { Treatment } from '../engine/engine.ts';
import type { StoredFile } from '../storage/storage.ts';

/** Everything a worker needs to protect one photo: its plan and its file. Nothing secret beyond its label's filter. */
export interface ProtectJob {
  /** The photo's id in the store; also the name its result is stored under. */
  readonly id: string;
  readonly file: Blob;
  /** What its first bytes said, where they were looked at before. */
  readonly description?: PhotoDescription;
  /** Names what the result is made with; goes into the journal beside it. Holds nothing secret. */
  readonly recipe?: string;
  /** Width times height, where known: how much memory the photo will take and how long it may take. */
  readonly pixels?: number;
  /** Null decodes, encodes and stores the photo and no more: the floor that the bench measures engines against. */
  readonly treatment: Treatment | null;
  readonly output: {
    readonly format: OutputType;
    readonly quality: number | undefined;
    /** As in the plan; missing: it stays as it is. */
    readonly longSide?: number | null;
    /** As in the plan; missing: the file says nothing but its colour space. */
    readonly marks?: FileMarks;
  };
}

export interface ProtectedPhoto {
  readonly kind: 'protected';
  readonly id: string;
  readonly stored: StoredFile;
  /** Size of the protected file, in bytes. */
  readonly bytes: number;
  /** Lower-case hex SHA-256 of the protected file and of the file as given. */
  readonly sha256: string;
  readonly sourceSha256: string;
  /** Of the protected file, in pixels. */
  readonly width: number;
  readonly height: number;
  /** `cuda`: what the photo was divided by. */
  readonly peak: number | null;
  readonly notes: readonly PhotoNote[];
}

interface FailedPhoto {
  readonly kind: 'failed';
  readonly id: string;
  readonly reason: FailureReason;
}

export type ProtectOutcome = ProtectedPhoto | FailedPhoto;

export type { FileDescription, PhotoDescription } from '../codec/describe/description.ts';
export type { PhotoNote } from '../codec/notes.ts';
