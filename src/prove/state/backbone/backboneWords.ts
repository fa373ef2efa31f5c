import { number, text } from '../../../locales/text.ts';
import {
  type BackboneColumn,
  type BackboneFinding,
  type BackboneJudgement,
  backboneFigures,
  judgeBackbone,
} from '../../core/backbone/backbone.ts';
import type { TableEntry } from '../../core/labTable.ts';

export interface BackboneVerdict {
  readonly judgement: BackboneJudgement;
  /** The verdict in one sentence. */
  readonly sentence: string;
  /** The figures behind it, with their intervals. */
  readonly figures: string;
  /** What it means for the person. */
  readonly meaning: string;
}

/** What a finding means: by the chosen settings, or else by the weakest of its protections. */
export function backboneVerdict(finding: BackboneFinding): BackboneVerdict {
  const { chance, entries } = backboneFigures(finding);
  const clean = entries.find(({ column }) => column === 'clean');
  const others = entries.filter(({ column }) => column !== 'clean');
  const [first, ...more] = others;
  if (!clean || !first) throw new Error('A finding needs clean and protected photos.');
  const weakest = more.reduce((most, one) => (one.entry.mean > most.entry.mean ? one : most), first);
  const judged = others.find(({ column }) => column === 'chosen') ?? weakest;
  const judgement = judgeBackbone(clean.entry, judged.entry, chance);
  return {
    judgement,
    sentence: text(`backbone.verdict.${judgement}`),
    figures: text('backbone.figures', {
      column: columnText(judged.column),
      protected: shareText(judged.entry),
      clean: shareText(clean.entry),
      chance: number(100 * chance),
    }),
    meaning: text(`backbone.meaning.${judgement}`),
  };
}

export function columnText(column: BackboneColumn): string {
  return text(`backbone.column.${column}`);
}

/** `42 % (35–49)` */
export function shareText({ mean, low, high }: TableEntry): string {
  return text('backbone.share', {
    n: number(100 * mean),
    low: number(100 * low),
    high: number(100 * high),
  });
}
