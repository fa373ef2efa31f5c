import { expect, it } from 'vitest';
import { sketchOf } from '../../../src/pipeline/sketch.ts';

function draw(width: number, height: number, value: (x: number, y: number) => number) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < data.length; i++) {
    const pixel = i >> 2;
    data[i] = (i & 3) === 3 ? 255 : value(pixel % width, Math.floor(pixel / width));
  }
  return { width, height, data };
}

it('tells that protection changes hard edges more than soft slopes, and leaves the thumbnail alone', async () => {
  const chequered = draw(256, 300, (x, y) => (((x >> 4) + (y >> 4)) % 2 === 0 ? 20 : 240));
  const slope = draw(256, 300, (x, y) => (x + y) / 3);
  const before = slope.data.slice();
  const [hard, soft] = [await sketchOf(chequered), await sketchOf(slope)];
  expect(hard.likeness).toBeLessThan(soft.likeness - 3);
  expect(hard.fewColours).toBe(true);
  expect(soft.fewColours).toBe(false);
  expect(slope.data.every((level, i) => level === before[i])).toBe(true);
});

it('sketches a picture of any size', async () => {
  for (const [width, height] of [
    [1, 1],
    [300, 2],
    [3, 256],
  ] as const) {
    expect((await sketchOf(draw(width, height, () => 90))).fewColours).toBe(true);
  }
});
