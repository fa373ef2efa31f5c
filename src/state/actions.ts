import type { Encoding } from '../archive/names/encodings.ts';
import type { ArchiveCheck } from '../core/archive/archiveCheck.ts';
import type { Broken } from '../core/faults/failure.ts';
import type { LabelLevel } from '../core/labels/labelAt.ts';
import type { Method, MethodSettings, OutputSettings, Preset } from '../core/settings.ts';
import type {
  Failed,
  FiguresRequest,
  MeasuredFigures,
  Preview,
  PreviewRequest,
} from '../workers/protocol.ts';
import type { GivenFile } from './model/givenFile.ts';
import type { Filtered, LabelId, LabelOutcome, LabelQuestion, OwnChoice } from './model/labels.ts';
import type { PhotoId } from './model/photos.ts';
import type { Preferences } from './model/preferences.ts';
import type { ReceiptTrouble } from './model/receipt.ts';
import type { Shareable, ShareBasis } from './queries/shareBasis.ts';

export type KeyFileOutcome =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'refused'; readonly reason: 'not-a-key-file' | 'damaged' };

export type ReceiptOutcome =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly reason: ReceiptTrouble['reason'] };

export type CheckOutcome =
  | {
      readonly kind: 'checked';
      readonly dataset: string;
      /** How many photos the receipt lists. */
      readonly listed: number;
      readonly check: ArchiveCheck;
      /** Zips that could not be opened. */
      readonly damaged: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: 'not-a-receipt' | 'newer' | 'damaged' | 'unreadable' }
  | { readonly kind: 'cancelled' }
  /** A file could not be read. */
  | { readonly kind: 'failed' }
  | Broken;

/** Everything a person can do. Each is a plain function; none throws for what a person may do wrong. */
export interface Actions {
  // Photos in
  /** Files that were chosen (`givenFiles`), dropped or pasted (`filesOfEvent`). Zips are opened, receipts too. */
  addFiles(files: readonly GivenFile[] | Promise<readonly GivenFile[]>): Promise<void>;
  /** A dozen photographs, for a newcomer; or the 48 drawn pictures, for what needs many of a label. */
  addSamplePhotos(kind: 'photographs' | 'drawn'): Promise<void>;
  /** Says what the names in a zip are written in (`state.nameQuestion`); the addition goes on. */
  answerNames(encoding: Encoding): void;
  /** Hides the report of the last addition (and with it the question what is in the photos). */
  dismissIntake(): void;
  removePhotos(ids: readonly PhotoId[]): void;

  // More photos later
  /**
   * Brings back the labels in their order, method, settings and dataset name of a receipt, so that photos can be added
   * with the same filters. What it lists is recognised among the photos, those here and those to come.
   */
  openReceipt(file: File): Promise<ReceiptOutcome>;
  /** Labels without photos go with it; what was protected meanwhile stays. */
  closeReceipt(): void;
  dismissReceiptTrouble(): void;

  // Sets of earlier visits, remembered with leave
  /** Remembers the set on the page, or forgets it. False where the browser keeps nothing. */
  rememberSet(on: boolean): Promise<boolean>;
  openRecentSet(dataset: string): Promise<void>;
  /** Gives the way back. */
  forgetRecentSet(dataset: string): Promise<() => Promise<void>>;

  // Labels
  addLabel(name: string): LabelOutcome;
  renameLabel(id: LabelId, name: string): LabelOutcome;
  /** Its photos become unlabelled. */
  removeLabel(id: LabelId): void;
  assign(ids: readonly PhotoId[], label: LabelId | null): void;
  /** Makes the label if it is new. */
  assignByName(ids: readonly PhotoId[], name: string): LabelOutcome;
  /** Answers which folder is the label (`state.labelQuestions`): the photos get the names of that level. */
  chooseLevel(question: Extract<LabelQuestion, { kind: 'level' }>, level: LabelLevel): void;
  /** Of photos that lie under two labels these copies go. */
  takeOutTwins(question: LabelQuestion, ids: readonly PhotoId[]): void;
  /** All stays as it is, and the question goes. */
  leaveLabels(question: LabelQuestion): void;
  /** Decides for photos alone: keeps them out of the run; with null they are treated as the set is. */
  choose(ids: readonly PhotoId[], choice: OwnChoice | null): void;
  /** One label for all of these photos; labels that nothing is left of go. */
  labelTogether(ids: readonly PhotoId[], name: string): LabelOutcome;
  /** No label for these photos, to be sorted by hand; labels that nothing is left of go. */
  takeLabelsOff(ids: readonly PhotoId[]): void;
  /** Asks no more what is in the photos that came last. */
  leaveArrival(): void;
  undo(): void;
  redo(): void;

  // Selection; order is that of the grid
  select(id: PhotoId, mode: 'replace' | 'toggle' | 'range'): void;
  /** The rubber band: exactly these, or these besides the ones selected before. */
  selectMany(ids: readonly PhotoId[], add: boolean): void;
  selectAll(): void;
  clearSelection(): void;
  /** Shows a photo in the inspector and puts the keyboard on it; what is selected stays. */
  lookAt(id: PhotoId): void;
  /** Arrow keys: `by` photos on; `extend` with shift. */
  moveCurrent(by: number, extend: boolean): void;
  show(filtered: Filtered): void;

  // Key
  setPassphrase(passphrase: string): void;
  /** Works it out once more, after it could not be. */
  deriveKey(): void;
  /** Forgets the key because nobody touched the page for a while; the page says so until a key is given. */
  forgetKey(): void;
  setDataset(dataset: string): void;
  /** `words`: seven or more words of a published list; `bits`: 128 random bits. Sets and returns the passphrase. */
  generateKey(kind: 'words' | 'bits'): Promise<string>;
  /** The person has the key that was made here elsewhere: it need not be saved. */
  keyWrittenDown(): void;
  /** The person keeps the key in a way that this page cannot look at. */
  keyKeptBy(how: 'manager' | 'passkey'): void;
  /** Whether a key that can be guessed may protect all the same. */
  wantWeakKey(wanted: boolean): void;
  /** The key file to save: private. */
  keyFile(): { readonly name: string; readonly blob: Blob };
  loadKeyFile(file: File): Promise<KeyFileOutcome>;

  // How
  setMethod(method: Method): void;
  setPreset(preset: Preset): void;
  setSettings(settings: MethodSettings): void;
  setOutput(output: Partial<OutputSettings>): void;

  // Run
  /**
   * Protects every labelled photo that is not up to date. Where the results would not find room it says so in
   * `state.shortage` and does nothing, unless `evenIfShort`.
   */
  protect(evenIfShort?: boolean): Promise<void>;
  dismissShortage(): void;
  cancel(): void;
  /** Begins no further photo until `resume`. */
  pause(): void;
  resume(): void;
  /** Failed photos again; without ids all of them. */
  retry(ids?: readonly PhotoId[]): Promise<void>;

  // Save
  /** Volume `index` of `volumes(state)`, from 0. */
  downloadZip(index?: number): Promise<void>;
  /** Writes the archive's folders into a folder that the person chooses. Call it in a click. */
  saveFolder(): Promise<void>;
  /** Stops a saving that is under way; what was written of it is removed. */
  cancelSaving(): void;
  saveReceipt(): Promise<void>;
  /** Key and receipt in one private file, which opens both when it is added later. */
  saveKept(): Promise<void>;
  saveFilters(): Promise<void>;
  /** The files to hand to the share sheet; null when they could not be made, and `state.saving` says why. */
  filesToShare(what: Shareable): Promise<readonly File[] | null>;
  /** Notes that they were shared. `of`: what they were made of; see `shareBasis`. */
  noteShared(what: Shareable, of: ShareBasis): void;
  /** The opt-out for a website of one's own, to lie beside the photos there. */
  saveTdmrep(): void;
  /** Forgets photos, labels, key and results and wipes what the browser stored. */
  startOver(): Promise<void>;

  /** Goes on with the work of an earlier visit (`state.earlier`). Call it in a click: folders may have to be asked for. */
  goOn(): Promise<void>;
  /** Removes what an earlier visit left behind. */
  discardEarlier(): Promise<void>;

  /** Compares an archive (zips, volumes, a folder's files) with its receipt. Never rejects. */
  checkArchive(
    receipt: File,
    files: readonly File[],
    onProgress: (bytesDone: number, bytesTotal: number) => void,
    signal: AbortSignal,
  ): Promise<CheckOutcome>;

  setPreferences(changes: Partial<Preferences>): void;

  // Pictures on demand
  /**
   * Object URL of a thumbnail, of the protected photo once there is one, made off the main thread; the cache frees it. Null
   * when it cannot be made.
   */
  thumbnail(id: PhotoId, signal: AbortSignal): Promise<string | null>;
  /** A picture beside the one in view, after everything else that waits; null once the signal aborts. */
  glance(request: Omit<PreviewRequest, 'file'>, signal: AbortSignal): Promise<Preview | Failed | null>;
  /**
   * Bytes of the photos that wait for protection, as they are and as they will be about: a few of them are made for trial.
   * Null when none could be, or once the signal aborts.
   */
  growth(signal: AbortSignal): Promise<{ readonly before: number; readonly after: number } | null>;
  /** The figures of a photo beside the one in view, after every such picture; null once the signal aborts. */
  judge(request: Omit<FiguresRequest, 'file'>, signal: AbortSignal): Promise<MeasuredFigures | Failed | null>;
  preview(request: Omit<PreviewRequest, 'file'>): Promise<Preview | Failed | { readonly kind: 'superseded' }>;
  /** How like the protected photo is to the original; measured after every picture that is wanted. */
  figures(
    request: Omit<FiguresRequest, 'file'>,
  ): Promise<MeasuredFigures | Failed | { readonly kind: 'superseded' }>;
}
