/** Where a run waits while it is paused. */
export class PauseGate {
  readonly #now: () => number;
  #waiting: (() => void)[] = [];
  #pausedAt: number | null = null;
  #pausedFor = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get paused(): boolean {
    return this.#pausedAt !== null;
  }

  /** Milliseconds of pause since `reset`. */
  get pausedFor(): number {
    return this.#pausedFor + (this.#pausedAt === null ? 0 : this.#now() - this.#pausedAt);
  }

  pause(): void {
    this.#pausedAt ??= this.#now();
  }

  /** Lets everything go on that waits. */
  resume(): void {
    this.#pausedFor = this.pausedFor;
    this.#pausedAt = null;
    for (const goOn of this.#waiting.splice(0)) goOn();
  }

  /** For a new run. */
  reset(): void {
    this.resume();
    this.#pausedFor = 0;
  }

  /** Resolves at once, or when the pause ends. */
  async untilResumed(): Promise<void> {
    while (this.paused) await new Promise<void>(goOn => this.#waiting.push(goOn));
  }
}
