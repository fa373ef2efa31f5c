import { describe, expect, test } from 'vitest';
import { inputOfShape, isModelInput, preparedPictures, scalings } from '../../../src/models/modelInput.ts';

const input = { side: 8, layout: 'nhwc', ...scalings.unit } as const;

describe('what a model is given', () => {
  test('is in its order and on its scale', () => {
    const one = { side: 1, layout: 'nhwc', ...scalings.imagenet } as const;
    const found = preparedPictures(Uint8Array.of(255, 0, 51), one);
    // By hand: (1 − 0.485) / 0.229, (0 − 0.456) / 0.224, (0.2 − 0.406) / 0.225
    expect([...found].map(value => value.toFixed(4))).toEqual(['2.2489', '-2.0357', '-0.9156']);
    const caffe = preparedPictures(Uint8Array.of(255, 0, 51), { ...one, ...scalings.caffe });
    expect([...caffe].map(value => value.toFixed(3))).toEqual(['-52.939', '-116.779', '131.320']);
    const two = Uint8Array.from({ length: 12 }, (_, i) => i);
    const planes = { side: 2, layout: 'nchw', ...scalings.bytes } as const;
    expect([...preparedPictures(two, planes)].map(Math.round)).toEqual([
      0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11,
    ]);
  });

  test('follows from its shape', () => {
    expect(inputOfShape([null, 224, 224, 3], 64)).toEqual({ layout: 'nhwc', side: 224 });
    expect(inputOfShape([1, 3, 299, 299], 64)).toEqual({ layout: 'nchw', side: 299 });
    expect(inputOfShape([null, 3, null, null], 64)).toEqual({ layout: 'nchw', side: 64 });
    expect(inputOfShape([null, null, null, 3], 64)).toEqual({ layout: 'nhwc', side: 64 });
    expect(inputOfShape([null, 784], 64)).toBeNull();
    expect(inputOfShape([null, 28, 28, 1], 64)).toBeNull();
    expect(isModelInput(input)).toBe(true);
    expect(isModelInput({ ...input, side: 0 })).toBe(false);
    expect(isModelInput({ ...input, std: [1, 0, 1] })).toBe(false);
    expect(isModelInput({ ...input, mean: [Number.NaN, 0, 1] })).toBe(false);
  });
});
