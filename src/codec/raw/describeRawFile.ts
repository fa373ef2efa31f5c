import { characters } from '../bytes.ts';
import type { FileDescription, PhotoDescription } from '../describe/description.ts';
import type { Source } from '../describe/source.ts';
import { isoBrands } from '../iso/brands.ts';
import { describeCr3 } from './describeCr3.ts';
import { describeRaf } from './describeRaf.ts';
import { describePlaces } from './describeRaw.ts';
import { scanForJpegs } from './scanForJpegs.ts';

/** A raw file of unknown build is read whole to look for its picture, up to this size. */
const mostWhole = 256e6;

/** A raw file that is no TIFF: the picture that its camera put into it, or that it is raw. */
export async function describeRawFile(source: Source, head: Uint8Array): Promise<FileDescription> {
  return (await knownBuild(source, head)) ?? (await describeByScan(source)) ?? { kind: 'other', what: 'raw' };
}

async function knownBuild(source: Source, head: Uint8Array): Promise<PhotoDescription | null> {
  if (isoBrands(head)[0] === 'crx ') return describeCr3(source);
  return characters(head, 0, 15) === 'FUJIFILMCCD-RAW' ? describeRaf(source, head) : null;
}

/** The largest whole JPEG anywhere in it. */
export async function describeByScan(source: Source): Promise<PhotoDescription | null> {
  if (source.size > mostWhole) return null;
  return describePlaces(source, scanForJpegs(await source.read(0, source.size)), 1);
}
