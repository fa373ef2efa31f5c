import type { ReceiptFile } from '../../src/core/receipt.ts';
import type { PhotoLine } from './part.ts';
import { readLine } from './part.ts';
import { wholeLines } from './readLines.ts';
import { type KeyedLine, merged } from './sortLines.ts';

/** The photos of finished parts, by their paths, as the receipt lists them. @param twice told of paths in several parts */
export async function* receiptFiles(
  parts: readonly string[],
  twice: (path: string) => void = () => {},
): AsyncGenerator<ReceiptFile> {
  for await (const { text } of merged(parts.map(photosOfPart), twice)) {
    const { path, sha256, sourceSha256, source, label, width, height, peak }: PhotoLine = JSON.parse(text);
    yield {
      path,
      sha256,
      sourceSha256,
      source,
      label,
      width,
      height,
      ...(peak === undefined ? {} : { peak }),
    };
  }
}

async function* photosOfPart(part: string): AsyncGenerator<KeyedLine> {
  for await (const text of wholeLines(part)) {
    const read = readLine(text);
    if (read.kind === 'line' && read.line.kind === 'photo') yield { key: read.line.path, text };
  }
}
