import { parseArgs } from 'node:util';
import { Refusal, refuse } from './refusal.ts';

/** One option of a command: what help says of it, and how what was given becomes a value. */
export interface Option<T> {
  /** What stands for its value in help, `<file>`; null for a switch, which has none. */
  readonly sign: string | null;
  readonly about: string;
  /** What it is when it is not given, as help shows it; null: nothing. */
  readonly usually: string | null;
  /** @param given each value in the order given; none when the option was not. @throws Refusal */
  read(given: readonly string[], name: string): T;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** The values of a command's options, by their names. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never;
};

export interface Given<O extends Options> {
  readonly values: Values<O>;
  /** What stands there without a name, in order. */
  readonly positionals: readonly string[];
}

const last = (given: readonly string[]): string | undefined => given.at(-1);

/** A text, or what it usually is. */
export function text(sign: string, about: string, usually: string): Option<string> {
  return { sign, about, usually, read: given => last(given) ?? usually };
}

/** A text that may be left out. */
export function maybe(sign: string, about: string): Option<string | null> {
  return { sign, about, usually: null, read: given => last(given) ?? null };
}

/** Any number of texts. */
export function several(sign: string, about: string): Option<readonly string[]> {
  return { sign, about, usually: null, read: given => given };
}

/** A switch. */
export function flag(about: string): Option<boolean> {
  return { sign: null, about, usually: null, read: given => given.length > 0 };
}

/** One of a few words. */
export function choice<T extends string>(words: readonly T[], about: string, usually: T): Option<T> {
  return {
    sign: words.join('|'),
    about,
    usually,
    read(given, name) {
      const value = last(given) ?? usually;
      const word = words.find(one => one === value);
      return word ?? refuse(`--${name} is ${value}; it takes ${words.join(', ')}.`);
    },
  };
}

export interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly whole?: boolean;
}

/** A number between bounds, both included. */
export function number(bounds: Bounds, about: string, usually: number): Option<number> {
  return {
    sign: bounds.whole ? '<n>' : '<number>',
    about,
    usually: String(usually),
    read: (given, name) => (given.length === 0 ? usually : numberOf(last(given) ?? '', name, bounds)),
  };
}

/** A number between bounds that may be left out. */
export function maybeNumber(bounds: Bounds, about: string): Option<number | null> {
  return {
    sign: bounds.whole ? '<n>' : '<number>',
    about,
    usually: null,
    read: (given, name) => (given.length === 0 ? null : numberOf(last(given) ?? '', name, bounds)),
  };
}

/** What a person typed as a number. @throws Refusal that names the option and its bounds */
function numberOf(given: string, name: string, { low, high, whole = false }: Bounds): number {
  const value = given.trim() === '' ? Number.NaN : Number(given);
  const right =
    Number.isFinite(value) && value >= low && value <= high && (!whole || Number.isInteger(value));
  if (right) return value;
  const most = high === Number.MAX_SAFE_INTEGER ? `of at least ${low}` : `from ${low} to ${high}`;
  return refuse(`--${name} is ${given}; it takes ${whole ? 'a whole number' : 'a number'} ${most}.`);
}

/** Reads a command's arguments. @throws Refusal for what it does not know */
export function readArguments<O extends Options>(args: readonly string[], options: O): Given<O> {
  const { values, positionals } = parsed(args, options);
  const read: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(options)) {
    const given = values[name];
    read[name] = option.read(Array.isArray(given) ? given.map(String) : given === true ? [''] : [], name);
  }
  // Each name was read by its own option just now.
  return { values: read as Values<O>, positionals };
}

function parsed(args: readonly string[], options: Options) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, { sign }]) => [
          name,
          sign === null ? { type: 'boolean' as const } : { type: 'string' as const, multiple: true },
        ]),
      ),
    });
  } catch (error) {
    // Node says which option it does not know, or which lacks its value; from the second sentence on it speaks to programmers.
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    throw new Refusal(`${said.replace(/\.$/, '')}. --help lists what there is.`);
  }
}
