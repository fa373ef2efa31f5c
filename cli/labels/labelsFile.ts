import * as v from 'valibot';
import { jsonFileVersion, readJsonFile } from '../../src/core/jsonFile.ts';
import { labelOrder, normaliseLabel } from '../../src/core/label.ts';
import { textOf } from '../terminal/files.ts';
import { refuse } from '../terminal/refusal.ts';

/** The frozen order of labels as a file, which all shares of a set are given. Names and nothing else: no secret. */
const format = 'keyveil-labels';

const schema = v.object({
  format: v.string(),
  version: v.literal(jsonFileVersion),
  labels: v.pipe(
    v.array(v.pipe(v.string(), v.nonEmpty())),
    v.check(labels => new Set(labels).size === labels.length),
  ),
});

export function labelsText(labels: readonly string[]): string {
  return `${JSON.stringify({ format, version: jsonFileVersion, labels }, null, 1)}\n`;
}

/** @throws Refusal */
export function readLabels(path: string): readonly string[] {
  const read = readJsonFile(textOf(path), format, schema);
  if (read.kind === 'read') return read.value.labels;
  return refuse(`${path} is no order of labels, or a damaged one; "keyveil labels" writes it.`);
}

/** The order that a set's labels come to: those that are frozen keep their places, new ones come after, by code point. */
export function orderOf(frozen: readonly string[] | null, found: readonly string[]): readonly string[] {
  return labelOrder(
    frozen,
    found.map(name => ({ name: normaliseLabel(name), batch: 0 })),
  );
}
