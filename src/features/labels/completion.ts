import type { Label } from '../../state/model/labels.ts';

export type Suggestion =
  | { readonly kind: 'new'; readonly name: string }
  | { readonly kind: 'label'; readonly name: string; readonly colour: number };

/** Case and accents aside. */
function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/**
 * What a half-typed name may mean: a new label first, unless there is one of that name already, then labels that
 * begin so, then labels that hold it. Without a word, all labels. At most `limit`.
 */
export function suggest(labels: readonly Label[], typed: string, limit = 8): readonly Suggestion[] {
  const wanted = plain(typed);
  const rank = (name: string) => {
    const at = plain(name).indexOf(wanted);
    return at < 0 ? 3 : plain(name) === wanted ? 0 : at === 0 ? 1 : 2;
  };
  const found = labels
    .map(label => ({ label, rank: rank(label.name) }))
    .filter(one => one.rank < 3)
    .sort((a, b) => a.rank - b.rank);
  const known = found.map(
    ({ label }): Suggestion => ({ kind: 'label', name: label.name, colour: label.colour }),
  );
  const isKnown = wanted === '' || found[0]?.rank === 0;
  return (isKnown ? known : [{ kind: 'new' as const, name: typed.trim() }, ...known]).slice(0, limit);
}
