import type { Cast } from './cast/cast.ts';
import type { Filter } from './filter/filter.ts';
import type { Imprint } from './imprint.ts';
import type { MethodSettings } from './settings.ts';

/** What is done to the pixels of a photo: its label's filter and cast, and how the method applies it. See docs/method.md. */
export type Treatment =
  | {
      readonly method: 'cast';
      readonly cast: Cast;
      /** Root mean square in levels of 255; see `isCastLevel`. */
      readonly castLevel: number;
      readonly filter: Filter;
      /** Null where the strength is 0: no veil is laid, and the filter is of no account. */
      readonly veilSize: number | null;
    }
  | { readonly method: 'veil'; readonly filter: Filter; readonly veilSize: number }
  | { readonly method: 'cuda'; readonly filter: Filter };

/**
 * What these settings do to the photos of a label.
 *
 * @throws Error for `cast` without a cast: a bug of the caller
 */
export function treatmentFor(settings: MethodSettings, { filter, cast }: Imprint): Treatment {
  switch (settings.method) {
    case 'cast': {
      if (cast === null) throw new Error('The method cast wants a cast.');
      const { castLevel, veilSize } = settings;
      return { method: 'cast', cast, castLevel, filter, veilSize };
    }
    case 'veil':
      return { method: 'veil', filter, veilSize: settings.veilSize };
    case 'cuda':
      return { method: 'cuda', filter };
  }
}
