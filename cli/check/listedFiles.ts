import { parseReceipt, type ReceiptFile } from '../../src/core/receipt.ts';
import { wholeLines } from '../parts/readLines.ts';
import { receiptFiles } from '../parts/receiptFiles.ts';
import { exists, textOf } from '../terminal/files.ts';
import { refuse } from '../terminal/refusal.ts';

/** What receipts and receipt parts list, all together. @throws Refusal */
export async function listedFiles(paths: readonly string[]): Promise<readonly ReceiptFile[]> {
  const files: ReceiptFile[] = [];
  for (const path of paths) {
    if (!exists(path)) refuse(`There is no ${path}.`);
    if (await isPart(path)) for await (const file of receiptFiles([path])) files.push(file);
    else files.push(...filesOf(path));
  }
  return files;
}

async function isPart(path: string): Promise<boolean> {
  for await (const line of wholeLines(path)) return line.startsWith('{"kind":"head"');
  return false;
}

function filesOf(path: string): readonly ReceiptFile[] {
  const read = parseReceipt(textOf(path));
  return read.kind === 'read' ? read.value.files : refuse(`${path} cannot be read (${read.reason}).`);
}
