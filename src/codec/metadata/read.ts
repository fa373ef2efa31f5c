import type { SourceType } from '../../core/settings.ts';
import { metadataBlocks } from './blocks.ts';
import { type Credit, cleanText } from './marks.ts';
import { type Said, saidByExif, saidByIptc } from './said.ts';
import { saidByXmp } from './saidByXmp.ts';

/**
 * Date, author and copyright of a photo from its EXIF, XMP and IPTC data, in this order. Null when there are none, or
 * when the data is too damaged to be read: then there is nothing to keep.
 *
 * By readers of our own: exifr has had no release since 2021 and knows no WebP; exifreader needs an XML parser brought into the
 * thread for XMP. What is wanted is little, and each block is read for the orientation as well.
 */
export async function readCredit(bytes: Uint8Array<ArrayBuffer>, type: SourceType): Promise<Credit | null> {
  const { exif, xmp, iptc } = await metadataBlocks(bytes, type);
  const all = [exif && saidByExif(exif), xmp && saidByXmp(xmp), iptc && saidByIptc(iptc)];
  const credit = creditOf(all.filter(said => said !== null));
  return Object.values(credit).every(value => value === null) ? null : credit;
}

function creditOf(all: readonly Said[]): Credit {
  const first = (pick: (said: Said) => string | undefined): string | null => {
    for (const said of all) {
      const value = cleanText(pick(said) ?? '');
      if (value !== '') return value;
    }
    return null;
  };
  const taken = all.map(momentOf).find(moment => moment !== null);
  return {
    captured: taken?.captured ?? null,
    offset: taken?.offset ?? null,
    author: first(({ author }) => author),
    copyright: first(({ rights }) => rights),
  };
}

/** The date with its distance from UTC where it is said. */
function momentOf({
  taken = '',
  offset,
}: Said): (Pick<Credit, 'offset'> & { readonly captured: string }) | null {
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(
    cleanText(taken),
  );
  if (match === null || match[1] === '0000') return null;
  const zone = cleanText(offset || match[5] || '').replace(/^Z$/, '+00:00');
  return {
    captured: `${match[1]}:${match[2]}:${match[3]} ${match[4]}`,
    offset: /^[+-]\d\d:\d\d$/.test(zone) ? zone : null,
  };
}
