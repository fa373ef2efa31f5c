import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { itemsOf } from '../../../../src/codec/iso/items.ts';
import { soundIso } from '../../../../src/codec/iso/soundIso.ts';
import { PhotoError } from '../../../../src/codec/photoError.ts';
import type { FailureReason } from '../../../../src/core/faults/failure.ts';
import { casesFile } from '../../../fixtures/casesFile.ts';

/** Noise above, one colour below: whose end packs to next to nothing. */
async function avif(): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height] = [160, 120];
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length / 2; i++) data[i] = (i * i * 31) % 251;
  const picture = sharp(data, { raw: { width, height, channels: 3 } });
  return new Uint8Array(await picture.avif({ effort: 0 }).toBuffer());
}

function refusal(bytes: Uint8Array<ArrayBuffer>): FailureReason | null {
  try {
    soundIso(bytes);
    return null;
  } catch (error) {
    if (error instanceof PhotoError) return error.reason;
    throw error;
  }
}

/** Zeros in place of this share of its first coded picture, from and to 0 to 1. */
function zeroed(bytes: Uint8Array<ArrayBuffer>, from: number, to: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  const [item] = itemsOf(copy, new Set(['hvc1', 'av01']));
  const content = item?.content ?? new Uint8Array();
  content.fill(0, Math.floor(from * content.length), Math.floor(to * content.length));
  return copy;
}

describe.each([
  ['HEIC', async () => casesFile('good.heic')],
  ['AVIF', avif],
])('%s', (_, make) => {
  test('that is whole is taken as it is, whatever lies behind', async () => {
    const whole = await make();
    expect(soundIso(whole)).toBe(whole);
    const padded = new Uint8Array(whole.length + 5000);
    padded.set(whole);
    expect(soundIso(padded)).toBe(padded);
  });

  test('filled up with zeros is refused, with how much of it there is', async () => {
    const whole = await make();
    expect(refusal(zeroed(whole, 0.5, 1))).toMatchObject({ kind: 'cut-off' });
    const late = refusal(zeroed(whole, 0.75, 1));
    expect(late?.kind === 'cut-off' && late.percent).toBeGreaterThanOrEqual(50);
  });
});

test('a HEIC with a hole in the middle is refused', () => {
  expect(refusal(zeroed(casesFile('good.heic'), 0.4, 0.6))).toEqual({ kind: 'unreadable' });
});
