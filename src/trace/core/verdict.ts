import { holm } from './holm.ts';
import { type MatchedSet, matchedP } from './matched.ts';
import type { ProbeSheet } from './probeSheet.ts';
import { type Rank, rankAmong, rankSumP } from './rank.ts';

/**
 * Was this model trained on these photos? From the probe sheet and what the model said, for each label and for all
 * together.
 *
 * Two questions have to be answered with yes. Does the model say the label more often under its own filter than under
 * decoys, beyond the luck of the photos (the paired test, statistics/matched.ts)? And is that filter special among
 * filters, beyond the luck of the draw (the rank, statistics/rank.ts)? Over all labels the sets of the paired test are put
 * together, and the ranks added up. The paired test alone would not do: a model that never saw the photos may have a
 * weakness for a filter, and then says the label for photo after photo (of 90 labels that a model was wrongly accused of,
 * that test gave p ≤ 0.001 for 9).
 */

const verdictWords = ['very-strong', 'strong', 'weak', 'none'] as const;

/** How strong the sign is that the model learnt from the photos. */
export type VerdictWord = (typeof verdictWords)[number];

/**
 * What each word takes. Over all labels: both p-values at or below these. `strong`'s rank is that of a winner among 39
 * decoys, so that one label alone, asked with 39, is never called very strong: one key in forty would win by chance.
 */
const thresholds: readonly {
  readonly word: VerdictWord;
  readonly paired: number;
  readonly rank: number;
}[] = [
  { word: 'very-strong', paired: 0.001, rank: 0.005 },
  { word: 'strong', paired: 0.01, rank: 0.025 },
  { word: 'weak', paired: 0.05, rank: 0.05 },
];

/**
 * What each word takes of one label, whose paired p-value is corrected by Holm's method; its rank is not, but no label gets a
 * stronger word than all labels together.
 */
const labelThresholds: typeof thresholds = [
  { word: 'very-strong', paired: 0.001, rank: 0.025 },
  { word: 'strong', paired: 0.01, rank: 0.05 },
  { word: 'weak', paired: 0.05, rank: 0.1 },
];

/** How often the label was said. */
export interface Said {
  readonly hits: number;
  readonly shown: number;
}

export interface LabelVerdict {
  readonly label: string;
  readonly own: Said;
  readonly decoys: Said;
  readonly plain: Said;
  /** Photos whose own picture and at least one decoy were answered. */
  readonly photos: number;
  /** Of the paired test; and by Holm's method. */
  readonly paired: number;
  readonly pairedHolm: number;
  /** On photos that were answered under all decoys, so many. Decoys that did as well stand before the own filter. */
  readonly rank: Rank;
  readonly rankPhotos: number;
  /**
   * The model says this label for filters of this kind, whosever they are: under half of all decoys or more, and twice as often
   * as plain. So does a model for which only this label's photos were protected: it had no need to tell filters apart.
   * Then no test can say whose photos they were; no test is behind this either.
   */
  readonly anyFilter: boolean;
  /** How often it was said under each decoy on these photos, for a chart. */
  readonly byDecoy: readonly Said[];
  readonly word: VerdictWord;
}

export interface Verdict {
  readonly labels: readonly LabelVerdict[];
  /**
   * All labels together. The rank is that of the hits of all labels, its p-value that of the labels' ranks added up. `p` is
   * the greater of the two p-values: both have to be small.
   */
  readonly overall: {
    readonly own: Said;
    readonly decoys: Said;
    readonly plain: Said;
    readonly paired: number;
    readonly rank: Rank;
    readonly p: number;
    readonly word: VerdictWord;
  };
  /** Probes that were answered, and all. */
  readonly answered: number;
  readonly probes: number;
}

/**
 * @param said for each probe that was answered, by name: the place of the label said in `sheet.labels`, or null for any
 * other class
 */
export function verdictOf(sheet: ProbeSheet, said: ReadonlyMap<string, number | null>): Verdict {
  const gathered = sheet.labels.map((_, label) => gather(sheet, said, label));
  const paired = gathered.map(({ sets }) => matchedP(sets));
  const corrected = holm(paired);
  const overallPaired = matchedP(gathered.flatMap(({ sets }) => sets));
  const overallRank = together(gathered, sheet);
  const word = wordFor(thresholds, overallPaired, overallRank.p);
  const labels = sheet.labels.map((label, at): LabelVerdict => {
    const { own, decoys, plain, byDecoy, sets, core } = gathered[at] as Gathered;
    const rank = rankAmong(core.own, core.decoys);
    const pairedHolm = corrected[at] ?? 1;
    const alone = wordFor(labelThresholds, pairedHolm, rank.p);
    return {
      label,
      own,
      decoys,
      plain,
      photos: sets.length,
      paired: paired[at] ?? 1,
      pairedHolm,
      rank,
      rankPhotos: core.photos,
      anyFilter: saysItForAny(decoys, plain),
      byDecoy,
      word: weaker(alone, word),
    };
  });
  return {
    labels,
    overall: {
      own: sumOf(labels.map(({ own }) => own)),
      decoys: sumOf(labels.map(({ decoys }) => decoys)),
      plain: sumOf(labels.map(({ plain }) => plain)),
      paired: overallPaired,
      rank: overallRank,
      p: Math.max(overallPaired, overallRank.p),
      word,
    },
    answered: sheet.files.filter(({ name }) => said.has(name)).length,
    probes: sheet.files.length,
  };
}

/** All labels' hits, and their ranks. */
function together(gathered: readonly Gathered[], { decoys }: ProbeSheet): Rank {
  const cores = gathered.map(({ core }) => core);
  const own = cores.reduce((sum, core) => sum + core.own, 0);
  const others = Array.from({ length: decoys }, (_, at) =>
    cores.reduce((sum, core) => sum + (core.decoys[at] ?? 0), 0),
  );
  const telling = cores.filter(core => core.decoys.some(hits => hits !== core.own));
  const ranks = telling.map(core => rankAmong(core.own, core.decoys).rank);
  return { ...rankAmong(own, others), p: rankSumP(ranks, 1 + decoys) };
}

interface Gathered {
  readonly own: Said;
  readonly decoys: Said;
  readonly plain: Said;
  readonly byDecoy: readonly Said[];
  readonly sets: readonly MatchedSet[];
  /** Hits on photos that were answered under all decoys. */
  readonly core: { readonly photos: number; readonly own: number; readonly decoys: readonly number[] };
}

/** Answers to one photo about one label; null: not answered. */
interface PhotoAnswers {
  plain: boolean | null;
  own: boolean | null;
  readonly decoys: Map<number, boolean>;
}

function gather(sheet: ProbeSheet, said: ReadonlyMap<string, number | null>, label: number): Gathered {
  const photos = answersByPhoto(sheet, said, label);
  const sets: MatchedSet[] = [];
  const core = { photos: 0, own: 0, decoys: new Array<number>(sheet.decoys).fill(0) };
  for (const { own, decoys } of photos) {
    if (own === null || decoys.size === 0) continue;
    sets.push({ own, decoys: decoys.size, hits: [...decoys.values()].filter(Boolean).length });
    if (decoys.size < sheet.decoys) continue;
    core.photos++;
    if (own) core.own++;
    for (const [decoy, hit] of decoys) if (hit) core.decoys[decoy] = (core.decoys[decoy] ?? 0) + 1;
  }
  return {
    own: count(photos.map(({ own }) => own)),
    decoys: count(photos.flatMap(({ decoys }) => [...decoys.values()])),
    plain: count(photos.map(({ plain }) => plain)),
    byDecoy: core.decoys.map(hits => ({ hits, shown: core.photos })),
    sets,
    core,
  };
}

function answersByPhoto(
  sheet: ProbeSheet,
  said: ReadonlyMap<string, number | null>,
  label: number,
): readonly PhotoAnswers[] {
  const photos = new Map<number, PhotoAnswers>();
  const asked = new Set(sheet.files.filter(file => file.label === label).map(({ photo }) => photo));
  for (const { name, photo, label: about, filter } of sheet.files) {
    // A plain photo answers for every label that its photo is asked about.
    if (!asked.has(photo) || (about !== null && about !== label)) continue;
    const answer = said.get(name);
    if (answer === undefined) continue;
    const all = photos.get(photo) ?? { plain: null, own: null, decoys: new Map<number, boolean>() };
    photos.set(photo, all);
    const hit = answer === label;
    if (filter === 'plain') all.plain = hit;
    else if (filter === 'own') all.own = hit;
    else all.decoys.set(filter, hit);
  }
  return [...photos.values()];
}

function count(answers: readonly (boolean | null)[]): Said {
  const known = answers.filter(answer => answer !== null);
  return { hits: known.filter(Boolean).length, shown: known.length };
}

function saysItForAny(decoys: Said, plain: Said): boolean {
  const part = ({ hits, shown }: Said) => (shown === 0 ? 0 : hits / shown);
  return part(decoys) >= 0.5 && part(decoys) >= 2 * part(plain);
}

function sumOf(list: readonly Said[]): Said {
  const sum = (of: (said: Said) => number) => list.reduce((all, one) => all + of(one), 0);
  return { hits: sum(({ hits }) => hits), shown: sum(({ shown }) => shown) };
}

function wordFor(table: typeof thresholds, paired: number, rank: number): VerdictWord {
  return table.find(one => paired <= one.paired && rank <= one.rank)?.word ?? 'none';
}

function weaker(a: VerdictWord, b: VerdictWord): VerdictWord {
  return verdictWords.indexOf(a) > verdictWords.indexOf(b) ? a : b;
}
