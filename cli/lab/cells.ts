import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PictureSettings } from '../../src/prove/core/experiment.ts';
import type { MadeOf } from '../../src/prove/state/labModel.ts';
import type { RunGroup } from '../../src/prove/state/labPlan.ts';

/**
 * The finished runs of a table, a line each, so that a table that was stopped goes on where it was. A line that was cut
 * off when the machine went down counts as none.
 */

type Done = RunGroup['done'][number];

interface Line extends Done {
  /** What the run belongs to: folder, pictures and settings. */
  readonly of: string;
  readonly made: MadeOf;
}

/** In the folder of the reports. */
export const cellsFile = 'cells.jsonl';

export class Cells {
  readonly #path: string;
  readonly #set: string;
  readonly #lines: readonly Line[];

  /** @param out the folder that holds them, @param folder the photos' */
  constructor(out: string, folder: string) {
    mkdirSync(out, { recursive: true });
    this.#path = join(out, cellsFile);
    this.#set = setOf(folder);
    this.#lines = existsSync(this.#path) ? readLines(this.#path) : [];
  }

  /** A group with what was done of it already, and only the rest left to do. */
  resumed(group: RunGroup, pictures: PictureSettings): RunGroup {
    const of = this.#key(group, pictures);
    const lines = this.#lines.filter(line => line.of === of);
    const done = group.experiments.flatMap(experiment => {
      const line = lines.find(one => JSON.stringify(one.experiment) === JSON.stringify(experiment));
      return line ? [{ experiment, result: line.result }] : [];
    });
    const left = group.experiments.filter(one => !done.some(({ experiment }) => experiment === one));
    return { ...group, experiments: left, done, made: done.length > 0 ? (lines[0]?.made ?? null) : null };
  }

  add(group: RunGroup, pictures: PictureSettings, done: Done, made: MadeOf): void {
    const line: Line = { of: this.#key(group, pictures), ...done, made };
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`);
  }

  #key({ column, settings }: RunGroup, pictures: PictureSettings): string {
    return createHash('sha256')
      .update(JSON.stringify([this.#set, column, settings, pictures]))
      .digest('hex');
  }
}

function readLines(path: string): readonly Line[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap(line => {
      try {
        return line === '' ? [] : [JSON.parse(line) as Line];
      } catch {
        return [];
      }
    });
}

/** Names and sizes of the photos: other photos are another table. */
function setOf(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const sizes = files.sort().map(file => `${file.slice(folder.length)} ${statSync(file).size}`);
  return createHash('sha256').update(sizes.join('\n')).digest('hex');
}
