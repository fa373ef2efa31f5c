import { publishedOf, publishedText } from '../../src/trace/core/published.ts';
import { command } from '../terminal/command.ts';
import { exits } from '../terminal/exit.ts';
import { bytesOf } from '../terminal/files.ts';
import { refuse } from '../terminal/refusal.ts';

/** The two numbers that give a claim its date. */
export const publish = command({
  name: 'trace publish',
  about: 'Prints the two numbers to publish when protected photos go online.',
  usage: ['<receipt>'],
  options: {},
  teaches: `
A claim needs a date: a receipt that was written after a model was seen proves nothing. Publish this line when the photos
go online, or have it time-stamped. It gives neither key nor filters away.`,
  async run({ positionals: [path] }, terminal) {
    if (path === undefined) refuse('Which receipt?');
    const read = await publishedOf(bytesOf(path));
    if (read.kind === 'refused') refuse(`This receipt cannot be read (${read.reason}).`);
    terminal.print(publishedText(read.value));
    return exits.done;
  },
});
