import { expect, test } from 'vitest';
import { shareThere } from '../../src/codec/cutOff.ts';
import { describeFile, describePhoto } from '../../src/codec/describe/describePhoto.ts';
import { soundJpeg } from '../../src/codec/jpeg/soundJpeg.ts';
import { readCredit } from '../../src/codec/metadata/read.ts';
import { PhotoError } from '../../src/codec/photoError.ts';
import { isPlainPng } from '../../src/codec/png/plainPng.ts';
import { soundPng } from '../../src/codec/png/soundPng.ts';
import type { SourceType } from '../../src/core/settings.ts';
import { timeLimit } from '../fixtures/hostile/tally.ts';
import { box } from '../fixtures/isoProperties.ts';
import { quarters } from '../fixtures/quarters.ts';

/** As much as is read of a file for its header. */
const length = 16 * 1024 * 1024;

/** A sound beginning, and then nothing but the smallest parts that the format has. */
function crowd(start: readonly number[] | Uint8Array, piece: readonly number[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(length);
  for (let at = 0; at < length; at++)
    out[at] = piece[(at - start.length + length * piece.length) % piece.length] ?? 0;
  out.set(start);
  return out;
}

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const ftyp = box('ftyp', [...Buffer.from('heic'), 0, 0, 0, 0, ...Buffer.from('mif1')]);
/** `meta`, open to the end of the file, with `iprp` and `ipco` in it likewise. */
const openMeta = [
  ...[0, 0, 0, 0, ...Buffer.from('meta'), 0, 0, 0, 0],
  ...box('pitm', [0, 0, 0, 0, 0, 1]),
  ...[0, 0, 0, 0, ...Buffer.from('iprp')],
  ...[0, 0, 0, 0, ...Buffer.from('ipco')],
];

const crowds: readonly (readonly [string, SourceType, () => Uint8Array<ArrayBuffer>])[] = [
  ['boxes in a HEIC', 'image/heic', () => crowd(ftyp, box('free', []))],
  ['boxes in boxes of a HEIC', 'image/heic', () => crowd([...ftyp, ...openMeta], box('free', []))],
  [
    'chunks in a PNG',
    'image/png',
    () => crowd(bytesOf(quarters.deepPng).subarray(0, 33), [0, 0, 0, 0, ...Buffer.from('tEXt'), 0, 0, 0, 0]),
  ],
  ['segments in a JPEG', 'image/jpeg', () => crowd([0xff, 0xd8], [0xff, 0xe5, 0, 2])],
  ['scans in a JPEG', 'image/jpeg', () => crowd(bytesOf(quarters.jpeg).subarray(0, 200), [0xff, 0xda, 0, 2])],
  [
    'chunks in a WebP',
    'image/webp',
    () => crowd(bytesOf(quarters.webp).subarray(0, 12), [...Buffer.from('XXXX'), 0, 0, 0, 0]),
  ],
  [
    'blocks in a GIF',
    'image/gif',
    () => crowd(bytesOf(quarters.gif).subarray(0, 13), [0x21, 0xfe, 1, 65, 0]),
  ],
];

test.each(crowds)('millions of %s are read past in time', async (_, type, make) => {
  const bytes = make();
  const [began, before] = [performance.now(), process.cpuUsage().user];
  await describeFile(new Blob([bytes]));
  await describePhoto(bytes);
  isPlainPng(bytes);
  await readCredit(bytes, type);
  try {
    if (type === 'image/jpeg') soundJpeg(bytes, true);
    if (type === 'image/png') await soundPng(bytes);
    await shareThere(bytes, type);
  } catch (error) {
    expect(error).toBeInstanceOf(PhotoError);
  }
  // The shorter one: other programs may have had the machine meanwhile, or other tests this process.
  const took = Math.min(performance.now() - began, (process.cpuUsage().user - before) / 1000);
  expect(took).toBeLessThan(timeLimit);
});
