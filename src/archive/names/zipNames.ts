import type { ZipRecord } from '../read/directory.ts';
import { rankEncodings } from './chooseEncoding.ts';
import { decodeAnyhow, decodeAs, type Encoding } from './encodings.ts';

/** The names in a zip as text. */

type Named = Pick<ZipRecord, 'rawName' | 'unicodeName' | 'flags' | 'host'>;

/** One way to read the names that do not say how they are written. */
interface Reading {
  readonly encoding: Encoding;
  /** Some of them as read, for a person to judge: folders before files. */
  readonly examples: readonly string[];
}

/** A zip whose names are read by a guess: the most plausible way first. Ways that give the same names stand once. */
export type Readings = readonly [Reading, ...Reading[]];

const examplesShown = 4;
/** More ways than this are no help to anybody. */
const readingsShown = 12;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** The name as the zip itself declares it, or as everybody would read it (ASCII); null where it must be guessed. */
function declaredName({ rawName, unicodeName, flags }: Named): string | null {
  if (unicodeName !== null) return unicodeName;
  const plain = rawName.every(byte => byte < 0x80);
  return plain || (flags & 0x800) !== 0 ? asUtf8(rawName) : null;
}

const windowsHosts = new Set([0, 10, 11, 14]);
/** UTF-8 that is that much more plausible than all else (as a logarithm) is no guess. */
const certainBy = 4;

interface Undeclared {
  /** The names that do not say how they are written. */
  readonly open: readonly Named[];
  /** What they can be, the most plausible first. */
  readonly ranked: readonly Encoding[];
  /** Whether the first is beyond doubt: many programs write UTF-8 without saying so. */
  readonly certain: boolean;
}

function undeclared(records: readonly Named[], languages: readonly string[]): Undeclared {
  const open = records.filter(record => declaredName(record) === null);
  if (open.length === 0) return { open, ranked: [], certain: true };
  const windows = open.filter(({ host }) => windowsHosts.has(host)).length * 2 >= open.length;
  const names = open.map(({ rawName }) => rawName);
  const ranked = rankEncodings(names, { languages, windows });
  const [first, second] = ranked;
  const ahead = (first?.score ?? 0) - (second?.score ?? Number.NEGATIVE_INFINITY);
  return {
    open,
    ranked: ranked.map(({ encoding }) => encoding),
    certain: first?.encoding === 'utf-8' && ahead > certainBy,
  };
}

/**
 * The ways to read the names; null where nothing has to be guessed.
 *
 * @param languages of page and browser
 */
export function nameReadings(records: readonly Named[], languages: readonly string[]): Readings | null {
  const { open, ranked, certain } = undeclared(records, languages);
  if (certain) return null;
  const readings = new Map<string, Reading>();
  for (const encoding of ranked) {
    const names = open.map(({ rawName }) => decodeAs(rawName, encoding) ?? '');
    const all = names.join('\n');
    if (!readings.has(all)) readings.set(all, { encoding, examples: examplesOf(names) });
    if (readings.size === readingsShown) break;
  }
  const [first, ...others] = readings.values();
  return first ? [first, ...others] : null;
}

/** The folders that would be labels, then the files, of those alone that are not ASCII. */
function examplesOf(names: readonly string[]): readonly string[] {
  const paths = names.map(name => name.replaceAll('\\', '/').split('/'));
  const telling = [...paths.flatMap(path => path.slice(-2, -1)), ...paths.flatMap(path => path.slice(-1))];
  return [...new Set(telling)].filter(name => !/^[\0-\x7f]*$/.test(name)).slice(0, examplesShown);
}

/**
 * Every name of a zip, in order: as declared, and the others all in one encoding.
 *
 * @param encoding as a person chose it; else the most plausible one
 */
export function zipNames(
  records: readonly Named[],
  { languages = [], encoding }: { readonly languages?: readonly string[]; readonly encoding?: Encoding } = {},
): readonly string[] {
  const chosen = encoding ?? undeclared(records, languages).ranked[0] ?? 'ibm437';
  return records.map(record => declaredName(record) ?? decodeAnyhow(record.rawName, chosen));
}
