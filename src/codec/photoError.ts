import type { FailureReason } from '../core/faults/failure.ts';

/** What the codec throws when a photo cannot be read or written: the reason as data, for its one catcher. */
export class PhotoError extends Error {
  override readonly name = 'PhotoError';
  readonly reason: FailureReason;

  constructor(reason: FailureReason) {
    super(reason.kind);
    this.reason = reason;
  }
}

/** Some of it is missing. @param share of it that is there, from 0 to 1; never said to be 100 per cent */
export function refusedAsCutOff(share: number): PhotoError {
  return new PhotoError({ kind: 'cut-off', percent: Math.max(0, Math.min(99, Math.floor(share * 100))) });
}
