import { scripts } from './eastAsian.ts';
import { decodeAs, type Encoding, encodings } from './encodings.ts';
import { languages } from './languages.ts';
import { letterModel, letterScore, scriptScore } from './plausibility.ts';

/**
 * Which encoding names were written in that do not say so. One for the whole zip, since one program wrote it: that in
 * which the names are most plausible, in a language that the person is likely to have.
 *
 * Each reading's chance is that of its letters in the best of the encoding's languages (see `plausibility`), times that of
 * the language, times that of the encoding on the system that the zip comes from.
 */

export interface Ranked {
  readonly encoding: Encoding;
  /** Logarithm of its chance; only differences count. */
  readonly score: number;
}

export interface Circumstances {
  /** Languages of page and browser, BCP 47, in any order. */
  readonly languages: readonly string[];
  /** Whether the zip was written on DOS or Windows; else on something like Unix. */
  readonly windows: boolean;
}

/** Distinct names that are looked at; more say nothing new. */
const looksAt = 300;
/** How much likelier a language is that page or browser speak. */
const spoken = Math.log(100);

/** Every encoding in which all names can be read, the most plausible first; never empty. */
export function rankEncodings(
  names: readonly Uint8Array[],
  { languages: spokenHere, windows }: Circumstances,
): readonly Ranked[] {
  const distinct = distinctSegments(names);
  const ranked = encodings.flatMap((encoding): Ranked[] => {
    const read = readAll(distinct, encoding);
    if (read === null) return [];
    return [{ encoding, score: bestScore(read, distinct, encoding, spokenHere, windows) }];
  });
  return ranked.sort((a, b) => b.score - a.score);
}

/** Folders and files, each once, without what is ASCII alone and without endings. */
function distinctSegments(names: readonly Uint8Array[]): readonly Uint8Array[] {
  const seen = new Map<string, Uint8Array>();
  for (const name of names) {
    // Slashes are the same in every encoding; backslashes are the second half of a character in some.
    let from = 0;
    for (let at = 0; at <= name.length; at++) {
      if (at < name.length && name[at] !== 0x2f) continue;
      const segment = name.subarray(from, at);
      from = at + 1;
      if (segment.some(byte => byte >= 0x80)) seen.set(segment.join(' '), segment);
    }
    if (seen.size >= looksAt) break;
  }
  return [...seen.values()];
}

function readAll(names: readonly Uint8Array[], encoding: Encoding): readonly string[] | null {
  const read: string[] = [];
  for (const name of names) {
    const text = decodeAs(name, encoding);
    if (text === null) return null;
    read.push(text.replace(/\.[a-z0-9_]{1,10}$/i, ''));
  }
  return read;
}

const models = new Map(languages.map(language => [language.code, letterModel(language)]));

function bestScore(
  read: readonly string[],
  names: readonly Uint8Array[],
  encoding: Encoding,
  spokenHere: readonly string[],
  windows: boolean,
): number {
  const scores: number[] = [];
  for (const language of languages) {
    const model = models.get(language.code);
    const place = placeOf(encoding, language.encodings);
    if (place === null || model === undefined) continue;
    const text = read.reduce((sum, name) => sum + letterScore(name, model), 0);
    scores.push(text + prior(language, spokenHere) + placePrior(encoding, place, windows));
  }
  for (const script of scripts) {
    const place = placeOf(encoding, script.encodings);
    if (place === null) continue;
    const text = read.reduce(
      (sum, name, i) => sum + scriptScore(name, names[i] ?? new Uint8Array(), encoding, script),
      0,
    );
    scores.push(text + prior(script, spokenHere) + placePrior(encoding, place, windows));
  }
  return Math.max(...scores);
}

/** Which choice of a language the encoding is, from 0; null where it is none. UTF-8 is everybody's. */
function placeOf(encoding: Encoding, ofLanguage: readonly Encoding[]): number | null {
  if (encoding === 'utf-8') return 0;
  const place = ofLanguage.indexOf(encoding);
  return place < 0 ? null : place;
}

function prior(
  { code, weight }: { readonly code: string; readonly weight: number },
  spokenHere: readonly string[],
): number {
  return Math.log(weight) + (spokenHere.some(tag => speaks(tag, code)) ? spoken : 0);
}

/** Whether a language tag means this language. Chinese goes by its script, which regions tell. */
function speaks(tag: string, code: string): boolean {
  const [language = '', ...subtags] = tag.toLowerCase().split('-');
  if (language === 'no' || language === 'nn') return code === 'nb';
  if (['sr', 'bs', 'sl'].includes(language)) return code === 'hr';
  if (language !== 'zh') return language === code;
  const traditional = subtags.some(subtag => ['hant', 'tw', 'hk', 'mo'].includes(subtag));
  return code === (traditional ? 'zh-Hant' : 'zh-Hans');
}

/** How likely a system is to write an encoding, beside its first choice for the language. */
const rarity: Partial<Record<Encoding, number>> = { macintosh: -5, 'koi8-r': -4, 'euc-jp': -4 };

/** Windows' own zips use the code pages of DOS; other programs, elsewhere, those of Windows itself. */
function placePrior(encoding: Encoding, place: number, windows: boolean): number {
  // Bytes of another encoding hardly ever happen to be UTF-8, though short names do: 小猫 in GBK is Сè.
  if (encoding === 'utf-8') return 2;
  const ofWindows = encoding.startsWith('windows-') && encoding !== 'windows-874';
  return (windows === ofWindows ? Math.log(0.15) : 0) - 0.3 * place + (rarity[encoding] ?? 0);
}
