/**
 * Where finished photos lie until they are saved: the browser's origin-private files, or memory where there are
 * none. Names are flat.
 */

/** A handle that both page and worker can hold; small, and cheap to clone. */
export type StoredFile =
  | { readonly kind: 'file'; readonly folder: string; readonly name: string }
  | { readonly kind: 'memory'; readonly blob: Blob };
