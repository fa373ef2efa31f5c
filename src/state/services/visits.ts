import type { StoredFile } from '../../storage/storage.ts';
import type { GivenFile } from '../model/givenFile.ts';
import type { RecentSet } from '../model/recent.ts';

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
