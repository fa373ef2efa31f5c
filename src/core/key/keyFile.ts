import * as v from 'valibot';
import { jsonFileVersion, type Read, readJsonFile } from '../jsonFile.ts';
import { normaliseDataset } from './key.ts';

/** The key file: passphrase and dataset name, so that nobody has to type or remember them. Private. */

const format = 'keyveil-key';

/** Stands first in the file, for whoever opens it and wonders. */
const warning =
  'Private. Whoever has this file can undo the protection of your photos. Do not upload it with them or share it.';

export interface KeyFile {
  readonly passphrase: string;
  readonly dataset: string;
}

/** The text of a key file. */
export function keyFileText({ passphrase, dataset }: KeyFile): string {
  const content = {
    private: warning,
    format,
    version: jsonFileVersion,
    dataset: normaliseDataset(dataset),
    passphrase,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const schema = v.object({
  version: v.literal(jsonFileVersion),
  passphrase: v.pipe(v.string(), v.nonEmpty()),
  dataset: v.string(),
});

/** Reads a key file. Refusals name fields and never quote what stands in them. */
export function parseKeyFile(text: string): Read<KeyFile> {
  const read = readJsonFile(text, format, schema);
  if (read.kind === 'refused') return read;
  const { passphrase, dataset } = read.value;
  return { kind: 'read', value: { passphrase, dataset: normaliseDataset(dataset) } };
}
