import { blank, codePoint, unseen } from './unseen.ts';

/**
 * Names that cannot be told apart by the eye. They are different labels with different filters
 * all the same, so a person has to know.
 */

/** What letters of other alphabets look like in this one (Unicode Technical Standard 39, those that names meet). */
const twins: ReadonlyMap<string, string> = new Map(
  [
    ['АВЕЗКМНОРСТУХІЈЅԌԚԜ', 'ABE3KMHOPCTYXIJSGQW'],
    ['аеорсухіјѕԁһԛԝӏ', 'aeopcyxijsdhqwl'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['οναικρυγ', 'ovaikpuy'],
    ['ıꞌʼ‘’´`', "i'''''"],
    ['‐‑‒–—―−', '-------'],
  ].flatMap(([from = '', to = '']) => {
    const plain = [...to];
    return [...from].map((character, i) => [character, plain[i] ?? plain.at(-1) ?? ''] as const);
  }),
);

/** Two names with the same outline look alike. */
function outline(name: string): string {
  const shown = name.normalize('NFKC').replace(unseen, '').replace(blank, ' ').trim();
  return Array.from(shown, character => twins.get(character) ?? character)
    .join('')
    .toLowerCase();
}

/** Groups of names that look alike, each of two or more, in the order given. */
export function lookalikes(names: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = outline(name);
    const group = groups.get(key);
    if (group) group.push(name);
    else groups.set(key, [name]);
  }
  return [...groups.values()].filter(group => group.length > 1);
}

/** The characters of a name that are not what they look like, in words: `а (U+0430)`; none for plain ones. */
export function oddCharacters(name: string): readonly string[] {
  const odd = Array.from(name).filter(
    character => twins.has(character) || character.normalize('NFKC') !== character || unseenOne(character),
  );
  return [...new Set(odd)].map(character =>
    unseenOne(character) ? codePoint(character) : `${character} (${codePoint(character)})`,
  );
}

function unseenOne(character: string): boolean {
  return character.replace(unseen, '') === '';
}
