import { resolve } from 'node:path';
import { receiptFiles } from '../parts/receiptFiles.ts';
import { writeReceipt } from '../parts/writeReceipt.ts';
import { command } from '../terminal/command.ts';
import { exits } from '../terminal/exit.ts';
import { flag, maybe } from '../terminal/options.ts';
import { refuse } from '../terminal/refusal.ts';
import { agreement } from './agreement.ts';

/** Makes one receipt of the parts that several machines wrote. */
export const merge = command({
  name: 'merge',
  about: 'Puts the receipt parts of all shares together into the one receipt that the app opens.',
  usage: ['PART… --receipt=<file>'],
  options: {
    receipt: maybe('<file>', 'where the receipt goes'),
    json: flag('one JSON object on standard output, for other programs'),
  },
  teaches: `
Checks first that no part is missing, that each came to its end, and that all were made with one key, one order of labels
and the same settings. Photos that failed are counted; the parts name them.

  keyveil merge protected.*.keyveil-part --receipt=protected.keyveil.json`,
  async run({ values, positionals: parts }, terminal) {
    if (parts.length === 0) refuse('Which parts?');
    if (values.receipt === null) refuse('Where does the receipt go? --receipt=<file>');
    const { basis, failed } = await agreement(parts);
    const receipt = resolve(values.receipt);
    const photos = await writeReceipt(
      receipt,
      basis,
      receiptFiles(parts, path => refuse(`${path} stands in two parts: they are not shares of one set.`)),
    );
    if (values.json) terminal.print(JSON.stringify({ event: 'end', photos, failed, receipt }));
    else {
      terminal.print(`${photos.toLocaleString('en')} photos in ${parts.length} parts; ${failed} failed.`);
      terminal.print(`Receipt, private: ${receipt}`);
    }
    return failed > 0 ? exits.partly : exits.done;
  },
});
