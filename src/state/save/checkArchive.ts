import { compareArchive } from '../../core/archive/archiveCheck.ts';
import type { CheckOutcome } from '../actions.ts';
import { givenFiles } from '../model/givenFile.ts';
import { isReceipt } from '../receipt/openReceipt.ts';
import { readReceiptFile } from '../receipt/readReceiptFile.ts';
import type { DigestService } from '../services.ts';

/** An old archive against its receipt, as the page asks for it; see `Actions.checkArchive`. */
export async function checkArchive(
  { digest }: DigestService,
  receipt: File,
  files: readonly File[],
  onProgress: (bytesDone: number, bytesTotal: number) => void,
  signal: AbortSignal,
): Promise<CheckOutcome> {
  const read = await readReceiptFile(receipt);
  if (read.kind === 'refused') return read;
  // People keep the receipt beside the archive; it is no photo of it.
  const given = givenFiles(files.filter(file => !isReceipt(file)));
  const total = given.reduce((sum, { file }) => sum + file.size, 0);
  const outcome = await digest(given, bytes => onProgress(bytes, total), signal);
  if (outcome.kind !== 'digested') return outcome;
  return {
    kind: 'checked',
    dataset: read.receipt.dataset,
    listed: read.receipt.files.length,
    check: compareArchive(read.receipt, outcome.files),
    damaged: outcome.damaged,
  };
}
