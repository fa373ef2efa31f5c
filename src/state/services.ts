import type { ArchiveEntry, Volume } from '../archive/volumes.ts';
import type { Filter } from '../core/filter.ts';
import type { MethodSettings } from '../core/settings.ts';
import type { Header, ProtectJob, ProtectOutcome } from '../pipeline/job.ts';
import type { StoredFile } from '../storage/storage.ts';
import type {
  EngineChoice,
  EngineReport,
  Failed,
  Preview,
  PreviewRequest,
  Thumbnail,
} from '../workers/protocol.ts';
import type { LeftOut, Preferences } from './model.ts';

/**
 * What the actions need from the outside. The page gives them workers and the browser's storage; tests give them
 * plain objects. Everything long takes an AbortSignal.
 */

export type Superseded = { readonly kind: 'superseded' };

export interface DarkroomService {
  headers(files: readonly Blob[]): Promise<readonly (Header | null)[]>;
  digests(files: readonly Blob[]): Promise<readonly (string | null)[]>;
  /** Null when it is no longer wanted. */
  thumbnail(file: Blob, side: number, signal: AbortSignal): Promise<Thumbnail | Failed | null>;
  /** The latest request wins; earlier ones come back superseded. */
  preview(request: PreviewRequest): Promise<Preview | Failed | Superseded>;
}

export type Derived =
  | { readonly kind: 'ready'; readonly keyCheck: string }
  | { readonly kind: 'failed'; readonly detail: string }
  | Superseded;

export interface KeyService {
  derive(passphrase: string, dataset: string): Promise<Derived>;
  filters(names: readonly string[], settings: MethodSettings): Promise<readonly Filter[]>;
  forget(): Promise<void>;
}

export interface PoolService {
  /** Starts the workers, once; says what they found. */
  start(): Promise<{ readonly report: EngineReport; readonly workers: number }>;
  /** Queues one photo. After `signal` aborts it rejects with its reason. */
  protect(job: ProtectJob, signal: AbortSignal, onStart: () => void): Promise<ProtectOutcome>;
  dispose(): void;
}

/** A photo that intake found, not yet in the store. */
export interface FoundPhoto {
  readonly file: File;
  readonly path: string;
  readonly name: string;
  readonly header: Header;
  readonly labelName: string | null;
  readonly firstFrame: boolean;
}

export interface IntakeFound {
  readonly photos: readonly FoundPhoto[];
  readonly leftOut: readonly LeftOut[];
}

export interface IntakeService {
  /** The files of a drop, folder trees read whole. Call it within the event. */
  filesOfDrop(event: DragEvent): Promise<readonly File[]>;
  read(
    files: readonly File[],
    known: readonly File[],
    onProgress: (found: number, read: number) => void,
  ): Promise<IntakeFound>;
  drawSamples(): Promise<readonly File[]>;
}

export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly detail: 'storage-full' | 'not-allowed' | 'vanished' | 'unexpected' };

export interface SaveService {
  /** Streams one volume to disk. Call it within the click, before anything is awaited. */
  volume(volume: Volume, onProgress: (bytesDone: number) => void): Promise<SaveOutcome>;
  file(name: string, blob: Blob): void;
}

export interface ResultStore {
  remove(stored: readonly StoredFile[]): Promise<void>;
  /** Removes everything that this session stored. */
  wipe(): Promise<void>;
}

export interface Services {
  readonly darkroom: DarkroomService;
  readonly keys: KeyService;
  createPool(choice: EngineChoice): PoolService;
  readonly intake: IntakeService;
  readonly save: SaveService;
  readonly results: ResultStore;
  readonly preferences: { load(): Preferences; save(preferences: Preferences): void };
  /** Milliseconds on a steady clock. */
  now(): number;
}

export type { ArchiveEntry };
