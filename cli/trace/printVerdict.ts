import type { Said, Verdict, VerdictWord } from '../../src/trace/core/verdict.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

const words: Readonly<Record<VerdictWord, string>> = {
  'very-strong': 'very strong',
  strong: 'strong',
  weak: 'weak',
  none: 'no sign',
};

const head = ['label', 'own filter', 'decoys', 'plain', 'p, paired', 'Holm', 'rank', 'sign'];

const percent = ({ hits, shown }: Said) => (shown === 0 ? '–' : `${((100 * hits) / shown).toFixed(1)} %`);
const chance = (p: number) => (p === 0 ? '0' : p < 0.001 ? p.toExponential(0) : p.toFixed(3));

/** A verdict as a table and in sentences. */
export function printVerdict({ labels, overall, answered, probes }: Verdict, terminal: Terminal): void {
  const rows = labels.map(({ label, own, decoys, plain, paired, pairedHolm, rank, word }) => [
    label,
    ...[own, decoys, plain].map(percent),
    ...[paired, pairedHolm].map(chance),
    `${rank.rank} of ${rank.of}`,
    words[word],
  ]);
  const { own, decoys, plain, paired, rank, p, word } = overall;
  rows.push([
    'together',
    ...[own, decoys, plain].map(percent),
    chance(paired),
    '',
    `${rank.rank} of ${rank.of}, p ${chance(rank.p)}`,
    words[word],
  ]);
  terminal.print(`How often the label was said (${answered} of ${probes} probes were answered):\n`);
  terminal.print(table(head, rows));
  const any = labels.filter(({ anyFilter }) => anyFilter).map(({ label }) => label);
  if (any.length > 0)
    terminal.print(
      `\nSaid under any filter of this kind, whosever it is: ${any.join(', ')}. The model may have learnt from photos ` +
        'that were protected, but whose they were cannot be told.',
    );
  terminal.print(`\n${words[word]}: p = ${chance(p)}, the greater of the two for all labels together.`);
}
