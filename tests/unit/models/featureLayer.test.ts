import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { featuresOf, pooled, pooledLayer, usableLayers } from '../../../src/models/featureLayer.ts';

const layers = (...shapes: readonly (readonly number[])[]) =>
  shapes.map((shape, at) => ({ name: `layer ${at}`, shape }));

describe('the last pooled layer', () => {
  test('of a network with colours last is the mean over its last map', () => {
    // MobileNetV2: maps, their mean, dropout, classes.
    const all = layers([112, 112, 32], [7, 7, 320], [7, 7, 1280], [1280], [1280], [5]);
    expect(pooledLayer(all, 'nhwc')?.name).toBe('layer 3');
  });

  test('of one with colours first keeps its two sides of 1', () => {
    const all = layers([64, 56, 56], [512, 7, 7], [512, 1, 1], [512], [1000]);
    expect(pooledLayer(all, 'nchw')).toEqual({ name: 'layer 2', shape: [512, 1, 1] });
  });

  test('is not the means within a block that weighs its channels', () => {
    const all = layers([14, 14, 96], [96], [24], [96], [14, 14, 96], [7, 7, 160], [160], [10]);
    expect(pooledLayer(all, 'nhwc')?.name).toBe('layer 6');
  });

  test('of one that works on tokens is the token for the whole picture', () => {
    expect(pooledLayer(layers([197, 192], [197, 192], [192], [1000]), 'nchw')?.name).toBe('layer 2');
  });

  test('of one that was turned inside is found all the same', () => {
    // An input with colours first, and all the rest with colours last.
    expect(pooledLayer(layers([7, 7, 64], [1, 1, 64], [64], [9]), 'nchw')?.name).toBe('layer 1');
  });

  test('is its one vector where the network is no more than that', () => {
    expect(pooledLayer(layers([128]), 'nhwc')?.name).toBe('layer 0');
  });

  test('is its last map where it makes no vector, and none where it has neither', () => {
    expect(pooledLayer(layers([32, 32, 8], [16, 16, 24]), 'nhwc')?.name).toBe('layer 1');
    expect(pooledLayer([], 'nhwc')).toBeNull();
    expect(pooledLayer(layers([], [1], [2, 2, 2, 2]), 'nhwc')).toBeNull();
  });

  test('is no flattened map of thousands of numbers', () => {
    const all = layers([7, 7, 512], [25_088], [4096], [4096], [1000]);
    expect(pooledLayer(all, 'nhwc')?.name).toBe('layer 2');
    expect(usableLayers(all, 'nhwc').map(({ name }) => name)).not.toContain('layer 1');
  });
});

describe('features', () => {
  test('of a map are its means, wherever its channels stand', () => {
    // Two pictures, 1 × 2 places, 3 channels.
    const last = Float32Array.of(1, 2, 3, 5, 6, 7, 10, 20, 30, 10, 20, 30);
    expect([...pooled(last, 2, [1, 2, 3], 'nhwc')]).toEqual([3, 4, 5, 10, 20, 30]);
    const first = Float32Array.of(1, 5, 2, 6, 3, 7, 10, 10, 20, 20, 30, 30);
    expect([...pooled(first, 2, [3, 1, 2], 'nchw')]).toEqual([3, 4, 5, 10, 20, 30]);
  });

  test('of a vector are the vector', () => {
    const shapes = fc.constantFrom([6], [1, 6], [1, 1, 6], [6, 1, 1]);
    const layouts = fc.constantFrom('nhwc', 'nchw' as const);
    fc.assert(
      fc.property(
        shapes,
        layouts,
        fc.float32Array({ minLength: 12, maxLength: 12, noNaN: true }),
        (shape, layout, values) => {
          expect(featuresOf(shape, layout)).toBe(6);
          // Of 0 and −0 one is as good as the other.
          expect([...pooled(values, 2, shape, layout)]).toEqual([...values].map(value => value + 0));
        },
      ),
    );
  });
});
