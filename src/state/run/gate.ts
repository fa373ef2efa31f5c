/** Lets work through or holds it back: the pause of a run. */
export class Gate {
  readonly #now: () => number;
  #waiting: (() => void)[] = [];
  #closedAt: number | null = null;
  #closedFor = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get closed(): boolean {
    return this.#closedAt !== null;
  }

  /** Milliseconds that it was closed since it was last opened afresh by `reset`. */
  get closedFor(): number {
    return this.#closedFor + (this.#closedAt === null ? 0 : this.#now() - this.#closedAt);
  }

  close(): void {
    this.#closedAt ??= this.#now();
  }

  open(): void {
    this.#closedFor = this.closedFor;
    this.#closedAt = null;
    for (const pass of this.#waiting.splice(0)) pass();
  }

  /** Opens it and forgets how long it was closed. */
  reset(): void {
    this.open();
    this.#closedFor = 0;
  }

  /** Resolves when the gate is open: at once, or once it is opened. */
  async passage(): Promise<void> {
    while (this.closed) await new Promise<void>(pass => this.#waiting.push(pass));
  }
}
