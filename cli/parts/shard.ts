import { refuse } from '../terminal/refusal.ts';

/** Which share of a data set: the `index`-th of `of`, from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

export const wholeSet: Shard = { index: 1, of: 1 };

/** `3/8`: the third of eight. @throws Refusal */
export function shardOf(given: string | null): Shard {
  if (given === null) return wholeSet;
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(given) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (!(shard.index >= 1 && shard.index <= shard.of))
    refuse(`--shard is ${given}; it takes 1/8 to 8/8 for the first to the last of eight.`);
  return shard;
}

/**
 * Whether a file belongs to a share: by a hash of its path alone (FNV-1a, 32 bits, over its NFC UTF-8 bytes), so that machines
 * that never speak to each other deal a set out among them, whatever order their disks list it in.
 *
 * @param path from the set's folder, with slashes
 */
export function belongsTo(shard: Shard, path: string): boolean {
  return shard.of === 1 || hashOf(path) % shard.of === shard.index - 1;
}

const encoder = new TextEncoder();

function hashOf(path: string): number {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(path.normalize('NFC'))) hash = Math.imul(hash ^ byte, 0x01000193);
  // The last bits of FNV-1a know only the last bits of the bytes; shares take the remainder, so the first are mixed in.
  return (hash ^ (hash >>> 15)) >>> 0;
}
