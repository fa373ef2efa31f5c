import { readAnswers } from '../../src/trace/core/probeAnswers.ts';
import { parseProbeSheet } from '../../src/trace/core/probeSheet.ts';
import { command } from '../terminal/command.ts';
import { exits } from '../terminal/exit.ts';
import { textOf } from '../terminal/files.ts';
import { maybe } from '../terminal/options.ts';
import { refuse } from '../terminal/refusal.ts';
import { judge } from './judge.ts';
import { outOption, receiptOption, verdictOptions } from './options.ts';

/** What somebody's model said of the probes. */
export const verdict = command({
  name: 'trace verdict',
  about: 'Reads the answers that somebody’s model gave to the probes and says what they show.',
  usage: ['--sheet=<file> --csv=<file> [options]'],
  options: {
    sheet: maybe('<file>', 'the probe sheet that you kept'),
    csv: maybe('<file>', 'the answers, a line a probe: file,label or file,label,score'),
    receipt: receiptOption,
    ...verdictOptions,
    out: outOption,
  },
  teaches: 'Writes verdict.json. The words are those of the app: very strong, strong, weak, no sign.',
  async run({ values }, terminal, home) {
    if (values.sheet === null) refuse('--sheet is missing.');
    const read = parseProbeSheet(textOf(values.sheet));
    if (read.kind === 'refused') refuse(`This probe sheet cannot be read (${read.reason}).`);
    if (values.csv === null) refuse('--csv is missing.');
    const names = read.value.files.map(({ name }) => name);
    const answers = readAnswers(textOf(values.csv), names);
    if (answers.kind === 'refused')
      refuse(`In the CSV there are no answers to these probes (${answers.reason}).`);
    const { unknown, missing, contradicted, said } = answers;
    if (missing.length > 0) terminal.say(`Without an answer: ${missing.length} of ${names.length} probes.`);
    if (contradicted.length > 0) terminal.say(`Answered in two ways, and left out: ${contradicted.length}.`);
    if (unknown.length > 0) terminal.say(`Files that are no probes of this sheet: ${unknown.length}.`);
    await judge({ ...values, sheet: read.value, said, askedBy: 'csv' }, terminal, home);
    return exits.done;
  },
});
