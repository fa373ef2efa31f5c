import { expect, test } from 'vitest';
import { letGo } from '../../../src/pipeline/letGo.ts';

test('a buffer that was let go of is empty, twice over too', () => {
  const pixels = new Uint8ClampedArray(48);
  // Node 20 cannot give it back, and then nothing happens.
  const left = 'transfer' in ArrayBuffer.prototype ? 0 : 48;
  letGo(pixels);
  letGo(pixels);
  expect(pixels.length).toBe(left);
});
