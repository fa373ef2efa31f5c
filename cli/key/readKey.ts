import { readFileSync } from 'node:fs';
import { parseKeyFile } from '../../src/core/key/keyFile.ts';
import { maybe } from '../terminal/options.ts';
import { refuse } from '../terminal/refusal.ts';
import { promptHidden } from './promptHidden.ts';

/**
 * The private key never stands on a command line, where every list of processes shows it: it comes from a file, from the
 * variable KEYVEIL_KEY, or from a prompt that shows nothing.
 */
export const keyOption = maybe(
  '<file>',
  'holds the private key: a key file of the app, or its passphrase alone; else the variable KEYVEIL_KEY, else a prompt',
);

export interface GivenKey {
  readonly passphrase: string;
  /** The dataset name, where a key file of the app says it. */
  readonly dataset: string | null;
}

interface Sources {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly prompt?: (question: string) => Promise<string | null>;
}

/** @throws Refusal where there is no key, or no file */
export async function readKey(
  file: string | null,
  { env = process.env, prompt = promptHidden }: Sources = {},
): Promise<GivenKey> {
  if (file !== null) return keyOfFile(file);
  const variable = env.KEYVEIL_KEY ?? '';
  if (variable !== '') return { passphrase: variable, dataset: null };
  const typed = await prompt('Private key (nothing is shown): ');
  if (typed === null)
    refuse('There is no key: name its file with --key-file, or set the variable KEYVEIL_KEY.');
  if (typed === '') refuse('The key is empty.');
  return { passphrase: typed, dataset: null };
}

function keyOfFile(path: string): GivenKey {
  const text = textOf(path);
  const read = parseKeyFile(text);
  if (read.kind === 'read') return read.value;
  if (read.reason === 'newer') refuse(`${path} is of a newer Keyveil.`);
  if (read.reason === 'damaged') refuse(`${path} is a key file, but damaged (${read.at}).`);
  // Editors end a file with a line feed, which nobody types.
  const passphrase = text.replace(/^\ufeff/, '').replace(/\r?\n$/, '');
  if (passphrase === '') refuse(`${path} is empty.`);
  if (/[\r\n]/.test(passphrase)) refuse(`${path} has more than one line, and is no key file.`);
  return { passphrase, dataset: null };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return refuse(`${path} cannot be read.`);
  }
}
