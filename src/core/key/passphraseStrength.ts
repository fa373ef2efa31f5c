import { guessPassphraseBits } from './guessPassphraseBits.ts';
import { bitsPerWord, listWords, looksDrawn, looksLikeBits, wordList } from './passphrase.ts';

/** How long a passphrase would hold, said honestly: what the app drew itself is known, what was typed is doubted. */

type StrengthVerdict = 'empty' | 'weak' | 'fair' | 'strong';

export interface Strength {
  /** About log2 of the guesses that find it, halved odds ignored; at most 128. */
  readonly bits: number;
  readonly verdict: StrengthVerdict;
  /** What it was taken for: `words` and `bits` are exact, `typed` is a cautious estimate. */
  readonly form: 'words' | 'bits' | 'typed';
}

/**
 * Thresholds in bits. One guess costs a third of a second on a laptop and 64 MiB; a determined attacker with a
 * thousand graphics cards makes about 2^22 a second, 2^47 a year. Fair (four drawn words) lasts weeks against such a
 * one, strong (six) lasts for good.
 */
const fairBits = 44;
const strongBits = 65;
const mostBits = 128;

/** Estimates a passphrase's strength. Loads the word list the first time; never keeps or logs the passphrase. */
export async function estimateStrength(passphrase: string): Promise<Strength> {
  if (passphrase === '') return { bits: 0, verdict: 'empty', form: 'typed' };
  if (looksLikeBits(passphrase)) return strength(mostBits, 'bits');
  // Without it words count a little more; better than nothing at all where it cannot be had.
  const list = await wordList().catch(() => []);
  const words = listWords(passphrase, list);
  if (words !== null && looksDrawn(words)) return strength(words.length * bitsPerWord, 'words');
  return strength(guessPassphraseBits(passphrase, list), 'typed');
}

function strength(estimate: number, form: Strength['form']): Strength {
  const bits = Math.min(Math.floor(estimate), mostBits);
  return { bits, form, verdict: bits >= strongBits ? 'strong' : bits >= fairBits ? 'fair' : 'weak' };
}
