import { dirname, join, resolve, sep } from 'node:path';
import { refuse } from '../terminal/refusal.ts';
import type { Shard } from './shard.ts';

const receiptEnding = '.keyveil.json';

/** Where the receipt of a protected set lies when nobody says it: beside the set, and never in it. */
export function receiptPathFor(out: string, given: string | null): string {
  if (given === null && out === '-') refuse('Where is the receipt to lie? Name it with --receipt.');
  const path = resolve(given ?? `${resolve(out)}${receiptEnding}`);
  if (out !== '-' && path.startsWith(resolve(out) + sep))
    refuse(`The receipt is private, and ${out} is what you publish: choose another place with --receipt.`);
  return path;
}

/** The part that goes with a receipt, and a share of its set. */
export function partPathFor(receipt: string, { index, of }: Shard): string {
  const stem = receipt.endsWith(receiptEnding) ? receipt.slice(0, -receiptEnding.length) : receipt;
  const share = of === 1 ? '' : `.${String(index).padStart(String(of).length, '0')}-of-${of}`;
  return join(
    dirname(stem),
    `${stem.slice(dirname(stem).length).replace(/^[\\/]/, '')}${share}.keyveil-part`,
  );
}
