import { catalogues } from './catalogues.ts';
import type { English } from './english.ts';
import { hasTexts, keepTexts, sayIn, translate } from './i18n.ts';
import type { Language } from './language.ts';

type WithoutPlural<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;

/** A key of the catalogue, plural endings left off. */
export type TextKey = WithoutPlural<keyof English & string>;

let spoken: Language = 'en';
let wanted: Language = 'en';
const listeners = new Set<() => void>();

/**
 * Speaks another language from now on; what is shown must be drawn anew, see `onLanguage`. `overtaken`: yet another was
 * asked for meanwhile. `unreached`: its texts could not be fetched, and the language stays what it was.
 */
export async function speak(next: Language): Promise<'spoken' | 'overtaken' | 'unreached'> {
  wanted = next;
  if (next === spoken) return 'spoken';
  try {
    if (next !== 'en' && !hasTexts(next)) keepTexts(next, await catalogues[next]());
  } catch {
    return wanted === next ? 'unreached' : 'overtaken';
  }
  if (wanted !== next) return 'overtaken';
  // Done at once, since all texts are there; nothing may come between the question above and the answer.
  sayIn(next);
  spoken = next;
  for (const listener of listeners) listener();
  return 'spoken';
}

/** The language that is spoken now. */
export function language(): Language {
  return spoken;
}

/** Calls `listener` after each change of language, until the function that it returns is called. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The text for `key`, with `{{name}}`s filled in from `values`; `count` chooses the plural form. */
export function text(key: TextKey, values?: Readonly<Record<string, string | number>>): string {
  return translate(key, values ?? {});
}

/** A day and time as the language writes it; `at` in milliseconds since 1970. */
export function moment(at: number): string {
  return new Intl.DateTimeFormat(spoken, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A whole or decimal number as the language writes it, with at most `digits` decimals and at least `least`. */
export function number(value: number, digits = 0, least = 0): string {
  const decimals = { minimumFractionDigits: least, maximumFractionDigits: digits };
  return new Intl.NumberFormat(spoken, decimals).format(value);
}

/** What may be said or not: nothing stands for nothing. */
type Maybe = string | false | null;

const isSaid = (words: Maybe): words is string => typeof words === 'string' && words !== '';

/** Names one after another: `a, b, c`, or `a、b、c`. */
export function list(items: readonly Maybe[]): string {
  const format = new Intl.ListFormat(spoken, { type: 'conjunction', style: 'narrow' });
  return format.format(items.filter(isSaid));
}

/** Short remarks on one thing one after another: `a, b`, or `a，b`. */
export function remarks(all: readonly Maybe[]): string {
  return all.filter(isSaid).join(spoken === 'zh-Hans' ? '，' : ', ');
}

/** Whole sentences one after another. */
export function sentences(all: readonly Maybe[]): string {
  return all.filter(isSaid).join(gap());
}

/** What stands between two sentences; Chinese puts nothing there, its full stop is wide enough. */
export function gap(): string {
  return spoken === 'zh-Hans' ? '' : ' ';
}
