import type { PhotoNote } from '../../src/codec/notes.ts';
import type { FailureReason } from '../../src/core/faults/failure.ts';
import type { FileMarks } from '../../src/core/plan.ts';
import type { OutputType } from '../../src/core/settings.ts';
import type { Treatment } from '../../src/core/treatment.ts';

/** What every thread is told once. Holds each label's imprint, and never the key that they were drawn from. */
export interface ThreadSetup {
  /** By the label's place in the order. */
  readonly treatments: readonly Treatment[];
  readonly marks: FileMarks;
  /** Shared by all threads; see `sharedRoom`. */
  readonly room: SharedArrayBuffer;
  /** This thread's place in it. */
  readonly place: number;
  readonly roomPixels: number;
}

/** One photo. */
export interface PhotoJob {
  /** Place of its label. */
  readonly label: number;
  readonly type: OutputType;
  readonly quality: number | undefined;
  /** Of the file; its ending says what its bytes may not. */
  readonly name: string;
  /** A file, or its bytes. */
  readonly from: string | Uint8Array<ArrayBuffer>;
  /** Where the result is written, whole or not at all; null gives its bytes back. */
  readonly to: { readonly draft: string; readonly path: string } | null;
  /** What came of it earlier: nothing is done where source and result still are these. */
  readonly known: { readonly sha256: string; readonly sourceSha256: string } | null;
}

export type PhotoResult =
  | {
      readonly kind: 'protected';
      readonly sha256: string;
      readonly sourceSha256: string;
      readonly width: number;
      readonly height: number;
      readonly peak: number | null;
      readonly notes: readonly PhotoNote[];
      /** Size of the protected file, in bytes. */
      readonly size: number;
      /** Of a job without a place to be written to. */
      readonly bytes: Uint8Array<ArrayBuffer> | null;
    }
  /** As it was: nothing was done. */
  | { readonly kind: 'whole' }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  /** Nothing more can be written: the disk is full, or the place is closed to us. */
  | { readonly kind: 'stopped'; readonly why: 'storage-full' | 'not-writable'; readonly path: string };
