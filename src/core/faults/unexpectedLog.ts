import { cleaned, framesOf } from './cleaned.ts';
import type { Unexpected } from './unexpected.ts';

/** What the page keeps of what was not expected, without names of photos and without the key. */
interface Entry {
  readonly where: string;
  readonly name: string;
  readonly message: string;
  /** Innermost first: function, script without its host, line and column. */
  readonly frames: readonly string[];
  /** Nothing else tells the person of it. */
  readonly stray: boolean;
}

/** More would only bury the first, which mostly tells why. */
const mostKept = 20;

const entries: Entry[] = [];
const heard = new Set<string>();
const listeners = new Set<() => void>();
const sources = new Set<() => Iterable<string>>();

/** Names and secrets that are taken out of every message from now on; gives what ends that. */
export function keepOut(words: () => Iterable<string>): () => void {
  sources.add(words);
  return () => sources.delete(words);
}

/** In the page: cleans it, writes it to the console and keeps it. */
export function enterUnexpected({ where, name, message, stack, secrets, stray }: Unexpected): void {
  const known = [...sources].flatMap(words => [...words()]);
  const entry: Entry = {
    where,
    name,
    message: cleaned(message, [...secrets, ...known]),
    frames: framesOf(stack, message),
    stray,
  };
  const said = textOf(entry);
  // A thousand photos that fail alike are one mistake.
  if (heard.has(said)) return;
  heard.add(said);
  if (entries.length < mostKept) entries.push(entry);
  console.error(said);
  for (const listener of listeners) listener();
}

/** What was met since the page was opened, the first ones. */
export function unexpectedSoFar(): readonly Entry[] {
  return entries;
}

/** Whether there is any that nothing else tells the person of. */
export function hasStrays(): boolean {
  return entries.some(({ stray }) => stray);
}

/** Calls at everything new; gives what stops it. */
export function onUnexpected(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** As a developer reads it. */
export function textOf({ where, name, message, frames }: Entry): string {
  return [`${name}: ${message} (${where})`, ...frames.map(frame => `    at ${frame}`)].join('\n');
}
