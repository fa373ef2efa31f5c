/** Why one photo could not be protected or shown. Texts live in the catalogue; this is data. */
export type FailureReason =
  /** The bytes are no picture or a damaged one. */
  | { readonly kind: 'unreadable' }
  /** The file was moved, changed or removed between choosing and reading it. */
  | { readonly kind: 'vanished' }
  /** A picture of a kind that is recognised but cannot be read here. */
  | { readonly kind: 'unsupported'; readonly type: string }
  /** More pixels than are worked on; both in pixels. */
  | { readonly kind: 'too-large'; readonly pixels: number; readonly limit: number }
  | { readonly kind: 'storage-full' }
  /** The worker died or did not answer in time, twice. */
  | { readonly kind: 'worker-lost' }
  | { readonly kind: 'encode-failed'; readonly type: string }
  /** A bug: `detail` names it without any secret. */
  | { readonly kind: 'unexpected'; readonly detail: string };
