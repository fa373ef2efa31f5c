/** What a command's exit code says; the same for all of them, and listed by `keyveil --help`. */
export const exits = {
  /** Everything that was asked for. */
  done: 0,
  /** Nothing was done: what was asked for cannot be. The message says what to change. */
  refused: 1,
  /** All was looked at, but not all is well: photos that failed, files that differ. They are listed. */
  partly: 2,
  /** Stopped half-way, nothing half-written: a full disk. The same command goes on from there. */
  stopped: 3,
  /** A fault of Keyveil's own. */
  fault: 70,
  /** Ctrl-C, as shells have it (128 + SIGINT). The same command goes on from there. */
  interrupted: 130,
} as const;

export type Exit = (typeof exits)[keyof typeof exits];
