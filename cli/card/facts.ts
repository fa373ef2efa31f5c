import type { Receipt } from '../../src/core/receipt.ts';
import type { MethodSettings } from '../../src/core/settings.ts';

/** What a card may say of a set: counts and commitments. No file's name, no hash of a source, no key check. */
export interface CardFacts {
  readonly title: string;
  readonly description: string;
  /** As SPDX or its name; null where nobody said. */
  readonly license: string | null;
  readonly creator: string | null;
  readonly url: string | null;
  readonly settings: MethodSettings;
  readonly commitment: string;
  /** SHA-256 of the receipt file: dates the claim, see "keyveil trace publish". */
  readonly receiptSha256: string;
  /** Photos by label, in the order of the labels. */
  readonly labels: readonly { readonly label: string; readonly photos: number }[];
  readonly photos: number;
  /** Of the files, without dots: `jpg`, `png`. */
  readonly endings: readonly string[];
  /** Whether photos lie in tars, or one folder a label. */
  readonly inTars: boolean;
}

/** What a receipt says that may be public. */
export function publicFacts(receipt: Receipt) {
  const counts = new Map(receipt.labels.map(label => [label, 0]));
  const endings = new Set<string>();
  for (const { label, path } of receipt.files) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
    endings.add(path.slice(path.lastIndexOf('.') + 1));
  }
  const labels = [...counts].map(([label, photos]) => ({ label, photos })).filter(({ photos }) => photos > 0);
  return {
    settings: receipt.settings,
    commitment: receipt.commitment,
    labels,
    photos: receipt.files.length,
    endings: [...endings].sort(),
    inTars: receipt.files.some(({ source }) => source.includes('!/')),
  };
}
