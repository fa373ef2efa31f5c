import { sentenceWords } from './passphrase.ts';

/**
 * A cautious guess at the bits in text that a person made up. It splits the text the cheapest way into what guessing
 * programs try first: known passwords, words, names of keys, dates, sequences, repetitions; and single characters
 * for the rest, counted at about the half of what random ones would have, because people do not draw at random.
 *
 * Limits: it knows about 2,000 English words, a few dozen passwords and phrases and no names or other languages; it
 * makes up for that by counting letters low (2.5 bits). So a random string is rated at half its worth or so, and a
 * quotation that is not English may be rated too high.
 */

/** A stretch of text and what guessing it costs. */
interface Piece {
  readonly length: number;
  readonly bits: number;
}

/** Going from one kind of character to another tells a little too. */
const changeBits = 1;
const wordBits = 7.5;
const sentenceBits = 4;
const commonBits = 6;
const phraseBits = 12;
const yearBits = 6;
const dateBits = 14;
/** Whether and where separators stand. */
const separatorBits = 3;

const common = new Set(
  (
    'password passwort passw0rd parol admin administrator welcome letmein login master dragon monkey shadow sunshine ' +
    'princess iloveyou football baseball superman batman trustno starwars whatever secret keyveil changeme default ' +
    'hello freedom qazwsx zaq12wsx abc123 p@ssw0rd michael jordan jennifer charlie thomas andrew daniel jessica ' +
    'ashley nicole anna maria alexander photos pictures private opensesame staple'
  ).split(' '),
);
/** Without spaces; found anywhere in the passphrase once its separators are gone. */
const phrases =
  'correcthorsebatterystaple|maytheforcebewithyou|tobeornottobe|loremipsumdolor|thequickbrownfox|jumpsoverthelazydog|' +
  'openthepodbaydoors|allyourbasearebelongtous|iloveyousomuch|ourfatherwhoartinheaven';
const phrase = new RegExp(`^(?:${phrases})`);

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiopü',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  '!@#$%^&*()',
];
const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const date =
  /^(\d{1,2}[./-]\d{1,2}[./-](\d{2}|\d{4})|\d{4}[./-]\d{1,2}[./-]\d{1,2}|(19|20)\d{6}|[0-3]\d[01]\d(19|20)?\d\d)/;
const year = /^(19|20)\d\d/;

/**
 * Bits of a typed passphrase.
 *
 * @param words a list of frequent words, lower-case
 */
export function guessPassphraseBits(passphrase: string, words: readonly string[]): number {
  // More cannot matter, and the work grows with the square of the length.
  const text = passphrase.slice(0, 200).normalize('NFC');
  const known = new Set(words);
  // Separators hide sequences and phrases from people more than from guessing programs.
  const joined = text.replace(/[\s\-_.,]/g, '');
  return Math.min(
    cheapestSplit(Array.from(text), known),
    cheapestSplit(Array.from(joined), known) + separatorBits,
  );
}

function cheapestSplit(text: readonly string[], known: ReadonlySet<string>): number {
  // cheapest[i]: the fewest bits that the first i characters can be made of.
  const cheapest = [0];
  for (let i = 1; i <= text.length; i++) cheapest.push(Infinity);
  for (let start = 0; start < text.length; start++) {
    for (const piece of piecesAt(text, start, known)) {
      const end = start + piece.length;
      cheapest[end] = Math.min(cheapest[end] ?? Infinity, (cheapest[start] ?? 0) + piece.bits);
    }
    repetition(text, start, cheapest);
  }
  return cheapest[text.length] ?? 0;
}

function piecesAt(text: readonly string[], start: number, known: ReadonlySet<string>): Piece[] {
  const rest = text.slice(start, start + longestPiece);
  const joined = rest.join('');
  const pieces: Piece[] = [{ length: 1, bits: characterBits(rest[0] ?? '', text[start - 1]) }];
  const quotation = phrase.exec(joined.toLowerCase())?.[0];
  if (quotation !== undefined) pieces.push({ length: quotation.length, bits: phraseBits });
  const day = date.exec(joined)?.[0];
  if (day !== undefined) pieces.push({ length: day.length, bits: dateBits });
  if (year.test(joined)) pieces.push({ length: 4, bits: yearBits });
  const run = sequenceLength(rest);
  if (run >= 3) pieces.push({ length: run, bits: 4 + Math.log2(run) });
  for (let length = 1; length <= rest.length; length++)
    pieces.push(...wordPieces(rest.slice(0, length), known));
  return pieces;
}

const longestPiece = 30;

/** A word or known password, with a bit or two for capitals and for digits in place of letters. */
function wordPieces(characters: readonly string[], known: ReadonlySet<string>): Piece[] {
  const written = characters.join('');
  const lower = written.toLowerCase();
  const plain = Array.from(lower, character => leet[character] ?? character).join('');
  const spelling = (written === lower ? 0 : 1) + (plain === lower ? 0 : 2);
  const bits = [lower, plain].flatMap(word => {
    if (common.has(word)) return [commonBits];
    if (sentenceWords.has(word)) return [sentenceBits];
    return known.has(word) ? [wordBits] : [];
  });
  return bits.length === 0 ? [] : [{ length: characters.length, bits: Math.min(...bits) + spelling }];
}

/** How many characters at the start go up or down by one, or along a row of keys, or stay the same. */
function sequenceLength(characters: readonly string[]): number {
  const lower = characters.map(character => character.toLowerCase());
  let longest = 1;
  for (const row of rows) {
    for (const step of [1, -1]) {
      let length = 1;
      let at = row.indexOf(lower[0] ?? '\0');
      while (at >= 0 && length < lower.length && row[at + step] === lower[length]) {
        at += step;
        length += 1;
      }
      longest = Math.max(longest, length);
    }
  }
  return longest;
}

/** What was just written, written again: `abab`, `hello hello`. Costs what it is repeated from, once, and the count. */
function repetition(text: readonly string[], start: number, cheapest: number[]): void {
  for (let period = 1; period <= start; period++) {
    let length = 0;
    while (start + length < text.length && text[start + length] === text[start + length - period])
      length += 1;
    const bits = (cheapest[start] ?? 0) + 1;
    for (let end = start + Math.max(period, 2); end <= start + length; end++) {
      cheapest[end] = Math.min(cheapest[end] ?? Infinity, bits + Math.log2(end - start));
    }
  }
}

/** One character that is part of nothing known. Changing between kinds of characters tells a little too. */
function characterBits(character: string, before: string | undefined): number {
  if (character === before || character === ' ') return 0.5;
  const kind = kindOf(character);
  const changed = before !== undefined && before !== ' ' && kindOf(before) !== kind;
  return kindBits[kind] + (changed ? changeBits : 0);
}

type Kind = 'digit' | 'lower' | 'upper' | 'ideograph' | 'letter' | 'symbol';

const kindBits: Readonly<Record<Kind, number>> = {
  digit: 3,
  lower: 2.5,
  upper: 2.5,
  ideograph: 6,
  letter: 3,
  symbol: 4,
};

function kindOf(character: string): Kind {
  if (/\p{Nd}/u.test(character)) return 'digit';
  if (/[a-z]/.test(character)) return 'lower';
  if (/[A-Z]/.test(character)) return 'upper';
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character))
    return 'ideograph';
  return /\p{L}/u.test(character) ? 'letter' : 'symbol';
}
