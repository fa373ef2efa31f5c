import { type RandomBytes, randomBelow, secureRandom } from './key/random.ts';

const characters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const randomCharacters = 8;

/**
 * A dataset name to start from, such as `my-photos-x7k2m9qd`. The name is public and salts the key; its random end
 * (41 bits) keeps two people with one passphrase, or one person's two datasets, from sharing filters.
 */
export function proposeDatasetName(random: RandomBytes = secureRandom): string {
  const end = Array.from(
    { length: randomCharacters },
    () => characters[randomBelow(characters.length, random)],
  );
  return `my-photos-${end.join('')}`;
}
