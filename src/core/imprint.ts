import type { Cast } from './cast/cast.ts';
import type { Filter } from './filter/filter.ts';

/**
 * What every photo of a label carries, drawn from the key: its filter and, with the method `cast`, its cast; null with
 * the others. Where a cast comes without a veil (strength 0) the filter is the one that changes nothing.
 */
export interface Imprint {
  readonly filter: Filter;
  readonly cast: Cast | null;
}

/** A label and what its photos carry. */
export interface LabelImprint extends Imprint {
  readonly label: string;
}
