import { expect, test } from 'vitest';
import { freeBuffer } from '../../../src/pipeline/freeBuffer.ts';

test('a buffer that was let go of is empty, twice over too', () => {
  const pixels = new Uint8ClampedArray(48);
  // Node 20 cannot give it back, and then nothing happens.
  const left = 'transfer' in ArrayBuffer.prototype ? 0 : 48;
  freeBuffer(pixels);
  freeBuffer(pixels);
  expect(pixels.length).toBe(left);
});
