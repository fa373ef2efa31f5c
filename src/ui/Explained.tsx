// First, so that what is imported below finds its texts.
import { type TermName, termNames } from '../locales/terms.ts';
import { text } from '../locales/text.ts';
import { Term } from './Term.tsx';

/** A sentence in which each word of the trade explains itself where it first stands. */
export default function Explained({ words }: { readonly words: string }) {
  return partsOf(words, name => text(`term.${name}`)).map(part =>
    typeof part === 'string' ? part : <Term key={part.name} name={part.name} word={part.word} />,
  );
}

interface Found {
  readonly name: TermName;
  readonly word: string;
}

/** Words and terms in turn. A term is found where it stands by itself, in either case, and only once. */
export function partsOf(words: string, wordOf: (name: TermName) => string): readonly (string | Found)[] {
  const byWord = new Map(termNames.map(name => [wordOf(name).toLowerCase(), name]));
  const longestFirst = [...byWord.keys()].sort((a, b) => b.length - a.length).map(escaped);
  // Chinese writes no spaces between words; a Latin word must end where it ends.
  const pattern = new RegExp(`(?<![A-Za-z])(?:${longestFirst.join('|')})(?![A-Za-z])`, 'giu');
  const parts: (string | Found)[] = [];
  const met = new Set<TermName>();
  let end = 0;
  for (const match of words.matchAll(pattern)) {
    const name = byWord.get(match[0].toLowerCase());
    if (name === undefined || met.has(name)) continue;
    met.add(name);
    if (match.index > end) parts.push(words.slice(end, match.index));
    parts.push({ name, word: match[0] });
    end = match.index + match[0].length;
  }
  if (end < words.length) parts.push(words.slice(end));
  return parts;
}

const escaped = (word: string): string => word.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');
