import type { FailureReason } from '../core/failure.ts';
import type { Filter } from '../core/filter/filter.ts';
import type { Receipt, ReceiptFile } from '../core/receipt.ts';
import type { MethodSettings, OutputSettings, SourceType } from '../core/settings.ts';
import type { LanguageChoice } from '../locales/language.ts';
import type { ProtectedPhoto } from '../pipeline/job.ts';
import type { StoredFile } from '../storage/storage.ts';
import type { EngineChoice, EngineReport } from '../workers/protocol.ts';

/** The shape of what the page shows. Plain data, replaced and never mutated; the actions beside it change it. */

export type PhotoId = string;
export type LabelId = string;

/** Where a photo's file can be found again after a reload. */
export type Origin =
  /** Only with the person's help. */
  | { readonly kind: 'given' }
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
}

export interface Label {
  readonly id: LabelId;
  /** Trimmed and NFC-normalised. */
  readonly name: string;
  /** Index into the palette of label colours. */
  readonly colour: number;
  /** Labels added together share a batch; see the design on their order. */
  readonly batch: number;
}

/** Everything that undo takes back: which photos there are, which labels, and which belongs to which. */
export interface Arrangement {
  readonly order: readonly PhotoId[];
  readonly labels: readonly Label[];
  /** A photo that is not in here is unlabelled. */
  readonly labelOf: ReadonlyMap<PhotoId, LabelId>;
}

export interface History {
  readonly past: readonly Arrangement[];
  readonly future: readonly Arrangement[];
}

export interface Selection {
  readonly ids: ReadonlySet<PhotoId>;
  /** Where shift-selection starts. */
  readonly anchor: PhotoId | null;
  /** The photo that the keyboard is on and the inspector shows. */
  readonly current: PhotoId | null;
}

/** Which photos the grid shows. */
export type Filtered =
  | { readonly kind: 'all' }
  | { readonly kind: 'label'; readonly id: LabelId }
  | { readonly kind: 'unlabelled' }
  | { readonly kind: 'failed' };

export type KeyState =
  | { readonly kind: 'none' }
  | { readonly kind: 'deriving' }
  | { readonly kind: 'ready'; readonly keyCheck: string }
  | { readonly kind: 'failed'; readonly detail: string };

/** Filters of all labels, made together. They trail a change of settings by some milliseconds. */
export interface LabelFilters {
  readonly settings: MethodSettings;
  readonly keyCheck: string;
  /** Label names in order, tombstones included. */
  readonly names: readonly string[];
  readonly byName: ReadonlyMap<string, Filter>;
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
 * What a tile shows. `before`: the open receipt lists it, so that it is not protected again. `outdated`: protected, but
 * with another key, label, setting or format than now chosen.
 */
export type PhotoStatus =
  | 'unlabelled'
  | 'waiting'
  | 'working'
  | 'protected'
  | 'before'
  | 'outdated'
  | 'failed';

/** A receipt that was opened, so that photos can be added to its dataset with the same filters. */
export interface Reopened {
  /** Of the file. */
  readonly name: string;
  readonly receipt: Receipt;
  /** Whether the filters are those that its commitment names; null until the right key is there to tell. */
  readonly genuine: boolean | null;
  /** Photos on the page that it lists as protected already. */
  readonly before: ReadonlyMap<PhotoId, ReceiptFile>;
}

/** Why a receipt could not be opened. `work-here`: photos were protected on this page that are not its own. */
export interface ReceiptTrouble {
  readonly name: string;
  readonly reason: 'not-a-receipt' | 'newer' | 'damaged' | 'unreadable' | 'running' | 'work-here';
}

interface RunProgress {
  readonly kind: 'running';
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** performance.now() at the start, ms. */
  readonly startedAt: number;
  /** Photos a second and seconds left, once they are known. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  /** No new photo is begun; those in hand are finished. */
  readonly paused: boolean;
}

export type Run =
  | { readonly kind: 'idle' }
  | RunProgress
  | { readonly kind: 'cancelling'; readonly total: number; readonly done: number; readonly failed: number }
  | {
      readonly kind: 'ended';
      /** `storage-full`: stopped, because no photo more would have found room. */
      readonly how: 'finished' | 'cancelled' | 'storage-full';
      readonly total: number;
      readonly done: number;
      readonly failed: number;
      readonly seconds: number;
    };

/** Why a dropped file was left out. */
export type LeftOutReason =
  | 'hidden'
  | 'not-an-image'
  | 'same-again'
  | 'already-protected'
  | 'zip-too-large'
  | 'zip-damaged'
  | 'zip-unsafe-name'
  | 'zip-bomb'
  | 'too-large'
  | 'zip-encrypted'
  | 'zip-nested'
  | 'storage-full'
  | 'noisy-canvas';

export interface LeftOut {
  readonly reason: LeftOutReason;
  /** Path as given. */
  readonly path: string;
}

/** What the last addition came to. */
export type Intake =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly found: number; readonly read: number }
  | {
      readonly kind: 'done';
      readonly added: number;
      /** Photos of an earlier visit that have their files again. */
      readonly refound: number;
      readonly leftOut: readonly LeftOut[];
      readonly firstFrames: number;
      /** Folders whose photos were put under a label of another spelling, which would be the same folder on many disks. */
      readonly joined: readonly Joined[];
      /** Loose photos that still have no label: the page asks who or what they are. */
      readonly loose: readonly PhotoId[];
    };

export interface Joined {
  readonly folder: string;
  readonly label: string;
}

export type Saving =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'saving';
      readonly what: string;
      readonly bytesDone: number;
      readonly bytesTotal: number;
    }
  | { readonly kind: 'saved'; readonly what: string }
  | {
      readonly kind: 'failed';
      readonly what: string;
      readonly detail: 'storage-full' | 'not-allowed' | 'vanished' | 'unexpected';
    };

export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly language: LanguageChoice;
  readonly engine: EngineChoice;
  /** Remove finished photos from the browser once the archive is saved. */
  readonly wipeAfterSaving: boolean;
  /** The word about clean copies online has been read. */
  readonly cleanCopiesRead: boolean;
  /** A notification at the end of a run, when the page is not in sight. */
  readonly notifyWhenDone: boolean;
  /** Whether single keys (digits, `?`) work wherever the focus is. On the photos themselves they always do (WCAG 2.1.4). */
  readonly oneKeyShortcuts: boolean;
  /** Minutes without a key press or touch after which the private key is forgotten; 0: never. */
  readonly forgetKeyAfter: 0 | 5 | 15 | 60;
}

/** Said before a run: what it would store, and what there is room for; both in bytes. */
export interface SpaceShortage {
  readonly needed: number;
  readonly free: number;
}

export interface KeyveilState {
  readonly photos: ReadonlyMap<PhotoId, Photo>;
  readonly arrangement: Arrangement;
  readonly history: History;
  /** Label names in frozen order, tombstones included; null until the first photo is protected. */
  readonly frozenLabels: readonly string[] | null;
  /** The receipt that photos are being added to. Its labels, settings and dataset name hold as long as it is open. */
  readonly reopened: Reopened | null;
  readonly receiptTrouble: ReceiptTrouble | null;
  readonly selection: Selection;
  readonly filtered: Filtered;
  readonly intake: Intake;

  /** In memory only. Never stored, logged or put into an error. */
  readonly passphrase: string;
  readonly dataset: string;
  readonly key: KeyState;
  /** After how many minutes without anybody there the key was forgotten; null once another is given. */
  readonly keyForgotten: number | null;
  /** The key was made here and its file not saved: perhaps nobody could type it again. */
  readonly keyUnsaved: boolean;

  readonly settings: MethodSettings;
  readonly output: OutputSettings;
  /** What the labels' filters are now; null without a key. */
  readonly filters: LabelFilters | null;
  /** The check of the key that results were made with: what they are held against while no key is given. */
  readonly lastKeyCheck: string | null;
  /** The filters that the last run worked with: what a receipt is written from when the key has been cleared. */
  readonly made: LabelFilters | null;

  readonly results: ReadonlyMap<PhotoId, Result>;
  readonly working: ReadonlySet<PhotoId>;
  readonly run: Run;
  /** The run was not started, because its results would not find room. */
  readonly shortage: SpaceShortage | null;
  readonly engine: { readonly report: EngineReport; readonly workers: number } | null;
  readonly saving: Saving;
  /** Names of the volumes already saved, and whether receipt and archive of the present results are. */
  readonly savedVolumes: ReadonlySet<string>;
  readonly receiptSaved: boolean;
  readonly archiveSaved: boolean;

  readonly preferences: Preferences;
  /** Work of an earlier visit that can be gone on with. */
  readonly earlier: EarlierWork | null;
  /** Another tab has Keyveil open, with photos of its own. */
  readonly otherTab: boolean;
}

/** What is told of an earlier visit before anybody decides about it. */
interface EarlierWork {
  /** Folder of that visit's session. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly photos: number;
  readonly labels: number;
  readonly protected: number;
}
/** Notes that came with finished photos, for the tile and the list after a run. */
