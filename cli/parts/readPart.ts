import { existsSync } from 'node:fs';
import {
  type FailedLine,
  type PartHead,
  type PartLine,
  type PhotoLine,
  readLine,
  type TarLine,
} from './part.ts';
import { wholeLines } from './readLines.ts';
import { type KeyedLine, sortedLines } from './sortLines.ts';

/** What a part says beside its photos. */
export interface PartSurvey {
  /** The latest head; null for a part that there is not, or that is none. */
  readonly head: PartHead | null;
  /** Whether its run came to its end. */
  readonly ended: boolean;
  /** Tars that came out whole, by their paths. */
  readonly tars: ReadonlyMap<string, TarLine>;
  /** Lines about photos of a tar count only behind this line. */
  readonly begun: ReadonlyMap<string, number>;
}

/** Every line that can be read, with its number. */
async function* linesOf(path: string): AsyncGenerator<{ readonly line: PartLine; readonly number: number }> {
  let number = 0;
  for await (const text of wholeLines(path)) {
    const read = readLine(text);
    number += 1;
    if (read.kind === 'line') yield { line: read.line, number };
  }
}

/** Reads a part through once. */
export async function surveyPart(path: string): Promise<PartSurvey> {
  let head: PartHead | null = null;
  let ended = false;
  const tars = new Map<string, TarLine>();
  const begun = new Map<string, number>();
  if (existsSync(path)) {
    for await (const { line, number } of linesOf(path)) {
      ended = line.kind === 'end';
      if (line.kind === 'head') head = line;
      else if (line.kind === 'tar') {
        if (line.state === 'whole') tars.set(line.path, line);
        else {
          tars.delete(line.path);
          begun.set(line.path, number);
        }
      }
    }
  }
  return { head, ended, tars, begun };
}

/** The tar that a source lies in: what stands before the first `!`; null for a file of its own. */
function tarOf(source: string): string | null {
  const end = source.indexOf('!/');
  return end === -1 ? null : source.slice(0, end);
}

/**
 * The lines about photos that count, by their paths. What does not fit in memory waits in `folder`, which is gone
 * afterwards.
 */
export function sortedPhotos(path: string, { begun }: PartSurvey, folder: string): AsyncGenerator<KeyedLine> {
  async function* counting(): AsyncGenerator<KeyedLine> {
    if (!existsSync(path)) return;
    for await (const { line, number } of linesOf(path)) {
      if (line.kind !== 'photo' && line.kind !== 'failed') continue;
      const tar = tarOf(line.source) ?? line.source;
      if (number < (begun.get(tar) ?? 0)) continue;
      yield { key: line.path, text: JSON.stringify(line) };
    }
  }
  return sortedLines(counting(), folder);
}

/** A line that {@link sortedPhotos} gave. */
export function photoOf({ text }: KeyedLine): PhotoLine | FailedLine {
  return JSON.parse(text);
}
