import type { Encoding } from '../../archive/names/encodings.ts';
import type { Readings } from '../../archive/names/zipNames.ts';
import type { OtherKind } from '../../core/otherFiles.ts';
import type { PhotoId } from './photos.ts';

/** Why a dropped file was left out. */
export type LeftOutReason =
  | 'hidden'
  | 'not-an-image'
  | 'same-again'
  | 'already-protected'
  | 'zip-damaged'
  | 'zip-split'
  | 'zip-vanished'
  | 'zip-incomplete'
  | 'zip-unsafe-name'
  | 'zip-bomb'
  | 'too-large'
  | 'zip-nested'
  | 'entry-damaged'
  | 'entry-encrypted'
  | 'entry-method'
  | 'entry-overlap'
  | 'storage-full'
  | 'noisy-canvas'
  | `other-${OtherKind}`
  /** The worker that opens zips, or draws samples, was lost over it, could not be loaded, or made a mistake. */
  | 'lost'
  | 'not-loaded'
  | 'unexpected';

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
      /** Raw files of cameras, of which the picture is taken that lies in them. */
      readonly fromRaw: number;
      /** Folders whose photos were put under a label of another spelling, which would be the same folder on many disks. */
      readonly joined: readonly Joined[];
      /** Names of folders of which nothing can be seen; their photos have no label. */
      readonly unseen: readonly string[];
      /** Photos that it brought, and those that came without a folder: the page asks what is in them. */
      readonly arrived: readonly PhotoId[];
      readonly loose: readonly PhotoId[];
    };

export type IntakeDone = Extract<Intake, { kind: 'done' }>;

export interface Joined {
  readonly folder: string;
  readonly label: string;
}

/** The names in a zip do not say how they are written: which reading is right? */
export interface NameQuestion {
  /** Name of the file. */
  readonly zip: string;
  /** The most plausible one first. */
  readonly readings: Readings;
}

/** Asks it, and waits for the answer. */
export type AskNames = (zip: string, readings: Readings) => Promise<Encoding>;

/** A report of intake that says what was left out, and that nothing came of the rest. */
export function onlyLeftOut(leftOut: readonly LeftOut[]): IntakeDone {
  return {
    kind: 'done',
    added: 0,
    refound: 0,
    leftOut,
    firstFrames: 0,
    fromRaw: 0,
    joined: [],
    unseen: [],
    arrived: [],
    loose: [],
  };
}
