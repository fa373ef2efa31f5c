import { keyOption } from '../key/readKey.ts';
import { choice, flag, maybe, maybeNumber, several, text } from '../terminal/options.ts';
import { methodOptions } from './methodOptions.ts';

export const protectOptions = {
  ...methodOptions,
  format: choice(['same', 'jpeg', 'png', 'webp'], 'of what comes out', 'same'),
  quality: maybeNumber({ low: 1, high: 100, whole: true }, 'of JPEG and WebP; else 92 and 90'),
  dataset: maybe('<name>', 'public name of the set, which goes into the key; else as the key file says'),
  'key-file': keyOption,
  receipt: maybe('<file>', 'where the receipt goes, which is private; else OUT.keyveil.json, beside OUT'),
  labels: maybe('<file>', 'the frozen order of labels, as "keyveil labels" writes it; needed with --shard'),
  shard: maybe('<i/n>', 'only the i-th of n shares; "keyveil merge" puts them together'),
  'dry-run': flag('say what would be done, and do nothing'),
  resume: flag('leave out what an earlier run finished and what is whole; so it is in any case'),
  anew: flag('do everything again, finished or not'),
  threads: maybeNumber({ low: 1, high: 1024, whole: true }, 'photos at a time; else as many as cores'),
  json: flag('one JSON object a line on standard output, for other programs'),
  'no-opt-out': flag('do not write into each file that nobody may train on it'),
  rights: text('<words>', 'a line on rights for every file', ''),
  'no-credit': flag('take capture date, author and copyright out as well; all else goes in any case'),
  'label-from': maybe(
    '<cls|folder|ext|json:field>',
    'in tars, where a label stands; else .cls, else the folder',
  ),
  'tar-name': maybe('<name>', 'what a tar from a pipe is called in the receipt'),
  leave: several('<ext>', 'in tars, members that are no photos, such as seg.png: copied as they are'),
};
