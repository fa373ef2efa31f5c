/** A set of an earlier visit that this device remembers, with leave. */
export interface RecentSet {
  /** Its dataset name. */
  readonly dataset: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly photos: number;
  readonly labels: number;
}
