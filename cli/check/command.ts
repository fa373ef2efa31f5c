import { compareArchive } from '../../src/core/archive/archiveCheck.ts';
import { command } from '../terminal/command.ts';
import { exits } from '../terminal/exit.ts';
import { exists } from '../terminal/files.ts';
import { flag, several } from '../terminal/options.ts';
import { refuse } from '../terminal/refusal.ts';
import { digestArchive } from './digestArchive.ts';
import { listedFiles } from './listedFiles.ts';

const shown = 20;

/** Whether what is published is still what was protected. */
export const check = command({
  name: 'check',
  about: 'Says whether an archive still is what its receipt lists: folders, zips or tars.',
  usage: ['ARCHIVE… --receipt=<file>'],
  options: {
    receipt: several('<file>', 'the receipt, or receipt parts; may be given several times'),
    json: flag('one JSON object on standard output, for other programs'),
  },
  teaches: `
Reads every file and compares its SHA-256 with the receipt's; needs no key. Files that are listed and changed or missing are named, and
those that are there and not listed. Exit code 0: all as it was; 2: something is not.

  keyveil check protected --receipt=protected.keyveil.json
  keyveil check set.part-1-of-2.zip set.part-2-of-2.zip --receipt=set.keyveil.json`,
  async run({ values, positionals: archives }, terminal) {
    if (archives.length === 0) refuse('Which archive?');
    if (values.receipt.length === 0) refuse('--receipt is missing.');
    for (const path of archives) if (!exists(path)) refuse(`There is no ${path}.`);
    const listed = await listedFiles(values.receipt);
    const found = await digestArchive(archives, listed, terminal);
    const result = compareArchive({ files: listed }, found.files);
    const { same, changed, missing, extra } = result;
    if (values.json) terminal.print(JSON.stringify({ event: 'end', ...result, damaged: found.damaged }));
    else {
      const lists = { changed, missing, 'not listed': extra, 'that cannot be read': found.damaged };
      for (const [word, paths] of Object.entries(lists)) {
        for (const path of paths.slice(0, shown)) terminal.print(`${word}: ${path}`);
        if (paths.length > shown) terminal.print(`${word}: ${paths.length - shown} more`);
      }
      terminal.print(
        `${same.toLocaleString('en')} of ${listed.length.toLocaleString('en')} photos are as they were.`,
      );
    }
    const well = changed.length + missing.length + extra.length + found.damaged.length === 0;
    return well ? exits.done : exits.partly;
  },
});
