import { characters, uint32 } from '../bytes.ts';

/** ISO/IEC 14496-12: the brands that a file conforms to, the major one first; none where it is no such file. */
export function isoBrands(bytes: Uint8Array): readonly string[] {
  if (characters(bytes, 4, 4) !== 'ftyp') return [];
  const end = Math.min(uint32(bytes, 0), bytes.length, 256);
  const brands = [characters(bytes, 8, 4)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(characters(bytes, at, 4));
  return brands;
}
