import type { DigestOutcome } from '../archive/archiveClient.ts';
import type { FileToDigest } from '../archive/digestFiles.ts';
import type { ProtectJob, ProtectOutcome } from '../pipeline/job.ts';
import type { StoredFile } from '../storage/storage.ts';
import type { KeyClient } from '../workers/key/keyClient.ts';
import type { PoolStart } from '../workers/photo/photoPool.ts';
import type { PreviewClient } from '../workers/photo/previewClient.ts';
import type { EngineChoice } from '../workers/protocol.ts';
import type { Preferences } from './model/preferences.ts';
import type { IntakeService } from './services/intake.ts';
import type { FolderService, SaveService, SpaceService } from './services/saving.ts';
import type { RecentService, ResumeService } from './services/visits.ts';

/**
 * What the actions need from the outside. The page gives them workers and the browser's storage; tests give them
 * plain objects. Everything long takes an AbortSignal.
 */

type PreviewService = Omit<PreviewClient, 'dispose'>;

/** None of its promises rejects. */
export type KeyService = Omit<KeyClient, 'dispose'>;

export interface PoolService {
  /** Starts the workers, once; says what they found. Never rejects. */
  start(): Promise<PoolStart>;
  /** Queues one photo. After `signal` aborts it rejects with its reason. */
  protect(job: ProtectJob, signal: AbortSignal, onStart: () => void): Promise<ProtectOutcome>;
  dispose(): void;
}

export interface DigestService {
  /** SHA-256 of files and of those in zips. Never rejects. */
  digest(
    files: readonly FileToDigest[],
    onProgress: (bytesDone: number) => void,
    signal: AbortSignal,
  ): Promise<DigestOutcome>;
}

interface ResultStore {
  /** Rejects when it is gone. */
  open(stored: StoredFile): Promise<Blob>;
  remove(stored: readonly StoredFile[]): Promise<void>;
  /** Removes everything that this session stored. */
  wipe(): Promise<void>;
}

export interface Services {
  readonly resume: ResumeService;
  readonly recent: RecentService;
  readonly previews: PreviewService;
  readonly keys: KeyService;
  createPool(choice: EngineChoice): PoolService;
  readonly intake: IntakeService;
  readonly save: SaveService;
  readonly folder: FolderService;
  readonly space: SpaceService;
  readonly digests: DigestService;
  readonly results: ResultStore;
  readonly preferences: { load(): Preferences; save(preferences: Preferences): void };
  /** Asks that the screen stay on until the function it gives is called. Never fails; may do nothing. */
  keepAwake(): () => void;
  /** Milliseconds on a steady clock. */
  now(): number;
}
