import * as v from 'valibot';

/** What Keyveil's own JSON files have in common: a format name, a version, and a check at the door. */

/**
 * Why a file was not taken. `not-ours`: no JSON, or JSON of something else. `newer`: of a version made after this
 * one. `damaged`: ours, but `at` (a path such as `files.3.sha256`) is missing or wrong; values are never quoted.
 */
type Refusal =
  | { readonly kind: 'refused'; readonly reason: 'not-ours' | 'newer' }
  | { readonly kind: 'refused'; readonly reason: 'damaged'; readonly at: string };

export type Read<T> = { readonly kind: 'read'; readonly value: T } | Refusal;

/** What files say that no later version was made of. */
export const jsonFileVersion = 1;

const heading = v.object({ format: v.string(), version: v.number() });

/**
 * Reads a file's text against the schema of its format; fields that the schema does not know are dropped. `newest` is the
 * greatest version that the schema knows.
 */
export function readJsonFile<Schema extends v.GenericSchema>(
  text: string,
  format: string,
  schema: Schema,
  newest: number = jsonFileVersion,
): Read<v.InferOutput<Schema>> {
  const parsed = parseJson(text);
  const head = v.safeParse(heading, parsed);
  if (!head.success || head.output.format !== format) return { kind: 'refused', reason: 'not-ours' };
  if (head.output.version > newest) return { kind: 'refused', reason: 'newer' };
  const result = v.safeParse(schema, parsed);
  if (result.success) return { kind: 'read', value: result.output };
  return { kind: 'refused', reason: 'damaged', at: v.getDotPath(result.issues[0]) ?? '' };
}

function parseJson(text: string): unknown {
  try {
    // Some editors put a byte order mark in front.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
