/**
 * Where everything goes that was not expected: an exception that stands for no outcome, and so for a mistake of ours.
 *
 * A thread hands what it meets on to whoever opened it, so the page hears of all; there it is cleaned of names and
 * secrets, written to the console, and kept for `Copy details` (see `unexpectedLog.ts`).
 */
export interface Unexpected {
  /** What was being done, in a word or two of ours. */
  readonly where: string;
  readonly name: string;
  /** As it was thrown: not to be shown to anybody but the person whose page it is. */
  readonly message: string;
  /** As the browser writes it; empty where there is none. */
  readonly stack: string;
  /** What the message might quote that the page does not know. */
  readonly secrets: readonly string[];
  /** Nothing else tells the person of it. */
  readonly stray: boolean;
}

interface About {
  readonly secrets?: readonly string[];
  readonly stray?: boolean;
}

type Receiver = (what: Unexpected) => void;

/** Where nobody listens, as in tests and on the command line, a developer still sees it. */
let receiver: Receiver = ({ where, name, message, stack }) =>
  console.error(`${name}: ${message} (${where})\n${stack}`);

/** Who receives it in this thread from now on. */
export function receiveUnexpected(by: Receiver): void {
  receiver = by;
}

/**
 * Receives an exception that nobody expected.
 *
 * @param where what was being done, in a word or two
 * @param about `secrets`: what its message might quote, beside what the page knows; `stray`: no outcome stands for it, so
 * that the page itself has to tell the person
 */
export function unexpected(
  error: unknown,
  where: string,
  { secrets = [], stray = false }: About = {},
): Unexpected {
  const what = { where, secrets, stray, ...partsOf(error) };
  receiver(what);
  return what;
}

/**
 * For what goes on without an answer: the page tells of the exception, and `instead` stands for what did not come.
 *
 * @param where what was being done, in a word or two
 */
export function orTell<T>(instead: T, where: string): (error: unknown) => T {
  return error => {
    unexpected(error, where, { stray: true });
    return instead;
  };
}

/** Hands on what another thread met. */
export function passOn(what: Unexpected): void {
  receiver(what);
}

function partsOf(error: unknown): Pick<Unexpected, 'name' | 'message' | 'stack'> {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error), stack: '' };
  const { name, message, stack = '', cause } = error;
  if (cause === undefined) return { name, message, stack };
  const inner = partsOf(cause);
  const whole = `${message}, because of ${inner.name}: ${inner.message}`;
  return { name, message: whole, stack: `${stack}\n${inner.stack}` };
}
