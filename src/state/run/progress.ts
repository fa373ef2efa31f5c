/** How far a run is and how long it still takes, reckoned by the work in each photo and not by their number. */

/** What one photo costs beside its pixels, in pixels: opening, storing and telling. */
const overhead = 100_000;

/** A measure of the work in a photo of this many pixels. */
export function workOf(photo: { readonly width: number; readonly height: number }): number {
  return overhead + photo.width * photo.height;
}

export interface Forecast {
  /** Photos a second. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
}

/** Before this much time or so few photos have passed, a forecast would only jump about. */
const settleMs = 800;
const settlePhotos = 2;

/**
 * @param elapsedMs since the run began
 * @param photosDone finished or failed
 * @param workDone summed `workOf` of those
 * @param workTotal summed `workOf` of all
 */
export function forecast(
  elapsedMs: number,
  photosDone: number,
  workDone: number,
  workTotal: number,
): Forecast {
  if (elapsedMs < settleMs || photosDone < settlePhotos) return { rate: null, secondsLeft: null };
  const seconds = elapsedMs / 1000;
  return {
    rate: photosDone / seconds,
    secondsLeft: (Math.max(0, workTotal - workDone) * seconds) / workDone,
  };
}
