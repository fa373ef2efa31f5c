import type { SaveTrouble } from '../../archive/writeVolume.ts';

/** What is being saved, or was last; `what`: its file name. */
export type Saving =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'saving';
      readonly what: string;
      readonly bytesDone: number;
      readonly bytesTotal: number;
    }
  | { readonly kind: 'saved'; readonly what: string }
  | {
      readonly kind: 'failed';
      readonly what: string;
      readonly detail: SaveTrouble;
    };
