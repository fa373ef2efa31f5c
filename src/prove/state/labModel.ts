import type { Broken } from '../../core/faults/failure.ts';
import {
  defaultExperiment,
  defaultPictures,
  type Epoch,
  type Experiment,
  type LabCounts,
  type PictureSettings,
  type RunResult,
  type TrainingKind,
} from '../core/experiment.ts';
import type { LabHashes } from '../core/labReport.ts';
import type { TableColumn } from '../core/labTable.ts';
import type { LabMachine, LabProgress } from '../worker/labProtocol.ts';
import type { Basis } from './proveSession.ts';

/** What the training lab shows. Plain data, replaced and never mutated. */

/** What the next press on the button asks for. */
export interface LabSetup {
  readonly pictures: PictureSettings;
  readonly experiment: Omit<Experiment, 'training'>;
  /** Also train with one common filter for all labels. */
  readonly common: boolean;
  /** Runs of each kind, which differ in their seed alone. */
  readonly repeats: number;
}

/** As many repeats as can be asked for. */
export const mostRepeats = 10;

/** A label's photos beyond these take long and change little. */
const usuallyMost = 200;

export const defaultSetup: LabSetup = {
  pictures: { ...defaultPictures, mostOfLabel: usuallyMost },
  experiment: defaultExperiment,
  common: false,
  repeats: 1,
};

/** Why a run came to nothing. */
export type RunFailure =
  /** The loss left all bounds; `epoch` from 1. */
  | { readonly why: 'diverged'; readonly epoch: number }
  | { readonly why: 'out-of-memory' }
  /** What trains broke off, or what makes the pictures did. */
  | { readonly why: 'training-broken' | 'pictures-broken'; readonly broken: Broken }
  /** `photos`: so many could not be read that too few are left of these labels. */
  | { readonly why: 'too-few'; readonly photos: number; readonly labels: readonly string[] }
  /** The key went away, or was changed, before the pictures were made. */
  | { readonly why: 'no-key' };

export type RunState =
  | { readonly kind: 'waiting' }
  /** Its worker starts; the first one measures the machine. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'pictures'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'training';
      readonly stage: LabProgress['stage'];
      readonly step: number;
      readonly steps: number;
      /** Null until it can be told. */
      readonly secondsLeft: number | null;
      readonly paused: boolean;
    }
  /** Asked to end; it still is at its last step. */
  | { readonly kind: 'stopping' }
  | { readonly kind: 'done'; readonly result: RunResult }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: RunFailure };

/** One model that is trained. */
export interface LabRun {
  readonly id: number;
  readonly series: number;
  readonly experiment: Experiment;
  readonly state: RunState;
  /** Epochs that ended, from the first. */
  readonly history: readonly Epoch[];
}

/** A run with what came of it. */
export interface DoneRun {
  readonly run: LabRun;
  readonly result: RunResult;
}

/** What a press on the button made: runs that differ in what they learn from and in nothing else. */
export interface Series {
  readonly id: number;
  /** What it is called by, from 1. */
  readonly number: number;
  readonly basis: LabBasis;
  readonly pictures: PictureSettings;
  /** The table that it is a column of, and which; null for runs by themselves. */
  readonly table: { readonly id: number; readonly column: TableColumn } | null;
  /** Null until its pictures are made. */
  readonly made: MadeOf | null;
}

/** What a series was made with: when any of it changes, its results are of something else. */
export interface LabBasis extends Basis {
  /** Names in the order in which filters are chosen. */
  readonly names: readonly string[];
  readonly dataset: string;
}

/** Of the photos, those that were used. */
export interface MadeOf {
  readonly counts: LabCounts;
  readonly hashes: LabHashes;
  /** Labels with too few photos, which were left out. */
  readonly left: readonly string[];
  /** Photos that there was no memory for, and that could not be read. */
  readonly beyondMemory: number;
  readonly failed: number;
}

type Measuring =
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'measuring' }
  | { readonly kind: 'measured'; readonly machine: LabMachine };

export interface LabState {
  readonly setup: LabSetup;
  readonly machine: Measuring;
  /** In the order in which they were asked for. */
  readonly series: readonly Series[];
  /** In the order in which they begin. */
  readonly runs: readonly LabRun[];
  /** Nothing new is begun. */
  readonly held: boolean;
}

/** What a series trains, in this order: the one that people came for begins first, beside what it is compared with. */
export function kindsOf(setup: LabSetup): readonly TrainingKind[] {
  return setup.common ? ['clean', 'protected', 'common'] : ['clean', 'protected'];
}
