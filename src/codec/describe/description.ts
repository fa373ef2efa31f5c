import type { JpegCoding } from '../../core/faults/failure.ts';
import type { OtherKind } from '../../core/otherFiles.ts';
import type { SourceType } from '../../core/settings.ts';

/** How a picture is to be turned, as EXIF counts it: 1 as it lies, 2 to 8 mirrored or turned. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What the bytes of a photo say of it, read once and carried with it. Plain data: it crosses threads. */
export interface PhotoDescription {
  readonly kind: 'photo';
  readonly type: SourceType;
  /** Pixels of the stored picture, before it is turned upright; 0 where the file does not say (some HEIC). */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /**
   * Who turns it. `browser`: every browser does it while it decodes, from the one place where all of them look. `here`:
   * it stands where only some look, so browsers get a file that says nothing, and the pixels are turned here.
   */
  readonly turnedBy: 'browser' | 'here';
  /** `on-off`: pixels are there or not, which needs no care. May promise more than the pixels keep, never less. */
  readonly alpha: 'none' | 'on-off' | 'levels';
  /** More than one frame or page, of which only the first is used. */
  readonly animated: boolean;
  readonly colour: Colour;
  /** Of a JPEG that no browser reads. */
  readonly coding?: JpegCoding;
  /** Where in a camera's raw file the JPEG lies that is taken for its picture. */
  readonly embedded?: { readonly from: number; readonly to: number };
  /** False when it was made from the first bytes alone and something that stands further behind may add to it. */
  readonly settled: boolean;
}

/** A file that is no photo that can be protected here, but known. */
interface OtherFile {
  readonly kind: 'other';
  readonly what: OtherKind;
}

export type FileDescription = PhotoDescription | OtherFile;

export interface Colour {
  readonly model: 'grey' | 'rgb' | 'palette' | 'cmyk';
  /** A channel. */
  readonly bits: number;
  /** An ICC profile is in the file. */
  readonly profile: boolean;
}

/** What a reader of one format gives: all but its type. Null where the bytes end too early, or say nothing sound. */
export type Described = Omit<PhotoDescription, 'kind' | 'type'> | null;

/** Bytes from the start of a file. */
export interface Seen {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether these are all there are. */
  readonly whole: boolean;
}

/** The orientation that a number stands for: those outside of 1 to 8 mean nothing, and nothing is turned. */
export function orientationOf(value: number): Orientation {
  switch (value) {
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
    case 7:
    case 8:
      return value;
    default:
      return 1;
  }
}
