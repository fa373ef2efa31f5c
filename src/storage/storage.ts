/**
 * Where finished photos lie until they are saved: the browser's origin-private files, or memory where there are
 * none. Names are flat.
 */

/** A handle that both page and worker can hold; small, and cheap to clone. */
export type StoredFile =
  | {
      readonly kind: 'file';
      readonly folder: string;
      readonly name: string;
      /** Part of a file that holds many small photos, in bytes; missing: the whole file. */
      readonly slice?: { readonly from: number; readonly bytes: number };
    }
  | { readonly kind: 'memory'; readonly blob: Blob };
