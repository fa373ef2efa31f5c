import { expect, test } from 'vitest';
import { PlaneTransform, powerOfTwo } from '../../../../src/core/picture/planeTransform.ts';
import { numbers } from '../../../fixtures/pictures.ts';

// Odd and even powers of two, and sides without anything to transform.
test.each([
  [8, 4],
  [4, 8],
  [2, 2],
  [32, 1],
  [1, 16],
])('is the sum that defines it, turned on its side, and comes back: %i × %i', (width, height) => {
  const next = numbers(4);
  const noise = () => Float64Array.from({ length: width * height }, next);
  const [re, im] = [noise(), noise()];
  const [wasRe, wasIm] = [re.slice(), im.slice()];
  const transform = new PlaneTransform(width, height);
  transform.forward(re, im);
  for (let u = 0; u < width; u++) {
    for (let v = 0; v < height; v++) {
      let [r, m] = [0, 0];
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const angle = -2 * Math.PI * ((u * x) / width + (v * y) / height);
          const [a, b] = [wasRe[y * width + x] ?? 0, wasIm[y * width + x] ?? 0];
          r += a * Math.cos(angle) - b * Math.sin(angle);
          m += a * Math.sin(angle) + b * Math.cos(angle);
        }
      }
      expect(re[u * height + v]).toBeCloseTo(r, 9);
      expect(im[u * height + v]).toBeCloseTo(m, 9);
    }
  }
  transform.inverse(re, im);
  re.forEach((value, i) => {
    expect(value).toBeCloseTo(wasRe[i] ?? 0, 12);
    expect(im[i]).toBeCloseTo(wasIm[i] ?? 0, 12);
  });
});

test('takes no other side than a power of two, of which there is one for every length', () => {
  expect(() => new PlaneTransform(6, 4)).toThrow(RangeError);
  expect([0, 1, 5, 64, 65].map(powerOfTwo)).toEqual([1, 1, 8, 64, 128]);
});
