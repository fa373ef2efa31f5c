import type { Broken } from '../core/faults/failure.ts';
import type { MethodSettings, OutputSettings } from '../core/settings.ts';
import type { EngineReport } from '../workers/protocol.ts';
import type { Intake, NameQuestion } from './model/intake.ts';
import type { KeyKept, KeyState, LabelImprints } from './model/key.ts';
import type { Arrangement, Filtered, History, LabelQuestion, Selection } from './model/labels.ts';
import type { Photo, PhotoId, Result } from './model/photos.ts';
import type { Preferences, SettingsBy } from './model/preferences.ts';
import type { ReceiptTrouble, Reopened } from './model/receipt.ts';
import type { RecentSet } from './model/recent.ts';
import type { Run, SpaceShortage } from './model/run.ts';
import type { Saving } from './model/saving.ts';

/**
 * Everything that the page knows. Plain data, replaced and never mutated: the actions change it, the queries derive the
 * rest, and its nouns are described in `model/`.
 */
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
  /** Asked while photos come in; nothing is labelled before it is answered. */
  readonly nameQuestion: NameQuestion | null;
  /** Asked of photos that are in, one after another; `labelQuestion` gives the one to ask. */
  readonly labelQuestions: readonly LabelQuestion[];

  /** In memory only. Never stored, logged or put into an error. */
  readonly passphrase: string;
  readonly dataset: string;
  /** The name that the page proposed: as long as it is the name, nobody has chosen another. */
  readonly proposedDataset: string;
  readonly key: KeyState;
  /** After how many minutes without anybody there the key was forgotten; null once another is given. */
  readonly keyForgotten: number | null;
  /** Says nothing while there is no key. */
  readonly keyKept: KeyKept;
  /** What the key `key` tells of is made from can be guessed; and the person said that it is wanted all the same. */
  readonly keyWeak: boolean;
  readonly weakKeyWanted: boolean;

  readonly settings: MethodSettings;
  readonly settingsBy: SettingsBy;
  /** Some of the photos, those first that protection changes most; empty until they were sketched. */
  readonly changedMost: readonly PhotoId[];
  readonly output: OutputSettings;
  /** What the labels' filters are now; null without a key. */
  readonly filters: LabelImprints | null;
  /** `keyCheck` of the key that results were made with; they are compared with it while no key is given. */
  readonly lastKeyCheck: string | null;
  /** The filters of the last run: a receipt is written from them when the key has been cleared. */
  readonly made: LabelImprints | null;

  readonly results: ReadonlyMap<PhotoId, Result>;
  readonly working: ReadonlySet<PhotoId>;
  readonly run: Run;
  /** The run was not started, because there was no room for its results. */
  readonly shortage: SpaceShortage | null;
  readonly engine: { readonly report: EngineReport; readonly workers: number } | null;
  /** Why there is no engine. */
  readonly engineBroken: Broken | null;
  readonly saving: Saving;
  /** Names of the volumes already saved, and whether receipt and archive of the present results are. */
  readonly savedVolumes: ReadonlySet<string>;
  readonly receiptSaved: boolean;
  readonly archiveSaved: boolean;

  readonly preferences: Preferences;
  /** Sets of earlier visits that this device remembers, latest first. */
  readonly recentSets: readonly RecentSet[];
  /** Work of an earlier visit that can be continued. */
  readonly earlier: EarlierWork | null;
  /** Another tab has Keyveil open, with photos of its own. */
  readonly otherTab: boolean;
}

/** What a person is told of an earlier visit before deciding about it. */
interface EarlierWork {
  /** Folder of that visit's session. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly photos: number;
  readonly labels: number;
  readonly protected: number;
}
