/** Why one photo could not be protected or shown. Texts live in the catalogue; this is data. */
export type FailureReason =
  /** The bytes are no picture or a damaged one. */
  | { readonly kind: 'unreadable' }
  /** It ends too early; how much of it is there, 0 to 99 per cent. */
  | { readonly kind: 'cut-off'; readonly percent: number }
  /** The file was moved, changed or removed between choosing and reading it. */
  | { readonly kind: 'vanished' }
  /** A picture of a kind that is recognised but cannot be read here. */
  | { readonly kind: 'unsupported'; readonly type: string }
  /** A JPEG in a coding that no browser reads. */
  | { readonly kind: 'unsupported-coding'; readonly coding: JpegCoding }
  /** Reading it did not end in time. */
  | { readonly kind: 'timed-out' }
  /** The browser changes what pages read from a canvas, on every way that there is. */
  | { readonly kind: 'noisy-canvas' }
  /** More pixels than are worked on; both in pixels. */
  | { readonly kind: 'too-large'; readonly pixels: number; readonly limit: number }
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'encode-failed'; readonly type: string }
  /** Longer than the format to be written can be; both in pixels. */
  | { readonly kind: 'too-long'; readonly type: string; readonly side: number; readonly limit: number }
  /** The worker was lost over it, or did not answer in time; twice where it crashed. */
  | Broken;

/** How a worker was lost. */
export type Loss =
  /** Its script could not be fetched or run, as when a new release has taken the place of the page's own. */
  | 'not-loaded'
  /** It ended by itself, or the browser ended it: mostly for want of memory. */
  | 'crashed'
  /** A message between it and the page could not be read. */
  | 'unreadable';

/** Work that ended without an answer, through nobody's choice. */
export type Broken =
  | { readonly kind: 'worker-lost'; readonly loss: Loss }
  /** A mistake of ours: `detail` names it, without names of photos and without secrets. */
  | { readonly kind: 'unexpected'; readonly detail: string };

/** JPEGs of laboratories and archives: more than 8 bits a colour, without loss, or with arithmetic coding. */
export type JpegCoding = '12-bit' | 'lossless' | 'arithmetic';

/** Whether an outcome is of work that broke off. */
export function isBroken(outcome: { readonly kind: string }): outcome is Broken {
  return outcome.kind === 'worker-lost' || outcome.kind === 'unexpected';
}
