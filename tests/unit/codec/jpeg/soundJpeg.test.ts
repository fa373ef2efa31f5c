import { describe, expect, test } from 'vitest';
import { lookOver } from '../../../../src/codec/jpeg/lookOver.ts';
import { soundJpeg } from '../../../../src/codec/jpeg/soundJpeg.ts';
import { walkJpeg } from '../../../../src/codec/jpeg/walk/walkJpeg.ts';
import { PhotoError } from '../../../../src/codec/photoError.ts';
import type { FailureReason } from '../../../../src/core/faults/failure.ts';
import { casesFile } from '../../../fixtures/casesFile.ts';
import { be16, segment } from '../../../fixtures/jpegs.ts';
import { quarters } from '../../../fixtures/quarters.ts';
import { tinyFiles } from '../../../fixtures/tinyFiles.ts';

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const join = (...parts: readonly (Uint8Array | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap(part => [...part]));
const end = [0xff, 0xd9];

/** Without its end marker, 320 × 240. */
const noEnd = casesFile('05_no_eoi.jpg');
const baseline = join(noEnd, end);
const progressive = casesFile('progressive.jpg');
const restarts = casesFile('restarts.jpg');
const film = [
  ...Buffer.from('\0\0\0\x18ftypmp42'),
  ...new Array<number>(3000).fill(0).map((_, i) => (i * 77) % 256),
];

function refusal(bytes: Uint8Array<ArrayBuffer>, thorough = true): FailureReason | null {
  try {
    soundJpeg(bytes, thorough);
    return null;
  } catch (error) {
    if (error instanceof PhotoError) return error.reason;
    throw error;
  }
}

describe('a whole JPEG', () => {
  test.each([
    ['baseline', baseline],
    ['progressive', progressive],
    ['with restart markers', restarts],
    ['grey', bytesOf(quarters.greyJpeg)],
    ['CMYK', bytesOf(quarters.cmykJpeg)],
    ['of one unit', tinyFiles.jpeg()],
    ['turned by LONG', casesFile('12_orient6_long.jpg')],
    ['with a film behind its end', join(baseline, film)],
  ])('%s, is taken as it is', (_, bytes) => {
    expect(walkJpeg(bytes).kind).toBe('whole');
    expect(soundJpeg(bytes, true)).toBe(bytes);
  });

  test.each([
    ['baseline', baseline],
    ['progressive', progressive],
    ['with restart markers', restarts],
  ])('%s, without its end marker gets one, and loses what lies behind it', (_, bytes) => {
    const open = bytes.slice(0, -2);
    expect(soundJpeg(open, false)).toEqual(bytes);
    expect(soundJpeg(bytes.slice(0, -1), false)).toEqual(bytes);
    expect(soundJpeg(join(open, film), false)).toEqual(bytes);
    expect(soundJpeg(join(open, new Array<number>(5000).fill(0)), false)).toEqual(bytes);
  });

  test('with another JPEG behind it, and no end marker between', () => {
    expect(soundJpeg(join(noEnd, progressive), true)).toEqual(baseline);
    expect(soundJpeg(join(noEnd, progressive), false)).toEqual(baseline);
    const both = join(baseline, progressive);
    expect(soundJpeg(both, true)).toBe(both);
  });

  test('whose film holds an end marker of its own', () => {
    expect(soundJpeg(join(noEnd, film, end), false)).toEqual(baseline);
    expect(soundJpeg(casesFile('03_samsung_no_eoi_then_mp4.jpg'), false)).toEqual(baseline);
  });
});

describe('a JPEG that was cut off', () => {
  test('says after how much of it', () => {
    expect(refusal(casesFile('l_jpg_half_then_eoi.jpg'))).toEqual({ kind: 'cut-off', percent: 48 });
    expect(refusal(casesFile('l_jpg_half_then_eoi.jpg'), false)).toBeNull();
    expect(walkJpeg(casesFile('l_jpg_half_then_eoi.jpg'))).toEqual({
      kind: 'cut-off',
      share: expect.closeTo(0.483, 2),
    });
    expect(refusal(noEnd.slice(0, noEnd.length / 2))).toEqual({ kind: 'cut-off', percent: 48 });
    expect(refusal(restarts.slice(0, restarts.length / 2))).toMatchObject({ kind: 'cut-off' });
  });

  test.each([
    ['baseline', bytesOf(quarters.jpeg)],
    ['progressive', bytesOf(quarters.progressiveJpeg)],
    ['grey', bytesOf(quarters.greyJpeg)],
  ])('%s: at any place, with an end marker put behind it', (_, bytes) => {
    const { length } = bytes;
    const first = Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xda]));
    const told: number[] = [];
    for (let at = first + 14; at < length - 4; at++) {
      // A marker, or half of one, at the end of what is left, makes another end than a copy that broke off.
      if (bytes[at - 1] === 0xff) continue;
      const walked = walkJpeg(join(bytes.subarray(0, at), end));
      if (walked.kind === 'cut-off') told.push(walked.share);
      else if (walked.kind !== 'broken') expect(missing(bytes, at), `cut at ${at} of ${length}`).toBe(0);
    }
    expect(told.length).toBeGreaterThan(10);
    for (const share of told) expect(share).toBeLessThan(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  test('and filled up with zeros to the size that it should have', () => {
    const half = new Uint8Array(baseline.length);
    half.set(baseline.subarray(0, baseline.length / 2));
    expect(refusal(half)).toEqual({ kind: 'cut-off', percent: 48 });
  });

  test('progressive, with an end marker: looked at in a run, not for a thumbnail', () => {
    const half = join(progressive.subarray(0, progressive.length / 2), end);
    expect(refusal(half)).toMatchObject({ kind: 'cut-off' });
    expect(refusal(half, false)).toBeNull();
  });
});

describe('a JPEG with a hole in it', () => {
  const zeros = () => 0;
  const others = (_: number, i: number) => (i * 77 + 13) % 251;

  test.each([
    ['baseline, zeros', baseline, zeros],
    ['baseline, parts of another file', baseline, others],
    ['progressive, zeros', progressive, zeros],
    ['progressive, parts of another file', progressive, others],
    ['restart markers, zeros', restarts, zeros],
  ])('%s: is refused, though it ends as it should', (_, bytes, fill) => {
    for (const [from, to] of [
      [0.3, 0.5],
      [0.5, 0.6],
      [0.4, 1],
    ] as const) {
      const holed = bytes.slice();
      const [first, last] = [Math.floor(from * bytes.length), Math.floor(to * bytes.length) - 2];
      for (let i = first; i < last; i++) holed[i] = fill(0, i);
      expect(refusal(holed), `${first} to ${last} of ${bytes.length}`).not.toBeNull();
    }
  });

  test('a few stray bytes of an encoder, and whatever follows the last block, are none', () => {
    const stray = join(baseline.subarray(0, -2), new Array<number>(300).fill(0), end);
    expect(soundJpeg(stray, true)).toBe(stray);
    const scan = Buffer.from(progressive).lastIndexOf(Buffer.from([0xff, 0xda]));
    const padded = join(progressive.subarray(0, scan), [0, 0], progressive.subarray(scan));
    expect(soundJpeg(padded, true)).toBe(padded);
  });
});

/** Bytes of a scan between a cut and its end that are more than the ones that fill up the last byte. */
function missing(bytes: Uint8Array, at: number): number {
  const scanEnd = bytes.indexOf(0xff, at);
  return Math.max(0, scanEnd - at - 1);
}

describe('markers among the data', () => {
  // 32 × 8 pixels in one component are four units, so three restart markers lie between them.
  const frame = (marker = 0xc0) => segment(marker, [8, ...be16(8), ...be16(32), 1, 1, 0x11, 0]);
  const scan = segment(0xda, [1, 1, 0, 0, 63, 0]);
  const interval = segment(0xdd, be16(1));
  const rst = (n: number) => [0xff, 0xd0 + n];
  const data = [1, 2, 0xff, 0, 3];
  const whole = [...data, ...rst(0), ...data, ...rst(1), ...data, ...rst(2), ...data];
  const jpeg = (...parts: readonly (readonly number[])[]) => join([0xff, 0xd8], ...parts);

  test.each([
    ['whole', jpeg(interval, frame(), scan, whole, end), 'sound'],
    ['whole, with a film behind it', jpeg(interval, frame(), scan, whole, end, [0, 0xff, 5, 1]), 'sound'],
    ['no restart markers promised', jpeg(frame(), scan, data, end), 'sound'],
    ['a stray byte between segments', jpeg(interval, [0], frame(), scan, whole, end), 'sound'],
    ['no end', jpeg(interval, frame(), scan, whole), 'none'],
    ['a part missing', jpeg(interval, frame(), scan, data, rst(0), data, end), 'odd'],
    ['parts out of order', jpeg(interval, frame(), scan, data, rst(0), data, rst(2), data, end), 'odd'],
    ['nonsense among the data', jpeg(frame(), scan, data, [0xff, 0x1f], data, end), 'odd'],
    ['progressive, with several scans', jpeg(interval, frame(0xc2), scan, data, scan, data, end), 'sound'],
  ])('%s', (_, bytes, ending) => {
    expect(lookOver(bytes).ending).toBe(ending);
  });

  test('ends on one that is cut off anywhere', () => {
    const bytes = jpeg(interval, frame(), scan, whole, end);
    for (let length = 0; length < bytes.length; length++) {
      lookOver(bytes.subarray(0, length));
      walkJpeg(bytes.subarray(0, length));
    }
  });
});
