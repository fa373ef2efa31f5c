interface RunProgress {
  readonly kind: 'running';
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** performance.now() at the start, ms. */
  readonly startedAt: number;
  /** Photos a second and seconds left, once they are known. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  /** No new photo is begun; those in hand are finished. */
  readonly paused: boolean;
}

export type Run =
  | { readonly kind: 'idle' }
  | RunProgress
  | { readonly kind: 'cancelling'; readonly total: number; readonly done: number; readonly failed: number }
  | {
      readonly kind: 'ended';
      /** `storage-full`: stopped, because there was no room for another photo. */
      readonly how: 'finished' | 'cancelled' | 'storage-full';
      readonly total: number;
      readonly done: number;
      readonly failed: number;
      readonly seconds: number;
    };

/** Why a run was not started: bytes that it would store, and bytes that are free. */
export interface SpaceShortage {
  readonly needed: number;
  readonly free: number;
}
