import { writeFileSync } from 'node:fs';
import { parseReceipt } from '../../src/core/receipt.ts';
import { wholeSet } from '../parts/shard.ts';
import { labelsOf, sourceOf } from '../protect/source.ts';
import { refuseTwins } from '../set/folders.ts';
import { command } from '../terminal/command.ts';
import { exits } from '../terminal/exit.ts';
import { textOf } from '../terminal/files.ts';
import { flag, maybe } from '../terminal/options.ts';
import { refuse } from '../terminal/refusal.ts';
import { labelsText, orderOf, readLabels } from './labelsFile.ts';

/** Freezes the order of a set's labels, which all shares of it must agree on. */
export const labels = command({
  name: 'labels',
  about: 'Writes the frozen order of a set’s labels, for runs that share it.',
  usage: ['IN [--out=labels.json] [options]'],
  options: {
    out: maybe('<file>', 'where it goes; else to standard output'),
    labels: maybe('<file>', 'an earlier order: its labels keep their places'),
    receipt: maybe('<file>', 'a receipt of photos that were protected before: its labels keep their places'),
    'label-from': maybe(
      '<cls|folder|ext|json:field>',
      'in tars, where a label stands; else .cls, else the folder',
    ),
    json: flag('one JSON object on standard output, for other programs'),
  },
  teaches: `
What is laid on a label's photos depends on the labels before it. So the order is written down once, before the first of
several machines begins, and given to all of them. It holds names and nothing secret. New labels go at the end.

  keyveil labels photos --out=labels.json
  keyveil protect photos protected --labels=labels.json --shard=3/8 …`,
  async run({ values, positionals: [input] }, terminal) {
    if (input === undefined) refuse('Of which set?');
    const labelFrom = values['label-from'];
    const source = sourceOf({ input, out: null, shard: wholeSet, labelFrom, leave: [], tarName: null });
    const found =
      (await labelsOf(source)) ?? refuse('A pipe can be read but once: name the tar, or its folder.');
    if (found.length === 0) refuse(`In ${input} no sample says its label; see --label-from.`);
    if (values.labels !== null && values.receipt !== null) refuse('Either --labels or --receipt, not both.');
    const frozen = values.labels === null ? labelsInReceipt(values.receipt) : readLabels(values.labels);
    const order = orderOf(frozen, found);
    refuseTwins(order);
    if (values.out === null && !values.json) terminal.print(labelsText(order).trimEnd());
    if (values.out !== null) writeFileSync(values.out, labelsText(order));
    if (values.json) terminal.print(JSON.stringify({ event: 'end', labels: order, out: values.out }));
    else if (values.out !== null) terminal.print(`${order.length} labels: ${values.out}`);
    return exits.done;
  },
});

function labelsInReceipt(receipt: string | null): readonly string[] | null {
  if (receipt === null) return null;
  const read = parseReceipt(textOf(receipt));
  return read.kind === 'read' ? read.value.labels : refuse(`${receipt} cannot be read (${read.reason}).`);
}
