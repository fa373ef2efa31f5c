/** What is dropped or pasted while a tab is in sight goes to it. */
export interface TakesFiles {
  /** Files with their paths; see `filesOfEvent`. */
  take(files: Promise<readonly File[]>): void;
}
