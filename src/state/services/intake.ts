import type { Broken } from '../../core/faults/failure.ts';
import type { LabelLevel } from '../../core/labels/labelAt.ts';
import type { LevelChoice } from '../../core/labels/labelLevels.ts';
import type { SourceType } from '../../core/settings.ts';
import type { PhotoDescription } from '../../pipeline/job.ts';
import type { SampleNumbers } from '../../workers/samples/samplesClient.ts';
import type { GivenFile } from '../model/givenFile.ts';
import type { AskNames, LeftOut } from '../model/intake.ts';
import type { Origin, PhotoId } from '../model/photos.ts';

export type { SampleNumbers } from '../../workers/samples/samplesClient.ts';

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

export interface IntakeService {
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
