import type { Filter } from '../../../core/filter/filter.ts';
import {
  type Distances,
  distancesBetween,
  isTooClose,
  type Pair,
} from '../../../core/filter/filterDistance.ts';
import type { Label } from '../../../state/model/labels.ts';
import type { KeyveilState } from '../../../state/model.ts';
import { filterOfLabel } from '../../../state/queries/filters.ts';
import { orderedLabels } from '../../../state/queries/labels.ts';

/** Labels with their filters, and how far these lie apart. */
export interface Compared {
  readonly labels: readonly Label[];
  readonly distances: Distances;
  /** Pairs too close to protect, the nearest first. */
  readonly close: readonly Pair[];
}

/** More labels than this are not compared: their pairs go into the hundred thousands. */
const most = 300;
/** More than this have no matrix that one could read, only a list of the nearest pairs. */
export const mostInMatrix = 24;

let last: { readonly key: readonly unknown[]; readonly compared: Compared | null } | null = null;

/** All labels' filters compared; null without a key or a veil, with one label, or with too many. Remembers its last answer. */
export function comparedLabels(s: KeyveilState): Compared | null {
  const key = [s.arrangement.labels, s.filters];
  if (last?.key.every((part, i) => part === key[i])) return last.compared;
  const compared = compare(s);
  last = { key, compared };
  return compared;
}

function compare(s: KeyveilState): Compared | null {
  // Casts are chosen apart, and a cast without a veil has no filter.
  if (s.filters?.settings.strength === 0) return null;
  const labels: Label[] = [];
  const filters: Filter[] = [];
  for (const label of orderedLabels(s)) {
    const filter = filterOfLabel(s, label.id);
    if (!filter) continue;
    labels.push(label);
    filters.push(filter);
  }
  if (labels.length < 2 || labels.length > most) return null;
  const distances = distancesBetween(filters);
  return { labels, distances, close: distances.pairs.filter(isTooClose) };
}

/** What helps against filters too close to each other. */
export type Remedy = 'method' | 'strength' | 'dataset';

/** What to offer: filters of `veil` are chosen apart, and lie apart as soon as they are strong enough. */
export function remediesFor(s: KeyveilState): readonly Remedy[] {
  // An open receipt holds method, settings and dataset name.
  if (s.reopened !== null) return [];
  return s.settings.method === 'cuda' ? ['method', 'dataset'] : ['strength'];
}
