import { renameSync } from 'node:fs';
import { type ReceiptFile, receiptText } from '../../src/core/receipt.ts';
import { LineWriter } from './lineWriter.ts';
import type { PartBasis } from './part.ts';

/** Where the list of files stands in the text of a receipt that has none. */
const noFiles = '"files": []';

/**
 * Writes the receipt that the app opens, of any number of photos: the very text that core's `receiptText` makes, without
 * ever holding it. Whole or not at all. @returns how many photos it lists
 */
export async function writeReceipt(
  path: string,
  basis: PartBasis,
  files: AsyncIterable<ReceiptFile>,
): Promise<number> {
  const { dataset, keyCheck, commitment, settings, labels } = basis;
  const empty = receiptText({ dataset, keyCheck, commitment, settings, labels, files: [] });
  const place = placeOfFiles(empty);
  const [before, after] = [empty.slice(0, place), empty.slice(place)];
  const textOf = fileTexts(basis);
  const draft = `${path}.draft`;
  const writer = new LineWriter(draft, 'w');
  let count = 0;
  try {
    writer.write(before);
    for await (const file of files) {
      writer.write(`${count === 0 ? '' : ','}${textOf(file)}`);
      count += 1;
    }
    writer.write(count === 0 ? after : `\n ${after}`);
  } finally {
    writer.close();
  }
  renameSync(draft, path);
  return count;
}

/** Gives one file as it stands among many: what lies between the brackets of a receipt that has this one alone. */
function fileTexts(basis: PartBasis): (file: ReceiptFile) => string {
  const bare = { ...basis, labels: [] };
  const none = receiptText({ ...bare, files: [] });
  const place = placeOfFiles(none);
  // The closing bracket goes on a line of its own.
  const behind = none.length - place + '\n '.length;
  return file => {
    const one = receiptText({ ...bare, files: [file] });
    return one.slice(place, one.length - behind);
  };
}

/** Of the closing bracket. */
const placeOfFiles = (text: string): number => text.lastIndexOf(noFiles) + noFiles.length - 1;
