import { greatestCastLevel } from '../../src/core/cast/cast.ts';
import { choice, maybe, maybeNumber } from '../terminal/options.ts';

/** How photos are protected; for every command that does it. `settings.ts` makes the method's settings of them. */
export const methodOptions = {
  method: choice(['cast', 'veil', 'cuda'], 'how photos are protected', 'cast'),
  preset: maybe('<name>', 'light, standard (the usual one) or strong; of cuda cifar or imagenet'),
  'cast-level': maybeNumber(
    { low: 0, high: greatestCastLevel },
    'of cast, in levels of 255, in place of the preset’s',
  ),
  strength: maybeNumber({ low: 0, high: 1 }, 'of the side taps, in place of the preset’s'),
  'veil-size': maybeNumber(
    { low: 1, high: Number.MAX_SAFE_INTEGER, whole: true },
    'px, in place of the preset’s',
  ),
  'kernel-size': maybeNumber({ low: 3, high: 15, whole: true }, 'of cuda, odd, in place of the preset’s'),
};
