import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readSync, renameSync } from 'node:fs';
import { LineWriter } from './lineWriter.ts';
import { lineText, type PartHead, type PartLine } from './part.ts';
import type { KeyedLine } from './sortLines.ts';

/** A part that is being written. Throws what the disk says. */
export class Journal {
  readonly #writer: LineWriter;

  /** Goes on with a part, or begins one. */
  constructor(path: string, head: PartHead) {
    if (existsSync(path)) cutTorn(path);
    this.#writer = new LineWriter(path, 'a');
    this.#writer.write(lineText(head));
    this.#writer.flush();
  }

  add(line: PartLine): void {
    this.#writer.write(lineText(line));
  }

  flush(): void {
    this.#writer.flush();
  }

  close(): void {
    this.#writer.close();
  }
}

/** A crash may have cut the last line off; what is added must not be glued to it. */
function cutTorn(path: string): void {
  const file = openSync(path, 'r+');
  try {
    const piece = Buffer.alloc(64 * 1024);
    for (let end = fstatSync(file).size; end > 0; ) {
      const start = Math.max(0, end - piece.length);
      const length = readSync(file, piece, 0, end - start, start);
      const feed = piece.subarray(0, length).lastIndexOf(10);
      if (feed !== -1) {
        ftruncateSync(file, start + feed + 1);
        return;
      }
      end = start;
    }
    ftruncateSync(file, 0);
  } finally {
    closeSync(file);
  }
}

interface Finished {
  readonly head: PartHead;
  /** The lines that count, by their paths. */
  readonly photos: AsyncIterable<KeyedLine>;
  /** Of them, those that count now. */
  keep(line: KeyedLine): boolean;
  /** Tars that came out whole. */
  readonly tars: Iterable<PartLine>;
}

/** Writes a part whose run has ended anew: one head, photos by their paths, the end. Whole or not at all. */
export async function finishPart(
  path: string,
  { head, photos, keep, tars }: Finished,
): Promise<{ readonly photos: number; readonly failed: number }> {
  const draft = `${path}.draft`;
  const writer = new LineWriter(draft, 'w');
  const counts = { photos: 0, failed: 0 };
  try {
    writer.write(lineText(head));
    for (const tar of tars) writer.write(lineText(tar));
    for await (const line of photos) {
      if (!keep(line)) continue;
      writer.write(`${line.text}\n`);
      if (line.text.startsWith('{"kind":"failed"')) counts.failed += 1;
      else counts.photos += 1;
    }
    writer.write(lineText({ kind: 'end', ...counts }));
  } finally {
    writer.close();
  }
  renameSync(draft, path);
  return counts;
}
