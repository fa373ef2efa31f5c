import type { ProbeWishes } from '../../src/trace/core/probes.ts';
import type { Values } from '../terminal/options.ts';
import type { probeOptions } from './options.ts';

const usualSide = 224;

/** The probes that the options ask for, but for their labels. */
export function wishesOf(values: Values<typeof probeOptions>): Omit<ProbeWishes, 'labels'> {
  return {
    photos: values.photos,
    rankPhotos: values['rank-photos'],
    decoys: values.decoys,
    each: values.each,
    side: values.size ?? usualSide,
    shape: values.whole ? 'whole' : 'square',
    type: values.type === 'png' ? 'image/png' : 'image/jpeg',
    filteredAt: values.small ? 'small' : 'real',
  };
}
