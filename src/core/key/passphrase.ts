import { type RandomBytes, randomBelow, secureRandom } from './random.ts';

/** Passphrases that the app makes itself, and how to recognise them again. */

/** The list has 2,048 words: the English one of BIP39, https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki */
export const bitsPerWord = 11;
/** 88 bits; with Argon2id before it, out of reach. */
const defaultWordCount = 8;

/** Base32 without i, l, o and u, which are misread or spell things (Crockford's). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const bitsPerCharacter = 5;
const randomBits = 128;
const bitCharacters = Math.ceil(randomBits / bitsPerCharacter);
const bitsForm = /^(?:[0-9a-hjkmnp-tv-z]{4}-){6}[0-9a-hjkmnp-tv-z]{2}$/;

/** The word list, 13 KB, loaded when it is first needed. Sorted; every word lower-case ASCII, 3 to 8 letters. */
export async function wordList(): Promise<readonly string[]> {
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  return wordlist;
}

/** Words drawn independently, each as likely as the others, with spaces between: 11 bits a word. */
export async function generateWords(
  count: number = defaultWordCount,
  random: RandomBytes = secureRandom,
): Promise<string> {
  const list = await wordList();
  return Array.from({ length: count }, () => list[randomBelow(list.length, random)]).join(' ');
}

/** 128 random bits as `4kt0-9zr6-…`: 26 characters in groups of four, easy to read out and to type. */
export function generateBits(random: RandomBytes = secureRandom): string {
  const bytes = random(new Uint8Array(randomBits / 8));
  const padded = bitCharacters * bitsPerCharacter;
  let number = bytes.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n) << BigInt(padded - randomBits);
  let text = '';
  for (let i = 0; i < bitCharacters; i++) {
    text = (alphabet[Number(number & 31n)] ?? '') + text;
    number >>= 5n;
  }
  return (text.match(/.{1,4}/g) ?? []).join('-');
}

/** Whether a text has the form of {@link generateBits}, and is not something typed into that form. */
export function looksLikeBits(text: string): boolean {
  if (!bitsForm.test(text)) return false;
  const characters = text.replaceAll('-', '');
  // Fewer than 9 different ones among 26 random ones happen less than once in a billion.
  const various = new Set(characters).size >= 9;
  const steps = new Set(Array.from(characters, (c, i) => c.charCodeAt(0) - characters.charCodeAt(i - 1)));
  return various && steps.size >= 9 && !repeats(characters);
}

/** Whether any six characters come twice: with random ones never, with pasted ones soon. */
function repeats(text: string): boolean {
  const seen = new Set<string>();
  for (let i = 0; i + 6 <= text.length; i++) {
    const piece = text.slice(i, i + 6);
    if (seen.has(piece)) return true;
    seen.add(piece);
  }
  return false;
}

/** Words that hold sentences together. Drawn words have few of them, typed sentences many. */
export const sentenceWords: ReadonlySet<string> = new Set(
  (
    'a about above across after again ahead all also always an and any are around at be because become before behind below between ' +
    'both can come day either else enough even ever every first for from good great has have he hello help her ' +
    'here him his home hope how i in is ' +
    'it its just keep know life like little live love make man many mean more most much must my never next not no now of on ' +
    'off often one only open other our out over own people please same say she should so some stay such than thank the ' +
    'that then there they thing this time to today together tomorrow too true try under until use very want was way we with ' +
    'what when where wish with woman wonder work world year you young your'
  ).split(' '),
);

/** A text's words when it is nothing but words of the list with single spaces, commas or hyphens between; else null. */
export function listWords(text: string, list: readonly string[]): readonly string[] | null {
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s,-]+/);
  const known = new Set(list);
  return words.every(word => known.has(word)) ? words : null;
}

/**
 * Whether listed words may have been drawn at random rather than thought up: four or more, hardly any twice, not in
 * alphabetical order, and not a sentence. Of eight drawn words one set in several thousand is misjudged, always to
 * the safe side.
 */
export function looksDrawn(words: readonly string[]): boolean {
  if (words.length < 4) return false;
  const many = words.length >= 7;
  const sorted = words.toSorted();
  const inOrder = words.every((word, i) => word === sorted[i]);
  const again = words.length - new Set(words).size;
  const joining = words.filter(word => sentenceWords.has(word)).length;
  return !inOrder && again <= (many ? 1 : 0) && joining <= words.length / (many ? 2 : 3);
}
