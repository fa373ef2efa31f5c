import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReceipt } from '../../src/core/receipt.ts';
import { command } from '../terminal/command.ts';
import { exits } from '../terminal/exit.ts';
import { bytesOf, isFolder } from '../terminal/files.ts';
import { flag, maybe } from '../terminal/options.ts';
import { refuse } from '../terminal/refusal.ts';
import { croissantName, readmeName } from './cardFiles.ts';
import { croissant } from './croissant.ts';
import { type CardFacts, publicFacts } from './facts.ts';
import { cardMark, cardReadme } from './readme.ts';

/** A card for a set that is published. */
export const card = command({
  name: 'card',
  about: 'Writes a card for a protected set: README.md and croissant.json, to be published with it.',
  usage: ['RECEIPT --out=<folder> [options]'],
  options: {
    out: maybe('<folder>', 'of the protected set'),
    title: maybe('<text>', 'of the set; else its dataset name'),
    description: maybe('<text>', 'a sentence or two on what the photos show'),
    license: maybe('<name>', 'such as cc-by-4.0'),
    creator: maybe('<name>', 'who publishes it'),
    url: maybe('<address>', 'where it is published'),
    overwrite: flag('write over a README.md that this command did not write'),
    json: flag('one JSON object on standard output, for other programs'),
  },
  teaches: `
The card says what was done, to whom it is of no use, and the commitment that dates your claim. It holds nothing secret: no key,
no filter, no name of a file, nothing of the receipt but counts, labels, settings and the commitment.

  keyveil card protected.keyveil.json --out=protected --title='Street cats' --license=cc-by-4.0`,
  async run({ values, positionals: [path] }, terminal) {
    if (path === undefined) refuse('Which receipt?');
    const { out } = values;
    if (out === null || !isFolder(out)) refuse('Which folder is the card for? --out=<folder>');
    const bytes = bytesOf(path);
    const read = parseReceipt(new TextDecoder().decode(bytes));
    if (read.kind === 'refused') refuse(`${path} cannot be read (${read.reason}).`);
    const readme = join(out, readmeName);
    if (existsSync(readme) && !values.overwrite && !readFileSync(readme, 'utf8').includes(cardMark))
      refuse(`There is a ${readmeName} in ${out} already; --overwrite takes its place.`);
    const facts: CardFacts = {
      ...publicFacts(read.value),
      title: values.title ?? read.value.dataset,
      description: values.description ?? 'Photos for image classification.',
      license: values.license,
      creator: values.creator,
      url: values.url,
      receiptSha256: createHash('sha256').update(bytes).digest('hex'),
    };
    writeFileSync(readme, cardReadme(facts));
    writeFileSync(join(out, croissantName), croissant(facts));
    const written = [readme, join(out, croissantName)];
    terminal.print(values.json ? JSON.stringify({ event: 'end', written }) : written.join('\n'));
    return exits.done;
  },
});
