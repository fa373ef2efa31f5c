import type { Broken } from '../../core/faults/failure.ts';
import type { ProbeSheet } from '../core/probeSheet.ts';
import { defaultProbes, type PlanOutcome } from '../core/probes.ts';
import type { Verdict } from '../core/verdict.ts';
import type { ReadingState } from './givenPhotos.ts';
import type { Answers, AnswersTrouble } from './modelAnswers.ts';
import type { ChosenWishes, ProbePhoto } from './probePhotos.ts';

/** What `Trace` shows of a model that is tested: its probes, its answers, and what they come to. */

export type ProbeRefusal = Exclude<PlanOutcome, { readonly kind: 'planned' }>;

export type Making =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly done: number;
      readonly total: number;
      readonly secondsLeft: number | null;
    }
  | Broken
  /** What was made could not be put away. */
  | { readonly kind: 'not-kept' }
  /** More probes than the browser can hold. */
  | { readonly kind: 'too-many'; readonly probes: number }
  | ProbeRefusal
  | { readonly kind: 'made'; readonly zip: Blob; readonly probes: number; readonly failed: number };

/** Why sheet or answers were not taken. `other-receipt`: the sheet belongs to another one. */
type ModelTrouble =
  | 'sheet-not-ours'
  | 'sheet-newer'
  | 'sheet-damaged'
  | 'other-receipt'
  | AnswersTrouble
  | 'no-sheet'
  | 'unreadable';

export interface ModelState extends ReadingState {
  readonly photos: readonly ProbePhoto[];
  readonly wishes: ChosenWishes;
  /** Whether some of the photos were drawn here. */
  readonly samples: 'none' | 'drawing' | 'drawn' | 'noisy-canvas' | Broken;
  readonly making: Making;
  readonly sheet: ProbeSheet | null;
  readonly answers: Answers | null;
  readonly trouble: ModelTrouble | null;
  readonly verdict: Verdict | null;
  /** What the owner says was published of the receipt. */
  readonly publishedText: string;
}

export const noModel: ModelState = {
  photos: [],
  wishes: {
    labels: [],
    photos: defaultProbes.photos,
    side: defaultProbes.side,
    shape: defaultProbes.shape,
  },
  samples: 'none',
  reading: null,
  nothing: false,
  making: { kind: 'idle' },
  sheet: null,
  answers: null,
  trouble: null,
  verdict: null,
  publishedText: '',
};
