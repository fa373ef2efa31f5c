import type { PhotoNote } from '../../src/codec/notes.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** How often a line about progress is written, milliseconds. */
const everyMs = 500;
/** The rate is that of the last so many milliseconds. */
const lately = 15_000;

export interface Counts {
  readonly protected: number;
  /** Finished by an earlier run, and still whole. */
  readonly whole: number;
  readonly failed: number;
}

/** How many photos there is something to know about, though they came out right. */
export type Notes = Readonly<Record<PhotoNote['kind'], number>>;

/** What a run says while it runs: a bar with rate and time for people, a line a moment for programs. */
export class Progress {
  #counts = { protected: 0, whole: 0, failed: 0 };
  #notes = { 'first-frame': 0, 'from-raw': 0, 'alpha-on-white': 0 };
  readonly #total: number | null;
  readonly #terminal: Terminal;
  readonly #json: boolean;
  readonly #timer: NodeJS.Timeout;
  readonly #times: { readonly at: number; readonly done: number }[] = [{ at: performance.now(), done: 0 }];

  /** @param total photos, null where that is not known */
  constructor(total: number | null, terminal: Terminal, json: boolean) {
    this.#total = total;
    this.#terminal = terminal;
    this.#json = json;
    this.#timer = setInterval(() => this.#say(), everyMs);
    this.#timer.unref();
  }

  get counts(): Counts {
    return this.#counts;
  }

  get notes(): Notes {
    return this.#notes;
  }

  note({ kind }: PhotoNote): void {
    this.#notes[kind] += 1;
  }

  count(kind: keyof Counts): void {
    this.#counts[kind] += 1;
  }

  failed(source: string, sentence: string): void {
    this.#counts.failed += 1;
    if (this.#json) this.#terminal.print(JSON.stringify({ event: 'failed', source, sentence }));
    else this.#terminal.say(`${source} ${sentence}`);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#terminal.show('');
  }

  #say(): void {
    const { protected: made, whole, failed } = this.#counts;
    const done = made + whole + failed;
    const rate = this.#rate(done);
    const left = this.#total === null || rate === 0 ? null : (this.#total - done) / rate;
    if (this.#json) {
      const news = {
        event: 'progress',
        ...this.#counts,
        total: this.#total,
        perSecond: rate,
        secondsLeft: left,
      };
      this.#terminal.print(JSON.stringify(news));
    } else this.#terminal.show(progressLine({ done, total: this.#total, failed, rate, left }));
  }

  /** Photos a second. */
  #rate(done: number): number {
    const now = performance.now();
    this.#times.push({ at: now, done });
    while (this.#times.length > 2 && now - (this.#times[0]?.at ?? now) > lately) this.#times.shift();
    const first = this.#times[0];
    return first === undefined || now === first.at ? 0 : (1000 * (done - first.done)) / (now - first.at);
  }
}

interface Standing {
  readonly done: number;
  readonly total: number | null;
  readonly failed: number;
  readonly rate: number;
  /** Seconds. */
  readonly left: number | null;
}

const barWidth = 24;

/** `[#####-----] 1,234 of 5,000 · 87 a second · 43 s left · 2 failed` */
export function progressLine({ done, total, failed, rate, left }: Standing): string {
  const count = (value: number) => value.toLocaleString('en');
  const filled = total === null || total === 0 ? 0 : Math.round((barWidth * done) / total);
  const bar = total === null ? '' : `[${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}] `;
  return [
    `${bar}${count(done)}${total === null ? ' photos' : ` of ${count(total)}`}`,
    ...(rate > 0 ? [`${rate < 10 ? rate.toFixed(1) : count(Math.round(rate))} a second`] : []),
    ...(left === null ? [] : [`${durationText(left)} left`]),
    ...(failed > 0 ? [`${count(failed)} failed`] : []),
  ].join(' · ');
}

/** `48 s`, `3 min 20 s`, `2 h 5 min`. */
export function durationText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
