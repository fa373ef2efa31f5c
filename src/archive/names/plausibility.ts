import { isUsual, type Script } from './eastAsian.ts';
import type { Encoding } from './encodings.ts';
import type { Language } from './languages.ts';

/**
 * How plausible a name is in a language: the logarithm of its chance, letter by letter. Only differences between readings
 * of the same bytes mean something.
 */

const letter = /\p{L}|\p{M}/u;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;
const ascii = /^[\0-\x7f]*$/;

/** What an ASCII letter counts where nothing but ASCII stands around it: the same in every reading. */
const plainLetter = Math.log(0.045);
/** A letter that the language does not have, of the same alphabet or of another. */
const foreignLetter = Math.log(3e-5);
const strangeLetter = Math.log(1e-8);
/** Signs that names do have now and then, and those that only the old code pages have. */
const signs =
  /[\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u00b0\u00aa\u00ba\u00a9\u00ae\u20ac\u00b7\u00ab\u00bb\u00a0\u00a1\u00bf]/;
const usualSign = Math.log(1e-4);
const oddSign = Math.log(1e-7);
const control = Math.log(1e-12);

/** Small after large in the middle of a word, and the like. */
const wrongCase = Math.log(0.002);
const capital = Math.log(0.12);
const firstCapital = Math.log(0.5);
const firstSmall = Math.log(0.3);
/** Letters of two scripts side by side. */
const mixed = -4.5;
/** A sign in the middle of a word. */
const inside = -4;
/** A character said twice, where a language does that in what it calls people. */
const saidTwice = Math.log(0.02);
/** What Windows forbids in names, and what nobody types there. */
const forbidden = -8;
const untyped = -3;

function textScript(character: string): 'latin' | 'cyrillic' | 'greek' | 'other' {
  if (/\p{Script=Latin}/u.test(character)) return 'latin';
  if (/\p{Script=Cyrillic}/u.test(character)) return 'cyrillic';
  return /\p{Script=Greek}/u.test(character) ? 'greek' : 'other';
}

export interface LetterModel {
  readonly chances: ReadonlyMap<string, number>;
  readonly script: ReturnType<typeof textScript>;
}

/** How often each letter comes in a language, as logarithms; from its table of letters and shares in thousandths. */
export function letterModel({ letters }: Language): LetterModel {
  const chances = new Map(
    letters.split(' ').map(entry => {
      const [character = ''] = entry;
      return [character, Math.log(Number(entry.slice(character.length)) / 1000)] as const;
    }),
  );
  const last = letters.split(' ').find(entry => !ascii.test(entry[0] ?? '')) ?? 'a';
  return { chances, script: textScript([...last][0] ?? 'a') };
}

/** @param name one folder or file, decoded */
export function letterScore(name: string, { chances, script }: LetterModel): number {
  let score = insideScore(name);
  for (const word of name.split(/(?<![\p{L}\p{M}])(?=[\p{L}\p{M}])|(?<=[\p{L}\p{M}])(?![\p{L}\p{M}])/u)) {
    if (ascii.test(word)) score += letter.test(word) ? word.length * plainLetter : 0;
    else if (letter.test(word)) score += wordScore([...word], chances, script);
    for (const character of word) if (!letter.test(character)) score += signScore(character);
  }
  return score;
}

function wordScore(
  word: readonly string[],
  chances: LetterModel['chances'],
  script: LetterModel['script'],
): number {
  let score = 0;
  word.forEach((character, i) => {
    const small = character.toLowerCase();
    const known = chances.get(small);
    if (known !== undefined) score += known;
    else if (ascii.test(character)) score += plainLetter + (script === 'latin' ? 0 : mixed);
    else score += textScript(character) === script ? foreignLetter : strangeLetter;
    if (!ascii.test(character)) score += caseScore(word, i);
  });
  return score;
}

function caseScore(word: readonly string[], at: number): number {
  const character = word[at] ?? '';
  const before = word[at - 1] ?? '';
  if (upper.test(character)) {
    if (at === 0) return firstCapital;
    return lower.test(before) ? wrongCase : capital;
  }
  if (!lower.test(character)) return 0;
  if (at === 0) return upper.test(word[1] ?? '') ? wrongCase : firstSmall;
  return at > 1 && upper.test(before) && upper.test(word[at - 2] ?? '') ? wrongCase : 0;
}

/** Signs with letters on both sides: hyphens and dots are usual there, hardly anything else is. */
function insideScore(name: string): number {
  return inside * (name.match(/(?<=\p{L})[^\p{L}\p{M}\0-\x7f\u2019\u2013\u00b7](?=\p{L})/gu)?.length ?? 0);
}

function signScore(character: string): number {
  if (/[<>:"|?*]/.test(character)) return forbidden;
  if (/[[\]{}^`~@\\$%]/.test(character)) return untyped;
  if (ascii.test(character)) return 0;
  if (/\p{Cc}/u.test(character)) return control;
  return signs.test(character) ? usualSign : oddSign;
}

/** One character with the bytes that it was read from. */
interface Unit {
  readonly character: string;
  readonly lead: number;
  readonly trail: number;
}

/** A name of East Asia, whose bytes tell how usual its characters are. `text` is what `bytes` were decoded to. */
export function scriptScore(text: string, bytes: Uint8Array, encoding: Encoding, script: Script): number {
  let score = 0;
  let before: Unit | null = null;
  for (const unit of unitsOf(text, bytes, encoding)) {
    const plain = ascii.test(unit.character);
    const twice = script.doubles && before?.character === unit.character;
    if (!plain) score += twice ? saidTwice : Math.log(chanceOf(unit, encoding, script));
    else if (letter.test(unit.character)) score += plainLetter;
    if (before !== null && switches(before.character, unit.character)) score += mixed;
    before = unit;
  }
  return score;
}

/** Whether a Latin letter and something of the script stand side by side. */
function switches(before: string, character: string): boolean {
  return ascii.test(before) !== ascii.test(character) && /[a-z]/i.test(before + character);
}

function chanceOf({ character, lead, trail }: Unit, encoding: Encoding, script: Script): number {
  const common = script.common.get(character);
  if (common !== undefined) return common;
  if (/[\uff61-\uff9f]/.test(character)) return 3e-5;
  if (!script.holds.test(character)) return /\p{L}/u.test(character) ? 1e-7 : 1e-6;
  return isUsual(encoding, lead, trail)
    ? script.usual
    : script.rare / (isExtension(encoding, lead, trail) ? 100 : 1);
}

/** What was added to an encoding later, by makers of systems: nearly never in a name. */
function isExtension(encoding: Encoding, lead: number, trail: number): boolean {
  if (encoding === 'gbk' || encoding === 'euc-kr') return lead < 0xa1 || trail < 0xa1;
  return encoding === 'big5' && (lead < 0xa4 || lead > 0xf9);
}

function* unitsOf(text: string, bytes: Uint8Array, encoding: Encoding): Generator<Unit> {
  let at = 0;
  for (const character of text) {
    const lead = bytes[at] ?? 0;
    yield { character, lead, trail: bytes[at + 1] ?? 0 };
    at += byteLength(encoding, lead, bytes[at + 1] ?? 0);
  }
}

function byteLength(encoding: Encoding, lead: number, trail: number): number {
  if (lead < 0x80) return 1;
  if (encoding === 'utf-8') return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (encoding === 'shift_jis') return lead >= 0xa1 && lead <= 0xdf ? 1 : 2;
  if (encoding === 'euc-jp') return lead === 0x8f ? 3 : 2;
  if (encoding === 'gbk') return lead === 0x80 ? 1 : trail >= 0x30 && trail <= 0x39 ? 4 : 2;
  return 2;
}
