import type { Writable } from 'node:stream';

/** Where a command speaks: results to one stream, everything said by the way to the other. */
export interface Terminal {
  /** Results: what another program may read. */
  readonly out: Writable;
  /** Whether a person watches, so that a line may be written over. */
  readonly live: boolean;
  /** Ctrl-C. Commands that write end at the next whole file. */
  readonly signal: AbortSignal;
  /** A line of result. */
  print(line: string): void;
  /** A line by the way: warnings, files that failed, progress. */
  say(line: string): void;
  /** A line that the next one writes over; nothing where nobody watches. Empty takes it away. */
  show(line: string): void;
}

type Stream = Writable & { readonly isTTY?: boolean };

/** @param out results, @param err everything else, the line that is written over included */
export function createTerminal(out: Stream, err: Stream, signal: AbortSignal): Terminal {
  const live = err.isTTY === true;
  let shown = false;
  const clear = () => {
    if (shown) err.write('\r\u001b[K');
    shown = false;
  };
  return {
    out,
    live,
    signal,
    print(line) {
      clear();
      out.write(`${line}\n`);
    },
    say(line) {
      clear();
      err.write(`${line}\n`);
    },
    show(line) {
      clear();
      if (!live || line === '') return;
      err.write(line);
      shown = true;
    },
  };
}
