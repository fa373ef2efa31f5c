import { createReadStream } from 'node:fs';

/** The lines of a text file, one after another, without their line feeds. A last line without one was cut off: it is left out. */
export async function* wholeLines(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (rest + String(piece)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
