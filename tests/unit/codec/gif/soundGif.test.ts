import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { soundGif } from '../../../../src/codec/gif/soundGif.ts';
import { PhotoError } from '../../../../src/codec/photoError.ts';
import type { FailureReason } from '../../../../src/core/faults/failure.ts';

const [width, height] = [120, 90];

/** A GIF of other makers, with enough detail that its codes grow to their longest and start anew. */
async function gifOf(colours: number): Promise<Uint8Array<ArrayBuffer>> {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * i * 31 + (i >> 7) * 17) % 256);
  const picture = sharp(data, { raw: { width, height, channels: 3 } });
  return new Uint8Array(await picture.gif({ colours, dither: 0 }).toBuffer());
}

function refusal(bytes: Uint8Array<ArrayBuffer>): FailureReason | null {
  try {
    soundGif(bytes);
    return null;
  } catch (error) {
    if (error instanceof PhotoError) return error.reason;
    throw error;
  }
}

const trailer = [0, 0x3b];

describe('a GIF', () => {
  test.each([2, 16, 256])('of %i colours is taken as it is, with and without its end', async colours => {
    const whole = await gifOf(colours);
    expect(soundGif(whole)).toBe(whole);
    const open = whole.slice(0, -1);
    expect(soundGif(open)).toBe(open);
  });

  test.each([2, 16, 256])(
    'of %i colours that was cut off is refused, with an end behind or not',
    async colours => {
      const whole = await gifOf(colours);
      const told: number[] = [];
      for (const share of [0.3, 0.5, 0.7, 0.9]) {
        const cut = whole.slice(0, Math.floor(whole.length * share));
        expect(refusal(cut)).toMatchObject({ kind: 'cut-off' });
        expect(refusal(Uint8Array.of(...cut, ...trailer))?.kind).toMatch(/cut-off|unreadable/);
        const reason = refusal(cut);
        if (reason?.kind === 'cut-off') told.push(reason.percent);
      }
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(told.at(-1)).toBeGreaterThan(60);
    },
  );

  test('of which only the head is there is refused', async () => {
    const whole = await gifOf(16);
    for (let length = 0; length < 60; length++) expect(refusal(whole.slice(0, length))?.kind).toBe('cut-off');
  });
});
