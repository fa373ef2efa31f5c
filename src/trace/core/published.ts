import type { Read } from '../../core/jsonFile.ts';
import { hex } from '../../core/key/key.ts';
import { parseReceipt } from '../../core/receipt.ts';

/**
 * A claim needs a date: a receipt that was written after a model was seen proves nothing. So its owner publishes two
 * numbers, or has them time-stamped, when the photos go online; neither gives anything away. `commitment` binds the filters,
 * `sha256` the receipt file to its last byte, with its list of photos.
 */
export interface Published {
  /** Hex SHA-256 of the receipt file's bytes. */
  readonly sha256: string;
  /** See `commitment` in receipt.ts. */
  readonly commitment: string;
}

/** What to publish of a receipt file. Refused as `parseReceipt` does. */
export async function publishedOf(file: Uint8Array<ArrayBuffer>): Promise<Read<Published>> {
  const read = parseReceipt(new TextDecoder().decode(file));
  if (read.kind === 'refused') return read;
  const digest = await crypto.subtle.digest('SHA-256', file);
  return {
    kind: 'read',
    value: { sha256: hex(new Uint8Array(digest)), commitment: read.value.commitment },
  };
}

/** One line, made to be found again: `keyveil receipt sha256:… commitment:…`. */
export function publishedText({ sha256, commitment }: Published): string {
  return `keyveil receipt sha256:${sha256} commitment:${commitment}`;
}

/** A receipt held against what its owner says was published. */
export type PublishedCheck =
  /** Nothing to check it against. */
  | 'none'
  /** The very file. */
  | 'same-file'
  /** The filters were published, this file was not: it may have been written anew, with other photos in its list. */
  | 'same-filters'
  | 'different';

/** @param text anything that the published numbers stand in: a line, a web page, a time stamp's description */
export function checkPublished(published: Published, text: string): PublishedCheck {
  const digests = [...text.toLowerCase().matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g)].map(m => m[0]);
  if (digests.includes(published.sha256)) return 'same-file';
  if (digests.includes(published.commitment)) return 'same-filters';
  return text.trim() === '' ? 'none' : 'different';
}
