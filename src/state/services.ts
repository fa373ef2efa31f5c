import type { DigestOutcome } from '../archive/archiveClient.ts';
import type { FileToDigest } from '../archive/digestFiles.ts';
import type { ArchiveEntry, Volume } from '../archive/volumes.ts';
import type { SaveTrouble } from '../archive/writeVolume.ts';
import type { Broken } from '../core/faults/failure.ts';
import type { LabelLevel } from '../core/labels/labelAt.ts';
import type { LevelChoice } from '../core/labels/labelLevels.ts';
import type { SourceType } from '../core/settings.ts';
import type { PhotoDescription, ProtectJob, ProtectOutcome } from '../pipeline/job.ts';
import type { StoredFile } from '../storage/storage.ts';
import type { KeyClient } from '../workers/key/keyClient.ts';
import type { PoolStart } from '../workers/photo/photoPool.ts';
import type { PreviewClient } from '../workers/photo/previewClient.ts';
import type { EngineChoice } from '../workers/protocol.ts';
import type { SampleNumbers } from '../workers/samples/samplesClient.ts';
import type { GivenFile } from './model/givenFile.ts';
import type { AskNames, LeftOut } from './model/intake.ts';
import type { Origin, PhotoId } from './model/photos.ts';
import type { Preferences } from './model/preferences.ts';
import type { RecentSet } from './model/recent.ts';

export type { SampleNumbers } from '../workers/samples/samplesClient.ts';

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

/** A photo that intake found, not yet in the store. */
export interface FoundPhoto {
  readonly file: File;
  readonly path: string;
  readonly name: string;
  /** By its bytes, else by its name. */
  readonly type: SourceType;
  /** Null where its bytes are too damaged to say. */
  readonly description: PhotoDescription | null;
  readonly labelName: string | null;
  readonly origin: Origin;
}

/** A photo that is on the page already, with its file at hand. */
export interface KnownPhoto {
  readonly id: PhotoId;
  readonly file: File;
  readonly path: string;
  readonly labelName: string | null;
}

/** What is to be asked of found photos once they are on the page; see `LabelQuestion`. */
export type FoundQuestion =
  | {
      readonly kind: 'level';
      readonly photos: readonly FoundPhoto[];
      readonly known: readonly KnownPhoto[];
      readonly choices: readonly LevelChoice[];
      readonly level: LabelLevel;
    }
  | { readonly kind: 'twins'; readonly copies: readonly (readonly [FoundPhoto | KnownPhoto, FoundPhoto])[] };

export interface IntakeFound {
  readonly photos: readonly FoundPhoto[];
  readonly leftOut: readonly LeftOut[];
  readonly questions: readonly FoundQuestion[];
}

/** What is there already when photos come in. */
export interface IntakeBefore {
  readonly photos: readonly KnownPhoto[];
  /** Names of labels that a receipt knows. */
  readonly labels: readonly string[];
}

interface IntakeService {
  read(
    files: readonly GivenFile[],
    before: IntakeBefore,
    onProgress: (found: number, read: number) => void,
    /** Asks how the names in a zip are to be read; without it they are read in the most plausible way. */
    askNames?: AskNames,
  ): Promise<IntakeFound>;
  /** The photographs that a newcomer is shown. */
  samplePhotos(): Promise<readonly GivenFile[] | Broken>;
  /** Pictures of four labels, twelve each unless told. None where the browser changes what pages draw. */
  drawSamples(numbers?: SampleNumbers): Promise<readonly GivenFile[] | Broken>;
}

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

/** An earlier visit as far as can be told without opening it. */
interface EarlierVisit {
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** To be read by `readSnapshot`. */
  readonly content: unknown;
  /** Lines of its journals so far. */
  readonly journal: readonly unknown[];
}

/** What an earlier visit left behind. */
export interface StoredWork {
  /** To be read by `readSnapshot`. */
  readonly content: unknown;
  readonly journal: readonly unknown[];
  /** Sizes of the files in its folder, in bytes, by name. */
  readonly files: ReadonlyMap<string, number>;
  /** What was dropped, where the browser remembers it. */
  readonly roots: readonly FileSystemHandle[];
}

/** A set with its receipt, as it is remembered. */
export interface RememberedSet extends RecentSet {
  /** The receipt's whole text. */
  readonly receipt: string;
}

/** Sets that a person wanted remembered on this device. Never rejects. */
export interface RecentService {
  /** Latest first. */
  list(): Promise<readonly RememberedSet[]>;
  /** False where the browser keeps nothing. */
  keep(set: RememberedSet): Promise<boolean>;
  drop(dataset: string): Promise<void>;
}

/** What outlives the page. */
export interface ResumeService {
  /** The latest visit whose page is gone and whose work nobody has continued. */
  find(): Promise<EarlierVisit | null>;
  /** Makes that visit's folder this page's; null when another page was faster. */
  takeOver(folder: string): Promise<StoredWork | null>;
  discard(folder: string): Promise<void>;
  /** Asks for leave to read what was dropped once, and reads it; call it within a click. */
  filesOfRoots(roots: readonly FileSystemHandle[]): Promise<readonly GivenFile[]>;
  /** A photo out of a zip; null when it is gone. */
  openStored(stored: StoredFile, name: string): Promise<File | null>;
  /** Keeps this visit. `roots`: what its photos were dropped with, where the browser gives it. */
  keep(content: unknown, roots: readonly FileSystemHandle[]): Promise<void>;
  /** Forgets this visit, because there is nothing worth keeping. */
  forget(): Promise<void>;
  /** Whether another tab has Keyveil open. */
  otherTab(): Promise<boolean>;
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
