/** Pausing and stopping of one run, asked for between its steps. */
export class RunControl {
  #stopped = false;
  #waiting: (() => void)[] = [];
  #paused = false;

  get stopped(): boolean {
    return this.#stopped;
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#release();
  }

  /** Ends a pause as well. */
  stop(): void {
    this.#stopped = true;
    this.#release();
  }

  /** Lets messages through, waits for as long as the run is paused, and says whether to go on. */
  async goOn(): Promise<boolean> {
    await new Promise(resolve => setTimeout(resolve));
    while (this.#paused && !this.#stopped) {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
    return !this.#stopped;
  }

  #release(): void {
    for (const release of this.#waiting.splice(0)) release();
  }
}
