import { inBatches } from '../../core/batches.ts';
import type { Receipt, ReceiptFile } from '../../core/receipt.ts';

const batchSize = 32;
const batchesAtOnce = 2;

/** What a receipt says of a file. `result`: it is a protected photo itself. `source`: it was protected before. */
export type Recognised =
  | { readonly kind: 'new' }
  | { readonly kind: 'result' }
  | { readonly kind: 'source'; readonly file: ReceiptFile };

export interface RecogniseTools {
  /** Hex SHA-256 of each file, in order; null where it cannot be read. */
  digests(files: readonly Blob[]): Promise<readonly (string | null)[]>;
  /** How many files are done. */
  readonly onProgress?: (read: number) => void;
}

/**
 * Compares files with a receipt by their bytes. A source that the receipt lists under several labels is known by the
 * first, or by the label that `labelOf` proposes for that file where it is among them.
 */
export async function recognise(
  files: readonly Blob[],
  labelOf: (index: number) => string | null,
  receipt: Receipt,
  tools: RecogniseTools,
): Promise<readonly Recognised[]> {
  const results = new Set(receipt.files.map(file => file.sha256));
  const sources = new Map<string, ReceiptFile[]>();
  for (const file of receipt.files) {
    const same = sources.get(file.sourceSha256);
    if (same) same.push(file);
    else sources.set(file.sourceSha256, [file]);
  }
  let read = 0;
  const digests = await inBatches(files, batchSize, batchesAtOnce, async slice => {
    const found = await tools.digests(slice);
    read += slice.length;
    tools.onProgress?.(read);
    return found;
  });
  return files.map((_, index): Recognised => {
    const digest = digests[index];
    // A file that cannot be read counts as new; the run will say what is wrong with it.
    if (typeof digest !== 'string') return { kind: 'new' };
    if (results.has(digest)) return { kind: 'result' };
    const listed = sources.get(digest) ?? [];
    const file = listed.find(({ label }) => label === labelOf(index)) ?? listed[0];
    return file ? { kind: 'source', file } : { kind: 'new' };
  });
}
