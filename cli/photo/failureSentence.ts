import type { FailureReason } from '../../src/core/faults/failure.ts';

const names: Readonly<Record<string, string>> = {
  'image/heic': 'a HEIC in colours wider than Display P3',
  'image/jxl': 'a moving JPEG XL',
  tiff: 'a TIFF of a kind',
  raw: 'a raw file without a large JPEG in it',
  'jpeg-2000': 'a JPEG 2000',
  layers: 'a file of layers',
  drawing: 'a drawing',
  picture: 'a picture of a kind',
  film: 'a film',
  pdf: 'a PDF',
  'web-page': 'a web page',
  icloud: 'a stand-in of iCloud',
  'image/webp': 'WebP',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
};

const megapixels = (pixels: number): string => `${Math.round(pixels / 1e6)} megapixels`;

/** Why something of a set came to nothing: what befalls photos, and what befalls tars. */
export type SetFailure =
  | FailureReason
  | { readonly kind: 'no-label' }
  | { readonly kind: 'unknown-label'; readonly label: string }
  | { readonly kind: 'damaged-tar' }
  /** A file on the disk whose name is no text in UTF-8. */
  | { readonly kind: 'misnamed' };

/** Why a photo was not protected, and what to do, in one sentence that follows its name. */
export function failureSentence(reason: SetFailure): string {
  switch (reason.kind) {
    case 'unreadable':
      return 'is no picture, or a damaged one; replace it and run the same command again.';
    case 'cut-off':
      return `ends too early: ${reason.percent} % of it is there; replace it and run the same command again.`;
    case 'vanished':
      return 'could not be read; it was moved, or may not be opened.';
    case 'unsupported':
      if (reason.type === 'empty') return 'is empty; replace it and run the same command again.';
      return `is ${names[reason.type] ?? reason.type}, which is not read here; make a JPEG or PNG of it.`;
    case 'unsupported-coding':
      return `is a JPEG in a coding that is not read (${reason.coding}); save it anew as an ordinary JPEG.`;
    case 'too-large':
      return `has ${megapixels(reason.pixels)}, above the ${megapixels(reason.limit)} that are worked on; make it smaller.`;
    case 'too-long':
      return `is ${reason.side} px long; ${names[reason.type] ?? reason.type} takes ${reason.limit}. Choose another --format.`;
    case 'encode-failed':
      return `could not be written as ${names[reason.type] ?? reason.type}; choose another --format.`;
    case 'storage-full':
      return 'could not be written: the disk is full.';
    case 'no-label':
      return 'has no label, and is left out with all of its sample; see --label-from.';
    case 'unknown-label':
      return `has the label ${reason.label}, which the order of labels does not name; write it anew with "keyveil labels".`;
    case 'damaged-tar':
      return 'is no tar, or a packed one, or ends too early; unpack or replace it and run the same command again.';
    case 'misnamed':
      return 'has a name that is no UTF-8; rename it and run the same command again.';
    case 'unexpected':
      return `failed unexpectedly (${reason.detail}).`;
    default:
      return `failed (${reason.kind}); run the same command again.`;
  }
}
