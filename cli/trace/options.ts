import { keyOption } from '../key/readKey.ts';
import { choice, flag, maybe, maybeNumber, number, several, text } from '../terminal/options.ts';

const many = Number.MAX_SAFE_INTEGER;
const whole = (low: number) => ({ low, high: many, whole: true });

/** Options that several of Trace's commands share. */
export const receiptOption = maybe('<file>', 'the receipt of the protected photos');
export const outOption = text('<folder>', 'for what is written', '.results/trace');

/** What decides which probes are made. */
export const probeOptions = {
  receipt: receiptOption,
  'key-file': keyOption,
  label: several('<label>', 'a label to ask about; may be given several times; else all of the receipt'),
  photos: number(
    whole(50),
    'photos a label, at least 50; those in a folder of a label’s name are no probes for it',
    200,
  ),
  decoys: number(whole(39), 'filters of other keys a label, at least 39', 39),
  'rank-photos': number(whole(1), 'photos that are shown under all of them', 25),
  each: number(whole(1), 'decoys that each other photo is shown under', 1),
  size: maybeNumber(whole(1), 'of the probes, px; else 224, or what the model takes'),
  whole: flag('do not cut squares'),
  type: choice(['jpeg', 'png'], 'of the probes', 'jpeg'),
  small: flag('lay the filter on the small probe, for models trained on pictures protected at that size'),
  out: outOption,
};

/** What decides how answers are read, and what the verdict is held against. */
export const verdictOptions = {
  map: several('<class=label>', 'where names differ; may be given several times'),
  published: maybe('<file|text>', 'holds the numbers published beforehand; with --receipt'),
};
