import { openSmall } from '../../archive/smallZip.ts';
import { isReceipt } from './openReceipt.ts';

/**
 * Key and receipt in one private file, `name.keyveil`: what one needs to add photos to a dataset later. A zip like any
 * other, under a name of its own, so that nobody takes it for the archive.
 */
interface Kept {
  readonly receipt: File | null;
  readonly key: File | null;
}

/** A file that is such a one by its name. */
export function isKept(file: File): boolean {
  return /\.keyveil(?: ?\(\d+\))?$/i.test(file.name);
}

/** What it holds; null when it is damaged, or no such file. */
export async function openKept(file: File): Promise<Kept | null> {
  const files = await openSmall(file);
  if (files === null) return null;
  const receipt = files.find(isReceipt) ?? null;
  const key = files.find(({ name }) => /\.key\.json$/i.test(name)) ?? null;
  return receipt || key ? { receipt, key } : null;
}
