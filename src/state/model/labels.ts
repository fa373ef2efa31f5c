import type { LabelLevel } from '../../core/labels/labelAt.ts';
import type { LevelChoice } from '../../core/labels/labelLevels.ts';
import type { PhotoId } from './photos.ts';

export type LabelId = string;

export interface Label {
  readonly id: LabelId;
  /** Trimmed and NFC-normalised. */
  readonly name: string;
  /** Index into the palette of label colours. */
  readonly colour: number;
  /** Labels added together share a batch; see docs/method.md on their order. */
  readonly batch: number;
}

/** What is decided for one photo alone: it stays out of the run. */
export type OwnChoice = 'left-out';

/**
 * Everything that undo takes back: which photos there are, which labels, which belongs to which, and what was decided for
 * single photos.
 */
export interface Arrangement {
  readonly order: readonly PhotoId[];
  readonly labels: readonly Label[];
  /** A photo that is not in here is unlabelled. */
  readonly labelOf: ReadonlyMap<PhotoId, LabelId>;
  /** A photo that is not in here is treated as the set is. */
  readonly own: ReadonlyMap<PhotoId, OwnChoice>;
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

/** What is asked about labels once photos are in; until it is answered nobody is merged and nothing is left unprotected. */
export type LabelQuestion =
  /** One name lies in several folders: which folder is the label? `level` is what it is now. */
  | {
      readonly kind: 'level';
      readonly photos: readonly PhotoId[];
      readonly choices: readonly LevelChoice[];
      readonly level: LabelLevel;
    }
  /** The same photos lie under two labels. */
  | { readonly kind: 'twins'; readonly copies: readonly (readonly [PhotoId, PhotoId])[] };

/** What came of naming a label. */
export type LabelOutcome =
  | { readonly kind: 'done'; readonly id: LabelId }
  /** Renamed onto another label: their photos lie together now. */
  | { readonly kind: 'merged'; readonly id: LabelId }
  /** `similar`: would be the same folder as `other` on many disks. `unseen`: there is nothing to see of it. */
  | {
      readonly kind: 'refused';
      readonly reason: 'empty' | 'similar' | 'reserved' | 'unseen';
      readonly other?: string;
    };
