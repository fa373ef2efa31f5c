import { cleanSegment } from './archive/names.ts';
import { type RandomBytes, randomBelow, secureRandom } from './key/random.ts';

const characters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const randomCharacters = 8;
/** Of a folder's name in a dataset name, in UTF-8 bytes. */
const longestStart = 40;

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

/** A proposed name after a folder (`Wedding 2026` gives `wedding-2026-x7k2m9qd`), with the random end that it had. */
export function datasetNameAfter(folder: string, proposed: string): string {
  const start = cleanSegment(folder.toLowerCase().replace(/[\s_-]+/g, '-'), longestStart).replace(
    /^-+|-+$/g,
    '',
  );
  return start === '' || start === '_' ? proposed : `${start}-${proposed.slice(-randomCharacters)}`;
}
