import { greatestCastLevel } from '../../src/core/cast/cast.ts';
import { keyOption } from '../key/readKey.ts';
import { choice, flag, maybe, maybeNumber, several, text } from '../terminal/options.ts';

const share = { low: 0, high: 1 };
const many = Number.MAX_SAFE_INTEGER;

export const protectOptions = {
  method: choice(['cast', 'veil', 'cuda'], 'how photos are protected', 'cast'),
  preset: maybe('<name>', 'light, standard (the usual one) or strong; of cuda cifar or imagenet'),
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
  'keep-credit': flag('keep capture date, author and copyright; all else goes in any case'),
  'cast-level': maybeNumber(
    { low: 0, high: greatestCastLevel },
    'of cast, in levels of 255, in place of the preset’s',
  ),
  strength: maybeNumber(share, 'of the side taps, in place of the preset’s'),
  'veil-size': maybeNumber({ low: 1, high: many, whole: true }, 'px, in place of the preset’s'),
  'kernel-size': maybeNumber({ low: 3, high: 15, whole: true }, 'of cuda, odd, in place of the preset’s'),
  'label-from': maybe(
    '<cls|folder|ext|json:field>',
    'in tars, where a label stands; else .cls, else the folder',
  ),
  'tar-name': maybe('<name>', 'what a tar from a pipe is called in the receipt'),
  leave: several('<ext>', 'in tars, members that are no photos, such as seg.png: copied as they are'),
};
