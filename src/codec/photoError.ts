import type { FailureReason } from '../core/failure.ts';

/** What the codec throws when a photo cannot be read or written: the reason as data, for its one catcher. */
export class PhotoError extends Error {
  override readonly name = 'PhotoError';
  readonly reason: FailureReason;

  constructor(reason: FailureReason) {
    super(reason.kind);
    this.reason = reason;
  }
}
